import type { ReferralKind, Sender } from './kind';
import type { Listed } from '../deal/entries';
import type { DealListId } from '../deal/lists';
import type { QuietWhy } from './quiet';
import type { Registration } from './registration';
import type { ArchivedAs, Colleague, Deal, Stage } from '../referral/referral';

export interface Contact {
  readonly name: string;
  readonly title?: string;
  readonly phone?: string;
  readonly email?: string;
  /** What of it Partner Center has found wrong. */
  readonly doubts?: readonly ('email' | 'phone')[];
}

/** A referral as people see it: the last resource read, with the intents applied. Absent facts are left out. */
export interface Current {
  readonly kind: ReferralKind;
  readonly sender: Sender;
  readonly stage: Stage;
  readonly archivedAs?: ArchivedAs;
  /** Why it was declined or lost: a code of `DECLINE_REASONS`, or Partner Center's own words. */
  readonly reason?: string;
  readonly customer: {
    readonly name: string;
    readonly street?: string;
    readonly postalCode?: string;
    readonly city?: string;
    /** State, province, canton. */
    readonly region?: string;
    /** ISO 3166 alpha-2 in practice; otherwise as it came. */
    readonly country?: string;
    /** Partner Center's size word, e.g. `51to250employees`. */
    readonly size?: string;
    /** D-U-N-S number: nine digits. */
    readonly duns?: string;
  };
  /** One's own company, as the record calls it. */
  readonly company?: string;
  readonly contacts: readonly Contact[];
  readonly colleagues: readonly Colleague[];
  readonly deal: Deal;
  /** The lists that people change, each entry with its key; what is read of them for cards and search stands beside. */
  readonly lists: Readonly<Record<DealListId, readonly Listed[]>>;
  /** What the customer asks for, in their own words. */
  readonly request?: string;
  /** Co-sell: the sender's note and the help asked for (`assistanceRequestCode`). */
  readonly senderNote?: string;
  readonly help?: string;
  readonly products: readonly string[];
  readonly services: readonly string[];
  readonly industries: readonly string[];
  readonly solutions: readonly string[];
  /** The business profile's location that it came to. */
  readonly location?: string;
  /** Of a won deal: its registration for incentives. */
  readonly registration?: Registration;
  readonly requestedContact: boolean;
  /** Nobody need act on it, as the record tells. */
  readonly quiet?: QuietWhy;
  /** Business times in ms UTC. */
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly acceptedAt?: number;
  readonly closedAt?: number;
}
