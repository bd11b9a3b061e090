import type { ClockStandings } from './clock-name';
import type { ReadBecause, ReferralEffect } from '../effects';
import type { CallResult, Change, Wanted } from '../deal/deal';
import type { DocumentBase } from '../living/document';
import type { Answers } from '../forms/form';
import type { Notice, RefusedWhy, ReminderWhy } from '../notices';
import type { PersonRef } from '../person/person';
import type { Resource } from '../record/resource';
import type { Sibling } from '../record/sibling';
import type { AuditLine, PastLine } from './audit-line';
import type { TestRun } from './test-run';

export type { AuditLine, AuditWhat, PastLine } from './audit-line';
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

/** Where the card stands: the channel, or a person's chat. */
export interface Place {
  /** `channel`, or `person:<person id>`. */
  readonly key: string;
  /** The Teams conversation it was posted to (of a channel: without the thread's suffix). */
  readonly conversation?: string;
  readonly activity?: string;
  /** Fingerprint of what was last shown there. */
  readonly shown?: string;
  /** It came as this message, and says so for as long as that is true. */
  readonly notice?: Notice;
  /** What stands there is out of date and the show that was owed has been given up: so often since it last worked. */
  readonly behind?: number;
  /** Of the channel: too much came there at once, so that it is a row of this list of the desk (its id). */
  readonly listed?: string;
  /** Of the channel: its card is to stand there however much comes, because something is said under it or somebody wants it. */
  readonly wanted?: true;
}

/** A field that changed on both sides: whose stands? Their author is asked; until then Partner Center's does. */
export interface Question {
  readonly id: string;
  readonly by: PersonRef;
  readonly at: number;
  readonly yours: Change;
}

/** Something that a person, or somebody in Partner Center (`by` absent), did and when. */
export interface Deed {
  readonly at: number;
  readonly by?: PersonRef;
}

/** A read of Partner Center that is meant for later. */
export interface PlannedRead {
  readonly because: ReadBecause;
  readonly at: number;
}

/** Who said here that a contact of the customer (by its key) agrees to be known to Microsoft, and when. */
export interface Consent {
  readonly contact: string;
  readonly by: PersonRef;
  readonly at: number;
}

/** What the desk holds of its own: Partner Center has no place for it. */
export interface Own {
  readonly owner?: PersonRef;
  readonly accepted?: Deed;
  /** Who ended it here, and when. */
  readonly ended?: Deed;
  readonly desk?: string;
  /** What the customer asked for, as it stood at Accept: Partner Center has one field for that and the deal's notes. */
  readonly asked?: string;
  readonly places: readonly Place[];
  /** `contacted`: the desk takes this for having reached them. */
  readonly called?: {
    readonly at: number;
    readonly by: PersonRef;
    readonly result: CallResult;
    readonly contacted?: true;
  };
  readonly contacting?: { readonly at: number; readonly by: PersonRef };
  /** Other organisations' records of its engagement: Microsoft's, an invited partner's. */
  readonly siblings?: readonly Sibling[];
  /** Partner Center no longer shows it to the account. */
  readonly goneAt?: number;
  readonly questions?: readonly Question[];
  /** Notes for the desk alone, oldest first. */
  readonly notes?: readonly DeskNote[];
  readonly consents?: readonly Consent[];
  /** Of each person the newest. */
  readonly refusedEdits?: readonly RefusedEdit[];
  readonly reminders?: readonly Reminder[];
  /** Microsoft's record (its id) whose answer the owner is reminded of. */
  readonly watched?: string;
  /** Microsoft's record (its id) that an invitation made here has brought about. */
  readonly invited?: string;
  /** Somebody goes on without Microsoft, whose record (its id) says no. */
  readonly alone?: Required<Deed> & { readonly after: string };
  /** Of a closed one that has moved: where its card still stands, until somebody meets it there. */
  readonly leftAt?: readonly CardLeft[];
  readonly test?: TestRun;
}

/** One private message to one person, or to whoever owns it then, planned for a moment (business time, ms). */
export interface Reminder {
  readonly to: PersonRef | 'owner';
  readonly at: number;
  readonly why: ReminderWhy;
  /** When what they are reminded of was. */
  readonly since: number;
}

/** A card in the channel of a desk that the referral is no longer at. */
export interface CardLeft {
  readonly desk: string;
  readonly activity: string;
}

/** What somebody wrote of a deal's fields and Partner Center did not take. `field`: the one that its words are about. */
export interface RefusedEdit {
  readonly by: PersonRef;
  /** Business time, ms UTC. */
  readonly at: number;
  readonly wrote: Readonly<Record<string, string>>;
  readonly field?: string;
  readonly detail?: string;
}

/** A note that stands here and not in Partner Center. */
export interface DeskNote {
  readonly at: number;
  readonly by: PersonRef;
  readonly text: string;
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
  readonly refused?: { readonly why: RefusedWhy; readonly detail?: string; readonly at?: string };
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
