import type { ClockName } from './clock-name';
import type { ReferralKind } from '../record/kind';
import type { PersonRef } from '../person/person-ref';
import type { CallResult, Change, ChangeField } from '../deal/deal';

/** Facts of a message, put into words (of the reader's language and zone) when it is sent. */
export type Notice =
  | { readonly kind: 'reminder'; readonly clocks: readonly ClockName[] }
  | { readonly kind: 'escalation'; readonly clocks: readonly ClockName[] }
  | { readonly kind: 'contacting'; readonly by: PersonRef }
  | { readonly kind: 'called'; readonly by: PersonRef; readonly result: CallResult }
  | { readonly kind: 'refused'; readonly why: RefusedWhy; readonly detail?: string; readonly change: Change }
  | { readonly kind: 'overwritten'; readonly yours: Change; readonly fields: readonly ChangeField[] }
  /** Microsoft's consent or an invitation has made another kind of it. */
  | { readonly kind: 'kind-changed'; readonly from: ReferralKind; readonly to: ReferralKind }
  | { readonly kind: 'expired' }
  /** An effect was given up: after that many tries, or because it was refused for good. */
  | {
      readonly kind: 'stuck';
      readonly effect: string;
      readonly problem: string;
      readonly tries?: number;
    };

/** `final`: it is closed there; `taken`: somebody answered it there; `unanswered`: Partner Center did not answer for days. */
export type RefusedWhy = 'taken' | 'final' | 'invalid' | 'forbidden' | 'gone' | 'unanswered';
