import type { ClockStandings } from './clock-name';
import type { ReadBecause, ReferralEffect } from '../effects';
import type { Change, Wanted } from '../deal/deal';
import type { DocumentBase } from '../living/document';
import type { Answers } from '../forms/form';
import type { NotTakenWhy } from '../notices';
import type { PersonRef } from '../person/person';
import type { Resource } from '../record/resource';
import type { AuditLine, PastLine } from './audit-line';
import type { Own } from './own';

export type { AuditLine, AuditWhat, PastLine } from './audit-line';
export type { CardLeft, Consent, Deed, DeskNote, Own, Place, Question, RefusedEdit, Reminder } from './own';
export type { ArchivedAs, CallResult, Change, ChangeField, Colleague, Deal, Stage } from '../deal/deal';

/** A change made here that Partner Center has not confirmed yet. */
export interface Intent {
  /** The id of the command that made it. */
  readonly id: string;
  readonly by: PersonRef;
  readonly at: number;
  readonly change: Change;
  /** What each changed field held before, as people saw it: with the earlier intents applied. */
  readonly was: Wanted;
  /** held: nothing has left yet, it may be taken back; sending: not yet written for certain; unconfirmed: written, not yet read back. */
  readonly state: 'held' | 'sending' | 'unconfirmed';
  /** Of a held one: when it goes, business time in ms. */
  readonly until?: number;
  /** It waits for that moment so that the deal can be registered. */
  readonly toRegister?: true;
  /** How often Partner Center took it and then did not show it. */
  readonly unheeded?: number;
}

/** A read of Partner Center that is meant for later. */
export interface PlannedRead {
  readonly because: ReadBecause;
  readonly at: number;
}

/** A deal made here, or an invitation of Microsoft, as long as Partner Center has not taken all of it. */
export interface Making {
  readonly by: PersonRef;
  /** No record of it is older: business time in ms. */
  readonly since: number;
  /** What is written next: the deal itself, or, once that is there, Microsoft's invitation to it. */
  readonly part: 'deal' | 'invitation';
  readonly invites?: Invitation;
  /** Of an invitation: the intent that is written before it. */
  readonly after?: string;
  /** Which kind was wanted, and what was written, to be mended if it is not taken. */
  readonly variant: string;
  readonly wrote: Answers;
  /** Refused, or given up: it waits to be mended. `at`: the field that Partner Center names. */
  readonly refused?: { readonly why: NotTakenWhy; readonly detail?: string; readonly at?: string };
}

/** What Microsoft is asked for. `help`: Partner Center's code of it. */
export interface Invitation {
  readonly help: string;
  readonly notes?: string;
}

/**
 * One record of Partner Center: one referral, one document, one life. Key: account + referral id; of a deal that was made
 * here account + the id of the command that made it, because Partner Center gives it its id later.
 */
export interface Referral extends DocumentBase<ReferralEffect> {
  readonly kind: 'referral';
  readonly account: string;
  readonly referralId: string;
  /** The other accounts in which Partner Center shows this very record. */
  readonly alsoIn?: readonly string[];
  /** Who is the truth: Partner Center; this store (Partner Center does not know it); not asked yet (intake brought it). */
  readonly truth: 'partner-center' | 'desk' | 'unknown';
  /** The last resource read, with its eTag. */
  readonly observed: Resource;
  /** When it was read, business time in ms. */
  readonly observedAt: number;
  /** The last resource that the intake brought. */
  readonly intake?: Resource;
  readonly own: Own;
  readonly making?: Making;
  readonly intents: readonly Intent[];
  /** As the last step left them: readers read. */
  readonly clocks: ClockStandings;
  readonly planned: readonly PlannedRead[];
  /** The next daily look, business time in ms: of an open one, and once of a closed one whose card is out of date. */
  readonly healAt?: number;
  /** The newest 50, newest last. */
  readonly audit: readonly AuditLine[];
  /** How many lines there have ever been. */
  readonly audited?: number;
  /** Older lines until they are in the history, oldest first. */
  readonly leaving?: readonly PastLine[];
}

/** Deals of an account on which another side has yet to say something; those that tried in vain to bring Partner Center something. */
export const awaitsKey = (account: string): string => `awaits/${account}`;
export const triedKey = (account: string): string => `tried/${account}`;

export const engagementKey = (account: string, engagementId: string): string =>
  `engagement/${account}/${engagementId.toLowerCase()}`;

/** The projection's keys of deals made here: those that Partner Center has not got yet, and those that it knows by another id. */
export const makingKey = (account: string): string => `making/${account}`;
export const recordKey = (account: string, referralId: string): string => `record/${account}/${referralId}`;

/** The projection's key of a desk's list of what came at once. */
export const listedKey = (desk: string, list: string): string => `listed/${desk}/${list}`;

/** The projection's key of a channel's card. */
export const cardKey = (channel: string, activity: string): string => `card/${channel}/${activity}`;

export const referralDocumentId = (account: string, referralId: string): string => `${account}/${referralId}`;
