import type { PersonRef } from '../person/person';
import type { ArchivedAs, CallResult, Colleague, Deal } from './referral';
import type { Resource } from '../record/resource';
import type { Desk } from '../desk/desk';
import type { Settlement, SweepInput } from '../effects';
import type { ClockRules } from './clocks';

/** What a person does to a referral. `id` is the command's: a repeat of it gets the same outcome. */
export type Command =
  | {
      readonly kind: 'accept';
      readonly id: string;
      readonly by: PersonRef;
      readonly deal: Deal;
      readonly colleague?: Colleague;
    }
  | {
      readonly kind: 'decline';
      readonly id: string;
      readonly by: PersonRef;
      readonly reason: string;
      readonly notes?: string;
    }
  | { readonly kind: 'called'; readonly id: string; readonly by: PersonRef; readonly result: CallResult }
  | { readonly kind: 'contact'; readonly id: string; readonly by: PersonRef };

/** What happens to a referral, from wherever it comes. */
export type Input =
  | { readonly kind: 'command'; readonly command: Command }
  /** The resource as Partner Center has it now. */
  | { readonly kind: 'observed'; readonly resource: Resource }
  /** The resource as the intake brought it. */
  | { readonly kind: 'intake'; readonly resource: Resource }
  /** What another organisation's record of its engagement says. */
  | { readonly kind: 'sibling'; readonly resource: Resource }
  /** Partner Center does not know it (any more). */
  | { readonly kind: 'gone' }
  /** What a sweep brings: another desk, other rules, or the event that parked effects waited for. */
  | SweepInput
  /** Its author says whose stands of what changed on both sides. */
  | {
      readonly kind: 'answered';
      readonly question: string;
      readonly stands: 'mine' | 'theirs';
      readonly id: string;
      readonly by: PersonRef;
    }
  | { readonly kind: 'wake' }
  /** How the performing of one effect ended. */
  | { readonly kind: 'settled'; readonly effect: string; readonly settlement: Settlement };

/** What `step` needs to know and may not look up. */
export interface Facts {
  /** Business time, ms UTC. */
  readonly now: number;
  /** The desk it belongs to, if that is bound. */
  readonly desk?: Desk;
  /** Whether there is a Partner Center behind the account. */
  readonly connected: boolean;
  /** What its desk has set; without: `CLOCK_RULES`. */
  readonly clocks?: ClockRules;
}

export type Outcome =
  | { readonly kind: 'accepted' | 'declined' | 'called' | 'contacting' }
  /** Somebody else has accepted it; `by` is absent when that was done in Partner Center. */
  | { readonly kind: 'taken'; readonly by?: PersonRef; readonly at?: number }
  /** It is over. */
  | { readonly kind: 'final'; readonly archivedAs: ArchivedAs }
  /** Not possible in this stage (to call before …). */
  | { readonly kind: 'not-now' }
  /** Of observations, intake, wakes. `kept`: fields that people have changed and the intake therefore did not touch. */
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly kept?: readonly string[] };
