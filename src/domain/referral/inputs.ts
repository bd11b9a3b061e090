import type { KnownSolution } from '../deal/solution';
import type { Attention } from '../living/attend';
import type { PersonRef } from '../person/person';
import type { ArchivedAs, Referral } from './referral';
import type { Resource } from '../record/resource';
import type { Desk } from '../desk/desk';
import type { Settlement, SweepInput } from '../effects';
import type { ClockRules } from './clocks';
import type { RegistrationRules } from './registration-rules';

/** What happens to a referral, from wherever it comes. */
export type Input =
  /** What a person does: a row of the table of operations, with who does it and what they wrote (`doing`). */
  | { readonly kind: 'operation'; readonly does: (referral: Referral, facts: Facts) => Stepped }
  /** The resource as Partner Center has it now. `through`: the account that was asked; absent: one that is known to show it. */
  | { readonly kind: 'observed'; readonly resource: Resource; readonly through?: string }
  /** The resource as the intake brought it. */
  | { readonly kind: 'intake'; readonly resource: Resource }
  /** What another organisation's record of its engagement says. */
  | { readonly kind: 'sibling'; readonly resource: Resource }
  /** Partner Center has this person of the desk on it. */
  | { readonly kind: 'held-there'; readonly by: PersonRef }
  /** Partner Center does not know it (any more). */
  | { readonly kind: 'gone' }
  /** What a sweep brings: another desk, other rules, or the event that parked effects waited for. */
  | SweepInput
  /** A card of it was met in one of its places: somebody pressed a button there. */
  | { readonly kind: 'met'; readonly place: string; readonly activity: string }
  /** The same in the channel of a desk that it is no longer at. */
  | { readonly kind: 'met-elsewhere'; readonly desk: string; readonly activity: string }
  /** Somebody opens its row in a list: its card is to stand in the channel. */
  | { readonly kind: 'opened' }
  /** An account had so few open ones when it was first read that each is a card. */
  | { readonly kind: 'few-imported' }
  | Attending
  | DoubleInput
  /** What has waited for long to be written is owed again, where it is not. */
  | { readonly kind: 'write-again' }
  | { readonly kind: 'wake' }
  /** How the performing of one effect ended. */
  | { readonly kind: 'settled'; readonly effect: string; readonly settlement: Settlement };

/** An admin sees to something that the referral owes. */
export interface Attending {
  readonly kind: 'attended';
  readonly effect: string;
  readonly wish: Attention;
  readonly by: PersonRef;
}

/** Two documents of one record: each account had its own once, and what is read at the same moment may have been made here. */
export type DoubleInput =
  /** It takes on all that people did with its double. */
  | { readonly kind: 'takes-on'; readonly double: Referral }
  /** `by`: the document that has taken on what this one was at `version`; `kept`: the cards (activities) that it goes on with. */
  | {
      readonly kind: 'taken-on';
      readonly by: string;
      readonly version: number;
      readonly kept: readonly string[];
    };

/** What `step` needs to know and may not look up. */
export interface Facts {
  /** Business time, ms UTC. */
  readonly now: number;
  /** The desk it belongs to, if that is bound. */
  readonly desk?: Desk;
  /** Whether there is a Partner Center behind the account. */
  readonly connected: boolean;
  /** Values of `referralProgram` that mean joint planning, beside its own name. */
  readonly jointPlanning?: readonly string[];
  /** What a deal needs to be registered; without: `REGISTRATION_RULES`. */
  readonly registration?: RegistrationRules;
  /** The catalogue of solutions. */
  readonly catalogue?: readonly KnownSolution[];
  /** What its desk has set; without: `CLOCK_RULES`. */
  readonly clocks?: ClockRules;
}

export type Outcome =
  /** What a person wanted is done. `did`: what the audit calls it. */
  | { readonly kind: 'done'; readonly did: string }
  /** Somebody else has accepted it; `by` is absent when that was done in Partner Center. */
  | { readonly kind: 'taken'; readonly by?: PersonRef; readonly at?: number }
  /**
   * It is over: who ended it and when, as far as that is known. `until`: nothing has left before then, it can be taken back; `unsent`:
   * so it is until somebody signs in.
   */
  | {
      readonly kind: 'final';
      readonly archivedAs: ArchivedAs;
      readonly by?: PersonRef;
      readonly at?: number;
      readonly until?: number;
      readonly unsent?: true;
    }
  /** Not so: `problem` says why, a key under `outcomes.invalid` in the strings. */
  | { readonly kind: 'invalid'; readonly problem: InvalidWhy }
  /** What was to be taken back has left already. */
  | { readonly kind: 'gone-out' }
  /** Not possible as it stands: `why`, a key under `outcomes.not-now` in the strings. */
  | { readonly kind: 'not-now'; readonly why: NotNowWhy }
  /** Never possible with a record of this kind. */
  | { readonly kind: 'not-its-kind' }
  /** It lacks something that can be mended first, or never: the operation's own names of what. */
  | { readonly kind: 'lacking'; readonly lacks: readonly string[] }
  /** Only for the owner, the colleagues on it and the managers. `owner`: absent when nobody here holds it. */
  | { readonly kind: 'owner-only'; readonly owner?: string }
  /** Nothing is done yet: `by` has been at it since `at`. Done all the same when the person says so. */
  | { readonly kind: 'asked'; readonly by: PersonRef; readonly at: number }
  /** Of observations, intake, wakes. `kept`: fields that people have changed and the intake therefore did not touch. */
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly kept?: readonly string[] };

/** `not-accepted`, `not-over`: its stage comes later. The others: one operation's own condition. */
export type NotNowWhy =
  | 'not-accepted'
  | 'not-over'
  | 'no-question'
  | 'not-confirmed'
  | 'nothing-refused'
  | 'not-there'
  | 'not-past'
  | 'not-suspected'
  | 'qualified'
  | 'not-qualified'
  | 'evaluated'
  | 'no-refusal'
  | 'registered'
  | 'not-registrable'
  | 'test-over'
  | 'ended-otherwise';

/** Lists: `shared`: Microsoft has them; `nobody`: there is none to choose. `no-consent`: the customer has not agreed. */
export type InvalidWhy = 'too-many' | 'alone' | 'needed' | 'shared' | 'nobody' | 'no-consent';

export interface Stepped {
  readonly referral: Referral;
  readonly outcome: Outcome;
}
