import type { ClockName } from './referral/clock-name';
import type { SignedOutWhy } from './account/signed-out-why';
import type { LeadSource } from './account/lead-source';
import type { Found } from './account/comparison';
import type { RunsOut } from './account/checked';
import type { LostWhy } from './desk/lost-why';
import type { ReferralKind } from './record/kind';
import type { PersonRef } from './person/person-ref';
import type { ArchivedAs, CallResult, Change, ChangeField, Deal } from './deal/deal';

/** Facts of a message, put into words (of the reader's language and zone) when it is sent. */
export type Notice =
  | { readonly kind: 'reminder'; readonly clocks: readonly ClockName[] }
  | { readonly kind: 'escalation'; readonly clocks: readonly ClockName[] }
  | { readonly kind: 'contacting'; readonly by: PersonRef }
  | { readonly kind: 'called'; readonly by: PersonRef; readonly result: CallResult }
  /** `field`: the one that Partner Center's words are about. `by`: who dropped it. */
  | {
      readonly kind: 'refused';
      readonly why: RefusedWhy;
      readonly detail?: string;
      readonly field?: keyof Change;
      readonly change: Change;
      readonly by?: PersonRef;
    }
  /**
   * Something of theirs waits until they sign in. `effect`: what would write it; `standsInAt`: until the desk's account writes it,
   * business time in ms; `ended`: it waits no more.
   */
  | {
      readonly kind: 'author-sign-in';
      readonly effect?: string;
      readonly standsInAt?: number;
      readonly ended?: WaitEnded;
    }
  /** The same, to the managers: nobody may write it in their place, and its time is nearly up (business time, ms). */
  | { readonly kind: 'author-away'; readonly by: PersonRef; readonly deadline: number }
  /** A deal made here, or Microsoft's invitation to it, was not taken. */
  | {
      readonly kind: 'not-taken';
      readonly part: 'deal' | 'invitation';
      readonly why: NotTakenWhy;
      readonly detail?: string;
      readonly by?: PersonRef;
    }
  /** Changed on both sides: their author is asked whose stands. `question`: its id in the referral. */
  | {
      readonly kind: 'overwritten';
      readonly yours: Change;
      readonly fields: readonly ChangeField[];
      readonly question?: string;
    }
  /** Microsoft's consent or an invitation has made another kind of it. */
  | { readonly kind: 'kind-changed'; readonly from: ReferralKind; readonly to: ReferralKind }
  /** Microsoft wants to know more about the registration of a won deal. */
  | { readonly kind: 'registration-asks' }
  /** Microsoft's answer to the deal, which it has on its own record. */
  | { readonly kind: 'microsoft-answered'; readonly answer: 'accepted' | 'declined' | 'expired' }
  /** What was planned for this moment; `since`: when what they are reminded of was. */
  | { readonly kind: 'remind'; readonly why: ReminderWhy; readonly since: number }
  /** Somebody changed it in Partner Center itself: what stands there now, and what stood there. */
  | { readonly kind: 'changed-there'; readonly was: Deal; readonly now: Change }
  /** Somebody closed it there. */
  | { readonly kind: 'closed-there'; readonly archivedAs: ArchivedAs }
  | { readonly kind: 'expired' }
  /** A desk can no longer be written to. */
  | { readonly kind: 'desk-lost'; readonly name: string; readonly why?: LostWhy }
  /** Teams does not take a desk's list of new referrals. `name`: the desk's. */
  | { readonly kind: 'list-refused'; readonly name: string; readonly problem: string }
  /** A channel is a desk no more. `heir`: the desk that took what it held. */
  | { readonly kind: 'desk-unbound'; readonly name: string; readonly by: PersonRef; readonly heir?: string }
  /** Stands where a card was. `desk`: where it stands now; `anew`: there once more; `nowhere`: it waits for a desk; `below`: in the same chat. */
  | {
      readonly kind: 'card-moved';
      readonly customer: string;
      readonly to: 'elsewhere' | 'anew' | 'nowhere' | 'below';
      readonly desk: string;
    }
  /** The sign-in of a Partner Center account does not hold any more. */
  | { readonly kind: 'signed-out'; readonly why: SignedOutWhy; readonly problem: string }
  /** Partner Center cannot be asked since then (business time, ms). `forbidden`: it answers, and does not let the account read. */
  | {
      readonly kind: 'away';
      readonly since: number;
      readonly problem: string;
      readonly forbidden?: true;
    }
  /** It answers again. */
  | { readonly kind: 'here-again'; readonly since: number }
  /** The account may not have Partner Center tell the desk of changes. */
  | { readonly kind: 'not-told'; readonly problem: string }
  /** Another system is told of changes. `shared`: the desk has taken its place, and passes on to it. */
  | { readonly kind: 'another-is-told'; readonly url: string; readonly shared: boolean }
  /** The account's sign-in reads and may not change. */
  | { readonly kind: 'reads-only'; readonly problem: string }
  /** Something that the sign-in needs ends by itself, in so many days. */
  | { readonly kind: 'runs-out'; readonly what: RunsOut; readonly days: number }
  /** This machine's clock is so far ahead of Partner Center's, ms; behind: below zero. */
  | { readonly kind: 'clock-off'; readonly ahead: number }
  /** A comparison with Partner Center has found something; most of it is put right. */
  | { readonly kind: 'reconciled'; readonly found: Found }
  /** No lead has come for so many days where some had come before. */
  | { readonly kind: 'no-leads'; readonly source: LeadSource; readonly days: number }
  /** What this account (`name`: as people call it) shows waits, because no desk takes it. `more`: than were counted. */
  | {
      readonly kind: 'unfed';
      readonly name: string;
      readonly customers: readonly string[];
      readonly count: number;
      readonly more: boolean;
    }
  /** The service account is somebody's own. */
  | { readonly kind: 'persons-account'; readonly who: string }
  /** An effect was given up: after that many tries, because it was refused for good, or by the admin who dropped it. */
  | {
      readonly kind: 'stuck';
      readonly effect: string;
      readonly problem: string;
      readonly tries?: number;
      readonly by?: PersonRef;
    };

/** By whose right it was written; `over`: in none of these ways. */
export type WaitEnded = 'own' | 'account' | 'over';

/**
 * `call`: they did not reach the customer, and want to try again. `microsoft`: it has not answered
 * an invitation. `convert`: a joint planning lead is ready to be an opportunity.
 */
export type ReminderWhy = 'call' | 'microsoft' | 'convert' | 'registration';

/**
 * `final`: it is closed there; `taken`: somebody answered it there; `forbidden`: the account may not; `no-right`: their own role does not
 * suffice; `unanswered`: Partner Center did not answer for days; `dropped`: an admin took it out of what waits.
 */
export type RefusedWhy =
  | 'taken'
  | 'final'
  | 'invalid'
  | 'forbidden'
  | 'no-right'
  | 'gone'
  | 'unanswered'
  | 'dropped';

/** `another-contact`: of an invitation: the customer's contact that it names was changed in Partner Center before it went. */
export type NotTakenWhy = RefusedWhy | 'another-contact';
