import type { PersonEffect } from '../effects';
import type { DocumentBase } from '../living/document';
import type { Notice } from '../notices';
import type { OwnRight } from './own-right';
import type { PersonRef } from './person-ref';

export type { PersonRef } from './person-ref';

/** One employee of the partner who has met the bot. Key: Entra tenant + object id. */
export interface Person extends DocumentBase<PersonEffect> {
  readonly kind: 'person';
  readonly tenant: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly email?: string;
  /** The name they sign in with, which need not be their address. */
  readonly userPrincipalName?: string;
  /** Teams' own id, `29:…`, unique per bot. */
  readonly teamsId?: string;
  /** The personal chat with the bot, once it is known. */
  readonly conversation?: string;
  readonly serviceUrl?: string;
  readonly reachable: boolean;
  readonly zone?: string;
  /** What they chose themselves; it wins over what their Teams client says. */
  readonly language?: string;
  readonly clientLanguage?: string;
  /** Teams that this person added the app to: who may set up, when no admins are named. */
  readonly installed?: readonly string[];
  /** The dialog stack of the personal chat, as botbuilder-dialogs keeps it. */
  readonly dialogs?: unknown;
  /** When the newest messages went to them unasked (business time, ms); at most ten. */
  readonly messagedAt?: readonly number[];
  /** What was too much for one minute: it goes as one list. */
  readonly gathered?: readonly Gathered[];
  /** Referral documents' ids, the newest last; nobody else sees them. */
  readonly favourites?: readonly string[];
  /** Customers they were about to reach, to be asked once how it went. */
  readonly reaching?: readonly Reaching[];
  /** Whom they put on a deal lately, the newest last: first and last name, phone, e-mail. */
  readonly colleagues?: readonly Readonly<Record<string, string>>[];
  /** Their own sign-ins to Partner Center, by account. */
  readonly rights?: Readonly<Record<string, OwnRight>>;
  /** They are on their way to sign in: by this ticket, until then (business time, ms). */
  readonly signingIn?: readonly {
    readonly ticket: string;
    readonly account: string;
    readonly until: number;
  }[];
  /** The process that renews a sign-in of theirs, by a name of its own, and until when it may (real time, ms). */
  readonly renewing?: { readonly by: string; readonly until: number };
  /** What they chose last in a form that remembers it, by `form.field`. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** Whom a person was about to reach, and since when (business time, ms): they are asked once how it went. */
export interface Reaching {
  /** The referral document's id. */
  readonly referral: string;
  readonly at: number;
}

/** A notice about a referral that waits to be listed. */
export interface Gathered {
  /** The referral document's id. */
  readonly referral: string;
  readonly notice: Notice;
  readonly at: number;
}

export const personId = (tenant: string, aadObjectId: string): string =>
  `${tenant}/${aadObjectId}`.toLowerCase();

export const refTo = (person: Person): PersonRef => ({ id: person.id, name: person.name });
