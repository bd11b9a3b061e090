import type { Desk } from '../../domain/desk/desk';
import type { Answers, Form, Problem } from '../../domain/forms/form';
import type { NotOpen } from '../../domain/operations/operation';
import type { Outcome } from '../../domain/referral/inputs';
import type { Refusal } from '../people/refusal';
import type { OwnSignIn } from '../sync/own-sign-in';
import type { ReferralView } from '../ports/messages';

/** A form as it stands for one person; every surface draws itself from this. */
export interface OpenForm {
  readonly kind: 'form';
  readonly form: Form;
  /** The draft document's id: the one thing that a surface sends back. */
  readonly draft: string;
  /** What each field holds now: initial values overlaid with what was sent. */
  readonly values: Answers;
  readonly problems: readonly Problem[];
  /** How often its author was told what has changed in the record under it; absent: never. */
  readonly turn?: number;
  /** Of a form in steps: the first field of the one in view; absent: the first step. */
  readonly step?: string;
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
  /** Until when somebody else then has to act, YYYY-MM-DD at the desk. */
  readonly until?: string;
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
  /** The accounts that feed the desk, by name, where it names some. */
  readonly fedBy?: readonly string[];
}

/**
 * Which kinds of something new can be made, or, with a view, what can be done to that referral; one is to be chosen. `why`: that one
 * is not open.
 */
export interface Choices {
  readonly kind: 'choices';
  /** The operation's name. */
  readonly operation: string;
  /** `of`: what begins one. */
  readonly variants: readonly { readonly variant: string; readonly of: string; readonly why?: NotOpen }[];
  readonly view?: ReferralView;
  /** The customer of whom something was told, and whom nobody here knows. */
  readonly told?: string;
}

export type FormAnswer = Choices | OpenForm | FormEnd | OwnSignIn | { readonly kind: 'cancelled' } | Refusal;
