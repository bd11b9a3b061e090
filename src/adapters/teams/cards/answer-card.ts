import type { DrawnCard } from './shown';
import type { Expand, Model } from './templates';
import { defused } from './plain-text';
import type { Reader } from './reader';

export const texts = (...lines: readonly string[]): Model[] =>
  lines.filter((text) => text !== '').map((text) => ({ text }));

export interface Say {
  readonly title: string;
  /** The dialog around it has its title. */
  readonly titled?: boolean;
  readonly text: string;
  /** What clients without cards show; without: the text. */
  readonly fallback?: string;
  /** More lines below the text. */
  readonly also?: readonly string[];
  /** Label and value, both in words. */
  readonly facts?: readonly Model[];
  /** What comes next, small, at the end. */
  readonly closing?: readonly string[];
  readonly buttons?: readonly Model[];
}

/** Something said to one person: text, facts, buttons. */
export function answerCard(expand: Expand, reader: Reader, say: Say): DrawnCard {
  const facts = say.facts ?? [];
  const card = expand('answer', {
    language: reader.language,
    fallback: defused(say.fallback ?? say.text, 600),
    titles: say.titled ? [] : texts(say.title),
    texts: texts(say.text, ...(say.also ?? [])),
    facts,
    hasFacts: facts.length > 0,
    closing: texts(...(say.closing ?? [])),
    buttons: say.buttons ?? [],
  });
  return { title: say.title, text: say.text, card };
}
