import type { Person } from '../../../domain/person/person';
import type { MentionEntity } from './shown';
import { defused, xml } from './plain-text';
import type { Reader } from './reader';

export interface Mentioned {
  /** The words to put into a text: `<at>Name</at>, <at>Name</at>`. */
  readonly text: string;
  readonly entities: readonly MentionEntity[];
}

/** The text of a mention and its entity must be the same to the letter, in cards and in XML texts: so nothing is left to escape. */
function mention(name: string, id: string): MentionEntity {
  const plain = xml(defused(name, 80)) || id;
  return { type: 'mention', text: `<at>${plain}</at>`, mentioned: { id, name: plain } };
}

const MOST = 20;

/** Mentions people once each; at most 20, so that a message stays one that people read. */
export function mentionAll(reader: Reader, people: readonly Person[]): Mentioned {
  const entities = people
    .slice(0, MOST)
    .map((person) => mention(person.name, person.teamsId ?? person.aadObjectId))
    .filter(
      (one, index, all) => all.findIndex(({ mentioned }) => mentioned.id === one.mentioned.id) === index,
    );
  return { text: entities.map(({ text }) => text).join(reader.say('list-of')), entities };
}

export const nobody: Mentioned = { text: '', entities: [] };
