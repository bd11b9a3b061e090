import type { KnownSolution } from '../../domain/deal/solution';
import type { Operation } from '../../domain/operations/operation';
import type { RegistrationRules } from '../../domain/referral/registration-rules';
import type {
  Budget,
  Clock,
  Directory,
  EventRegistration,
  Log,
  Messenger,
  Metrics,
  OwnRights,
  PartnerCenter,
  SignInByCode,
  SignInPage,
} from './ports';
import type { History, Store } from './store';

/** What a deployment is set to, as far as the use cases ask. */
export interface DeskSettings {
  /** Where the card of a lead, of a co-sell deal links to; `{id}` is replaced by the referral's id. */
  readonly webUrl: () => string;
  readonly coSellWebUrl: () => string;
  /** Where a CRM id links to; `{crmId}` is replaced. */
  readonly crmUrl?: string;
  /** Values of `referralProgram` that mean joint planning. */
  readonly jointPlanning?: readonly string[];
  /** What a won deal needs to be registered; absent: as Microsoft's pages say. */
  readonly registration?: RegistrationRules;
  /** The catalogue. None of it one's own: a deal cannot be shared with Microsoft. */
  readonly solutions: readonly KnownSolution[];
  /** How much of what Microsoft publishes as its limits is used, in percent; absent: 80. */
  readonly budgetPercent?: number;
  /** Entra object ids or user principal names; empty: whoever added the app to the team. */
  readonly admins: readonly string[];
  readonly language: string;
  readonly zone: string;
}

/** The Partner Center accounts that this deployment serves. */
export interface Accounts {
  /** Whose records it holds: `desk` when it stands alone. The first one's are those that come from elsewhere (intake). */
  readonly keys: readonly [string, ...string[]];
  /** Absent: the desk stands alone, or the account is not connected any more. */
  of(account: string): PartnerCenter | undefined;
  /** Where Partner Center is asked to tell of its changes; absent: it is not asked to. */
  eventsOf?(account: string): EventRegistration | undefined;
  /** Where an admin signs in; absent: by the command line alone, or not at all. */
  signInOf?(account: string): SignInPage | undefined;
  /** The same by a code, where no browser reaches the desk. */
  codeSignInOf?(account: string): SignInByCode | undefined;
  /** People's own sign-ins to it; absent: they are not set up, and all is written by the account. */
  ownRightOf?(account: string): OwnRights | undefined;
  /** Whether somebody has to sign in at all: the sandbox asks nobody. */
  readonly signIn?: boolean;
  /** When the application's secret ends, business time in ms; absent: not known. */
  secretEndsOf?(account: string): number | undefined;
  /** What people call it; absent: by its tenant. */
  nameOf?(account: string): string | undefined;
  /** The account's own organisation in Partner Center, where it is set; otherwise it is learnt from records. */
  organizationOf?(account: string): string | undefined;
}

/** All that the use cases reach of the outside. */
export interface World {
  readonly store: Store;
  readonly history: History;
  readonly clock: Clock;
  readonly messenger: Messenger;
  readonly budget: Budget;
  readonly directory: Directory;
  readonly accounts: Accounts;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly settings: DeskSettings;
  /** All that people can do. */
  readonly operations: readonly Operation[];
  /** Tells the dispatcher that something may be due. */
  kick(): void;
  newId(): string;
  /** Resolves after so many ms of real time. */
  pause(ms: number): Promise<void>;
  /** 0…1, for jitter. */
  random(): number;
}
