import type { AwaitedAuthor } from '../../domain/referral/awaited-author';
import type { ClockName, ClockState } from '../../domain/referral/clock-name';
import type { Current } from '../../domain/record/current';
import type { Notice } from '../../domain/notices';
import type { QuietWhy } from '../../domain/record/quiet';
import type { Person, PersonRef } from '../../domain/person/person';
import type { PointStanding } from '../../domain/referral/registrable';
import type { MicrosoftsAnswer } from '../../domain/referral/siblings';
import type { TestRun } from '../../domain/referral/test-run';
import type {
  ArchivedAs,
  AuditWhat,
  CallResult,
  DeskNote,
  Intent,
  Making,
  Stage,
} from '../../domain/referral/referral';

/** One clock as it stands: `deadline` in ms UTC. */
export interface ClockView {
  readonly clock: ClockName;
  readonly deadline: number;
  readonly state: ClockState;
}

/** `n`: its number, the first is 1. `to`: whom a message reached. `times`: it stands for so many. */
export interface HistoryLine {
  readonly n: number;
  readonly at: number;
  readonly by?: string;
  readonly what: AuditWhat;
  readonly to?: readonly string[];
  /** What they were told about. */
  readonly about?: Notice['kind'];
  readonly times?: number;
}

/** All that a referral's card, its details and its notices are drawn from, on every surface. */
export interface ReferralView {
  /** The document's id: what buttons carry. */
  readonly id: string;
  readonly referralId: string;
  /** The channel's card, or one person's own copy. */
  readonly audience: 'channel' | 'person';
  /** The desk's name (the channel's); absent before any desk is bound. */
  readonly desk?: string;
  /** The desk document's id: who is in its team may see the referral. */
  readonly deskId?: string;
  /** The Partner Center account that it came by, where there are several. */
  readonly accountName?: string;
  /** The desk's own first e-mail to a customer, its places not filled in yet. */
  readonly letter?: string;
  readonly current: Current;
  /** Partner Center's part: what is not confirmed yet. */
  readonly pending?: Pick<Intent, 'state' | 'by' | 'at' | 'change' | 'until' | 'toRegister'>;
  /** Of a deal made here, what Partner Center has not taken yet. */
  readonly making?: Making;
  /** Partner Center does not answer: when what is pending is tried next, ms UTC. */
  readonly tryAt?: number;
  /** Whose own sign-in to Partner Center it waits for. */
  readonly awaits?: AwaitedAuthor;
  /** The operations that somebody can do to it as it is now. */
  readonly offers: readonly string[];
  /** How it stands with what a registration for incentives needs; absent where there is none of its kind. */
  readonly registrable?: readonly PointStanding[];
  /** What Microsoft says to the deal, where it has a record of it. */
  readonly microsoft?: MicrosoftsAnswer;
  /** Why nobody need act on it. */
  readonly quiet?: QuietWhy;
  /** Notes of the desk alone. */
  readonly notes?: readonly DeskNote[];
  readonly connected: boolean;
  readonly asOf: number;
  readonly clocks: readonly ClockView[];
  readonly owner?: PersonRef;
  /** Who ended it here, and when. */
  readonly ended?: { readonly at: number; readonly by?: PersonRef };
  /** Who answers: mentioned on a received card until somebody owns it; of an expired one who was to. */
  readonly responders: readonly Person[];
  readonly contacting?: { readonly by: PersonRef; readonly at: number };
  readonly called?: { readonly by: PersonRef; readonly at: number; readonly result: CallResult };
  /** Who reads it in their own chat, or in an answer of their own. */
  readonly readBy?: string;
  /** One of this reader's favourites. */
  readonly favourite?: true;
  /** When this reader is reminded of it, as they wanted. */
  readonly remindsAt?: number;
  /** Other referrals of its customer at its desk, of what nobody has answered yet: how many (1,000: or more), and the first of them. */
  readonly seenBefore?: {
    readonly total: number;
    readonly newest: readonly {
      readonly stage: Stage;
      readonly archivedAs?: ArchivedAs;
      readonly owner?: string;
    }[];
  };
  readonly history: readonly HistoryLine[];
  readonly goneAt?: number;
  readonly test?: TestRun;
  /** Its card in the channel, with the thread under it. */
  readonly thread?: { readonly channel: string; readonly message: string; readonly tenant: string };
  /** The record in Partner Center; empty where it is not there. */
  readonly webUrl: string;
  /** The deal in the CRM, if it has an id there and the settings say where. */
  readonly crmUrl?: string;
  readonly now: number;
  /** Of the reader: the desk's, or the person's. */
  readonly language: string;
  readonly zone: string;
}

/** Whose words, of which moment: language tag, IANA zone, business time in ms. */
export interface ReadBy {
  readonly language: string;
  readonly zone: string;
  readonly now: number;
}

/** What is sent without being asked: a card, a notice about one, a notice about a desk or an account, or many in one list. */
export type Message =
  | { readonly kind: 'card'; readonly view: ReferralView }
  | {
      readonly kind: 'notice';
      readonly notice: Notice;
      readonly view: ReferralView;
      readonly mention: readonly Person[];
    }
  /** `account`: which of several it is about, by name. */
  | {
      readonly kind: 'word';
      readonly notice: Notice;
      readonly reader: ReadBy;
      readonly account?: string;
    }
  | {
      /** Many referrals that came to a channel at once. */
      readonly kind: 'listed';
      readonly rows: readonly ReferralView[];
      /** How many there are in all; `rows` may be fewer. */
      readonly total: number;
      /** An account had them before the desk knew it: so many are still to be answered and past that deadline. `account`: which, where there are several. */
      readonly imported?: { readonly late: number; readonly account?: string };
      /** It is a morning's list of what nobody need act on. */
      readonly quiet?: true;
      /** Who is to answer. */
      readonly answers: readonly Person[];
      readonly reader: ReadBy;
    }
  | {
      readonly kind: 'gathered';
      readonly lines: readonly { readonly notice: Notice; readonly view: ReferralView }[];
      /** How many there are in all; `lines` may be fewer. */
      readonly total: number;
      readonly reader: ReadBy;
    };
