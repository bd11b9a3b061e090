import { distance } from 'fastest-levenshtein';
import type { Command } from './command';

const MOST = 3;
const close = (name: string): number => Math.min(3, Math.ceil(name.length / 3));

export interface Suggestion {
  readonly command: Command;
  /** What to say: the name, with the words that followed the mistyped one. */
  readonly say: string;
}

/** The commands that a text that is none may have meant, nearest first, at most three. */
export function nearest(table: readonly Command[], text: string): readonly Suggestion[] {
  const words = text.trim().toLowerCase().split(/\s+/u).slice(0, 50);
  const scored = table.flatMap((command) => {
    const ways = [command.name, ...command.also].filter((name) => name.length > 2);
    const best = ways
      .map((name) => {
        const length = name.split(' ').length;
        const tail = words.slice(length);
        if (tail.length > 0 && command.words === 'none' && !words.join(' ').includes(name)) return undefined;
        const away = distance(name, words.slice(0, length).join(' ').slice(0, 40));
        return away <= close(name) || words.join(' ').includes(name) ? { away, tail } : undefined;
      })
      .filter((way) => way !== undefined)
      .sort((a, b) => a.away - b.away)[0];
    if (!best) return [];
    const say = command.words === 'follow' ? [command.name, ...best.tail].join(' ') : command.name;
    return [{ command, say: say.slice(0, 200), away: best.away }];
  });
  return scored
    .sort((a, b) => a.away - b.away)
    .slice(0, MOST)
    .map(({ command, say }) => ({ command, say }));
}
