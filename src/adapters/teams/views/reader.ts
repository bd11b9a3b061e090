import type { Params, Strings } from '../renderer/strings';
import type { ReaderOf } from '../renderer/shown';

/** One person's (or desk's) language and zone, and the moment at which they read: ms UTC. */
export interface Reader extends ReaderOf {
  readonly now: number;
  say(key: string, params?: Params): string;
  lookup(group: string, id: string): string | undefined;
}

export function readerOf(strings: Strings, of: ReaderOf, now: number): Reader {
  return {
    language: of.language,
    zone: of.zone,
    now,
    say: (key, params) => strings.say(of.language, key, params),
    lookup: (group, id) => strings.lookup(of.language, group, id),
  };
}
