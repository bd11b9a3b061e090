import type { ClockName, Tick } from './clock-name';
import type { CallResult, Change } from '../deal/deal';
import type { DocumentBase } from '../living/document';
import type { PersonRef } from '../person/person';
import type { Resource } from '../record/resource';
import type { Sibling } from '../record/sibling';

export type { ArchivedAs, CallResult, Change, ChangeField, Colleague, Deal, Stage } from '../deal/deal';

/** A change made here that Partner Center has not confirmed yet. */
export interface Intent {
  /** The id of the command that made it. */
  readonly id: string;
  readonly by: PersonRef;
  readonly at: number;
  readonly change: Change;
  /** What each changed field held before. */
  readonly was: Change;
  /** sending: not yet written for certain; unconfirmed: written, not yet read back. */
  readonly state: 'sending' | 'unconfirmed';
  /** How often Partner Center took it and then did not show it. */
  readonly unheeded?: number;
}

/** Where the card stands: the channel, or a person's chat. */
export interface Place {
  /** `channel`, or `person:<person id>`. */
  readonly key: string;
  /** The Teams conversation it was posted to (of a channel: without the thread's suffix). */
  readonly conversation?: string;
  readonly activity?: string;
  /** Fingerprint of what was last shown there. */
  readonly shown?: string;
}

export interface AuditLine {
  readonly at: number;
  readonly by?: PersonRef;
  readonly what: AuditWhat;
  /** The command's id: a repeat of it gets the same outcome. */
  readonly command?: string;
}

export type AuditWhat =
  | 'created'
  | 'observed'
  | 'accepted'
  | 'declined'
  | 'called'
  | 'contacting'
  | 'written'
  | 'confirmed'
  | 'refused'
  | 'overwritten'
  | 'expired'
  | 'routed'
  | 'gone';

/** What the desk holds of its own: Partner Center has no place for it. */
export interface Own {
  readonly owner?: PersonRef;
  readonly desk?: string;
  /** What the customer asked for, as it stood at Accept: Partner Center has one field for that and the deal's notes. */
  readonly asked?: string;
  readonly places: readonly Place[];
  readonly called?: { readonly at: number; readonly by: PersonRef; readonly result: CallResult };
  readonly contacting?: { readonly at: number; readonly by: PersonRef };
  /** Other organisations' records of its engagement: Microsoft's, an invited partner's. */
  readonly siblings?: readonly Sibling[];
  /** Partner Center no longer shows it to the account. */
  readonly goneAt?: number;
}

/** One record of Partner Center: one referral, one document, one life. Key: account + referral id. */
export interface Referral extends DocumentBase {
  readonly kind: 'referral';
  readonly account: string;
  readonly referralId: string;
  /** Who is the truth: Partner Center; this store (Partner Center does not know it); not asked yet (intake brought it). */
  readonly truth: 'partner-center' | 'desk' | 'unknown';
  /** The last resource read, with its eTag. */
  readonly observed: Resource;
  /** When it was read, business time in ms. */
  readonly observedAt: number;
  /** The last resource that the intake brought. */
  readonly intake?: Resource;
  readonly own: Own;
  readonly intents: readonly Intent[];
  readonly ticks: Readonly<Partial<Record<ClockName, Tick>>>;
  /** The next daily look, business time in ms; only an open one has it. */
  readonly healAt?: number;
  /** The newest 50, newest last. */
  readonly audit: readonly AuditLine[];
}

/** The projection's key of an engagement: each organisation in it has a record of its own. */
export const engagementKey = (account: string, engagementId: string): string =>
  `engagement/${account}/${engagementId.toLowerCase()}`;

export const referralDocumentId = (account: string, referralId: string): string => `${account}/${referralId}`;
