import type { Desk } from '../domain/desk/desk';
import type { LostWhy } from '../domain/desk/lost-why';
import type { Answers, Form, Problem } from '../domain/forms/form';
import type { DeskPlace, NotOpen } from '../domain/operations/operation';
import type { Outcome } from '../domain/referral/inputs';
import type { ListName } from './lists/list-table';
import type { ReferralView } from './ports/messages';
import type { RowKey } from './ports/store';

export type { ListName } from './lists/list-table';

/** What a door has learnt about a person or a chat from a verified activity. */
export interface SeenPerson {
  readonly tenant: string;
  readonly aadObjectId: string;
  readonly name?: string;
  readonly email?: string;
  readonly userPrincipalName?: string;
  readonly teamsId?: string;
  /** Only of the personal chat. */
  readonly conversation?: string;
  readonly serviceUrl?: string;
  readonly language?: string;
  readonly zone?: string;
}

/** The channel that somebody stands in. */
export type ChannelPlace = DeskPlace;

/** Why a person may not, or what was not found: never thrown. */
export type Refusal =
  | { readonly kind: 'not-found' }
  /** Not this person's, or over. */
  | { readonly kind: 'no-form' }
  /** Not one of the people of the desk that it belongs to. */
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'no-desk' }
  /** Their desks (by name) are out of reach, and nobody can say who belongs to them. */
  | { readonly kind: 'desk-lost'; readonly desks: readonly string[]; readonly why?: LostWhy }
  /** Not an admin. */
  | { readonly kind: 'admin-only' };

/** A form as it stands for one person; every surface draws itself from this. */
export interface OpenForm {
  readonly kind: 'form';
  readonly form: Form;
  /** The draft document's id: the one thing that a surface sends back. */
  readonly draft: string;
  /** What each field holds now: initial values overlaid with what was sent. */
  readonly values: Answers;
  readonly problems: readonly Problem[];
  /** Typed words: the field asked for; absent when all is answered and only "save" is missing. */
  readonly asking?: string;
  /** Another person began the same form less than 10 minutes ago. */
  readonly alsoOpen?: string;
  /** Of a channel: the desk that new referrals come to, when it is another one. */
  readonly newGoTo?: string;
  /** Of a desk that is to be none: its name, how many open referrals it holds, who takes them. */
  readonly givesUp?: { readonly channel: string; readonly open: number; readonly heir?: string };
  /** How long it can be taken back once it is saved, in ms; absent where it cannot be. */
  readonly undoFor?: number;
  /** Which kind of referral is to be made by it. */
  readonly makes?: string;
  /** Of the referral that it is about; absent where it is about a desk, or makes one. */
  readonly view?: ReferralView;
  /** YYYY-MM-DD at the desk: what "today" is, and what a date is judged by. */
  readonly today: string;
  readonly language: string;
  readonly zone: string;
}

/** An operation's end. `wrote`: what the person had written (shown again when somebody else was first). */
export interface FormEnd {
  readonly kind: 'ended';
  readonly outcome: Outcome;
  /** The operation's name. */
  readonly operation: string;
  readonly wrote: Answers;
  /** It was asked for in words, with no card at hand: what is to be said is how the referral stands. */
  readonly inWords?: true;
  readonly view?: ReferralView;
  /** Of an operation on a desk. */
  readonly desk?: Desk;
  /** The desk that new referrals come to, when it is another one. */
  readonly newGoTo?: string;
}

/** Which kinds of something new can be made; one is to be chosen. `why`: that one is not open. */
export interface Choices {
  readonly kind: 'choices';
  /** The operation's name. */
  readonly operation: string;
  readonly variants: readonly { readonly variant: string; readonly why?: NotOpen }[];
}

export type FormAnswer = Choices | OpenForm | FormEnd | { readonly kind: 'cancelled' } | Refusal;

export interface ReferralList {
  readonly kind: 'list';
  readonly list: ListName;
  readonly words: string;
  readonly rows: readonly ReferralView[];
  /** Exact to 1,000; 1,001 means "1,000+". */
  readonly total: number;
  /** Per currency, of all rows counted: decimal strings in major units. */
  readonly sums: readonly { readonly currency: string; readonly value: string }[];
  /** 1-based number of the first row on this page. */
  readonly from: number;
  readonly next?: RowKey;
  readonly language: string;
  readonly zone: string;
  /** Whether any desk is bound: an empty list says what comes next. */
  readonly bound: boolean;
  /** Desks, by name, that are the person's and cannot be asked: what is theirs is not in it. */
  readonly leftOut?: readonly string[];
  /** The desk that all of it is of; absent when it may be of several. */
  readonly desk?: string;
}

/** Referrals that words may mean: for `show`, `accept`, `decline`. */
export type Found =
  | { readonly kind: 'one'; readonly view: ReferralView }
  | { readonly kind: 'several'; readonly list: ReferralList }
  /** `why`: nothing can be found at all; `leftOut`: desks of theirs, by name, that cannot be asked. */
  | { readonly kind: 'none'; readonly why?: Refusal; readonly leftOut?: readonly string[] };

export type IntakeResult =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly kept?: readonly string[] }
  /** A resource over its size or with wrong fields never gets here; this is the store's or the domain's no. */
  | { readonly kind: 'problem'; readonly problem: string };
