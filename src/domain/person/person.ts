import type { DocumentBase } from '../living/document';
import type { PersonRef } from './person-ref';

export type { PersonRef } from './person-ref';

/** One employee of the partner who has met the bot. Key: Entra tenant + object id. */
export interface Person extends DocumentBase {
  readonly kind: 'person';
  readonly tenant: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly email?: string;
  /** Teams' own id, `29:…`, unique per bot. */
  readonly teamsId?: string;
  /** The personal chat with the bot, once it is known. */
  readonly conversation?: string;
  readonly serviceUrl?: string;
  readonly reachable: boolean;
  readonly zone?: string;
  readonly language?: string;
  /** Teams that this person added the app to: who may set up, when no admins are named. */
  readonly installed?: readonly string[];
  /** The dialog stack of the personal chat, as botbuilder-dialogs keeps it. */
  readonly dialogs?: unknown;
}

export const personId = (tenant: string, aadObjectId: string): string =>
  `${tenant}/${aadObjectId}`.toLowerCase();

export const refTo = (person: Person): PersonRef => ({ id: person.id, name: person.name });
