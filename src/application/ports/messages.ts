import type { ClockName } from '../../domain/referral/clock-name';
import type { Current } from '../../domain/record/current';
import type { Notice } from '../../domain/referral/notices';
import type { Person, PersonRef } from '../../domain/person/person';
import type { AuditWhat, CallResult, Intent } from '../../domain/referral/referral';

/** One clock as it stands: `deadline` in ms UTC. */
export interface ClockView {
  readonly clock: ClockName;
  readonly deadline: number;
  /** soon: the ladder says that the card shows it (12 h left to respond); passed: over. */
  readonly state: 'running' | 'soon' | 'passed';
}

/** All that a referral's card, its details and its notices are drawn from, on every surface. */
export interface ReferralView {
  /** The document's id: what buttons carry. */
  readonly id: string;
  readonly referralId: string;
  /** Changes with what the card shows: a button with an older one is outdated. */
  readonly stamp: string;
  /** The channel's card, or one person's own copy. */
  readonly audience: 'channel' | 'person';
  /** The desk's name (the channel's); absent before any desk is bound. */
  readonly desk?: string;
  /** The desk document's id: who is in its team may see the referral. */
  readonly deskId?: string;
  readonly current: Current;
  /** Partner Center's part: what is not confirmed yet. */
  readonly pending?: Pick<Intent, 'state' | 'by' | 'at' | 'change'>;
  readonly connected: boolean;
  readonly asOf: number;
  readonly clocks: readonly ClockView[];
  readonly owner?: PersonRef;
  /** Who answers, mentioned on a received card until somebody owns it. */
  readonly responders: readonly Person[];
  readonly contacting?: { readonly by: PersonRef; readonly at: number };
  readonly called?: { readonly by: PersonRef; readonly at: number; readonly result: CallResult };
  readonly history: readonly { readonly at: number; readonly by?: string; readonly what: AuditWhat }[];
  readonly goneAt?: number;
  readonly webUrl: string;
  /** The deal in the CRM, if it has an id there and the settings say where. */
  readonly crmUrl?: string;
  readonly now: number;
  /** Of the reader: the desk's, or the person's. */
  readonly language: string;
  readonly zone: string;
}

/** What is sent without being asked: a card, or a notice about one. */
export type Message =
  | { readonly kind: 'card'; readonly view: ReferralView }
  | {
      readonly kind: 'notice';
      readonly notice: Notice;
      readonly view: ReferralView;
      readonly mention: readonly Person[];
    };
