import { IANAZone } from 'luxon';
import { remembered } from '../../../platform/remembered';
import type { StringKey } from './string-key';
import type { Params, Strings } from './strings';
import type { ReaderOf } from './shown';

/** One person's (or desk's) language and zone, and the moment at which they read: ms UTC. */
export interface Reader extends ReaderOf {
  readonly now: number;
  say(key: StringKey, params?: Params): string;
  lookup(group: string, id: string): string | undefined;
}

/** Language and zone come from clients: what is none of them is English and UTC. */
export function readerOf(strings: Strings, of: ReaderOf, now: number): Reader {
  const language = strings.languageFor(of.language);
  return {
    language,
    zone: zoneOf(of.zone),
    now,
    say: (key, params) => strings.say(language, key, params),
    lookup: (group, id) => strings.lookup(language, group, id),
  };
}

const zoneOf = remembered((zone) => (IANAZone.isValidZone(zone) ? zone : 'UTC'));
