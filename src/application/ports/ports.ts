import type { Registered } from '../../domain/account/listening';
import type { SignedOutWhy } from '../../domain/account/signed-out-why';
import type { Desk } from '../../domain/desk/desk';
import type { Person } from '../../domain/person/person';
import type { Change, Invitation } from '../../domain/referral/referral';
import type { Resource } from '../../domain/record/resource';
import type { Message } from './messages';

/** Business time (movable in the sandbox) and real time, both in ms UTC. */
export interface Clock {
  readonly now: () => number;
  readonly real: () => number;
}

/** Where a message goes. A thread hangs under the message `root` of the desk's channel. */
export type Address =
  | { readonly to: 'channel'; readonly desk: Desk }
  | { readonly to: 'thread'; readonly desk: Desk; readonly root: string }
  | { readonly to: 'person'; readonly person: Person };

/** How one try to post or update ended. Nothing is thrown: each outcome has its consequence. */
export type Delivery =
  /** `conversation`: without a thread's suffix; of a person the chat, which may have been opened now. */
  | {
      readonly kind: 'delivered';
      readonly activity: string;
      readonly conversation: string;
      readonly shown: string;
    }
  /** Teams took it and did not say under which id: it stands there, and cannot be changed. It is not sent again at once. */
  | { readonly kind: 'unplaced' }
  /** The render equals the last one shown: nothing was sent. */
  | { readonly kind: 'same' }
  /** The message to update is no longer there. */
  | { readonly kind: 'vanished' }
  /** 403 and 404 of the conversation: wait until the bot is installed again or the person writes. */
  | { readonly kind: 'unreachable'; readonly problem: string }
  /** `afterMs`: from Retry-After; `throttled`: too much was sent (429). */
  | {
      readonly kind: 'retry';
      readonly afterMs?: number;
      readonly throttled?: true;
      readonly problem: string;
    }
  /** It was not let out: not before this business time (ms). */
  | { readonly kind: 'held'; readonly at: number }
  /** It will never be taken as it is (400, 413). */
  | { readonly kind: 'rejected'; readonly problem: string };

/** Asked when all is ready to be sent, and not when nothing is. Undefined: it may go; else business time (ms) to ask again. */
export type LetOut = () => Promise<number | undefined>;

/** Teams, outbound. One HTTP attempt a call, at most 8 s. */
export interface Messenger {
  post(address: Address, message: Message, letOut?: LetOut): Promise<Delivery>;
  /** `shown`: the fingerprint of what stands there now. */
  update(
    address: Address,
    activity: string,
    message: Message,
    shown: string | undefined,
    letOut?: LetOut,
  ): Promise<Delivery>;
  /** Takes a message off; `vanished`: it was not there any more. */
  remove(address: Address, activity: string, letOut?: LetOut): Promise<Delivery>;
}

/** A channel (without a thread's suffix) or a chat, and whose Teams it is in. */
export interface Conversation {
  readonly conversation: string;
  readonly tenant: string;
}

/** Who asks to send something: where room is scarce, the nearest deadline (business time, ms) is first. */
export interface Asker {
  readonly id: string;
  readonly deadline: number;
}

/** How much may go to Teams, over all processes on one store. */
export interface Budget {
  /** Takes a message off the budget. Undefined: it may go; else business time (ms) to ask again. */
  ask(to: Conversation, asker: () => Asker): Promise<number | undefined>;
  /** One more new card in that channel; false: so many have come of late that one list says the rest. Counted at once. */
  announce(to: Conversation): Promise<boolean>;
  /** So many come there together: when they are too many for cards, none of them becomes one. */
  crowd(to: Conversation, newcomers: number): Promise<void>;
  /** So many went there without asking. Never throws. */
  sent(to: Conversation, messages: number): Promise<void>;
  /** Teams has said that it was too much. Never throws. */
  throttled(to: Conversation): Promise<void>;
}

export interface RosterMember {
  readonly teamsId: string;
  readonly aadObjectId?: string;
  readonly name: string;
  readonly email?: string;
  /** The name they sign in with, which need not be their address. */
  readonly userPrincipalName?: string;
  readonly tenant?: string;
}

/** A team in Teams, and where it is reached. */
export type TeamAddress = Pick<Desk, 'team' | 'serviceUrl' | 'tenant'>;

/** Who is in a desk's team, and what it is called. Throws `Unavailable` when Teams does not answer. */
export interface Directory {
  roster(team: TeamAddress): Promise<readonly RosterMember[]>;
  isMember(team: TeamAddress, person: Person): Promise<boolean>;
  /** The names as Teams has them; General has none in the list of channels. */
  names(team: TeamAddress): Promise<TeamNames>;
  /** What Teams says of a person in their own chat: an activity tells neither address nor sign-in name. */
  profile(person: Person): Promise<RosterMember | undefined>;
  /** Who is in the team has changed: what is kept of it is asked for anew. */
  changed(team: string): void;
}

export interface TeamNames {
  readonly team?: string;
  /** By the channel's id. */
  readonly channels: Readonly<Record<string, string>>;
}

/** How one call to Partner Center ended. */
export type PartnerCenterAnswer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'not-found' }
  /** It has changed since it was read. `conflict`: a 409, which may be a refusal; with what Partner Center said, for the author alone. */
  | { readonly kind: 'changed-meanwhile'; readonly conflict?: string }
  /** `detail`: what Partner Center said, for the author alone; `at`: the field that it names; `problem`: status and code, for log and admins. */
  | {
      readonly kind: 'refused';
      readonly why: 'invalid' | 'forbidden';
      readonly detail: string;
      readonly at?: string;
      readonly problem: string;
    }
  /** Somebody must sign in again. */
  | { readonly kind: 'signed-out'; readonly why: SignedOutWhy; readonly problem: string }
  /** Nothing was done: 429, 503, connection refused … */
  | { readonly kind: 'retry'; readonly afterMs?: number; readonly problem: string }
  /** It may have been done: time-out, connection lost, 5xx on a write. Read first. */
  | { readonly kind: 'unsure'; readonly problem: string };

export interface ReferralPage {
  readonly resources: readonly Resource[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
}

/** What an account's answers have shown by the way, in this process. */
export interface Noticed {
  /** How far this machine's clock is ahead of Partner Center's, ms of real time, by its newest answer's `Date` (RFC 9110, 6.6.1). */
  readonly ahead?: number;
  /** Whether a list may be narrowed to what has changed; absent: not tried yet. */
  readonly filters?: boolean;
  /** A change of stage is written after the fields that go with it, since it refuses both in one call; absent: not tried yet. */
  readonly apart?: boolean;
}

/** One account of Partner Center's Referrals API. One HTTP attempt a call, at most 8 s. */
export interface PartnerCenter {
  /** Changed at or after `since` (as Partner Center wrote the time), with some before it; in no order to be relied on. */
  list(since: string | undefined, page?: string): Promise<PartnerCenterAnswer<ReferralPage>>;
  get(referralId: string): Promise<PartnerCenterAnswer<Resource>>;
  /** All sides of a deal that this account may see: ours, and those of other organisations. */
  engagement(engagementId: string): Promise<PartnerCenterAnswer<ReferralPage>>;
  /** Holds only for the resource that was read (its eTag). `zone`: of its days, else UTC. Answers with the resource after it. */
  patch(resource: Resource, change: Change, zone?: string): Promise<PartnerCenterAnswer<Resource>>;
  /** Whether the account may change a record, without changing any. `limitMs`: less than a call may take, where somebody waits for it. */
  mayChange(resource: Resource, limitMs?: number): Promise<PartnerCenterAnswer<true>>;
  /** Creates the deal that stands in `resource`, or, with an invitation, Microsoft's side of it. Answers with the record made. */
  create(resource: Resource, zone: string, invites?: Invitation): Promise<PartnerCenterAnswer<Resource>>;
  noticed(): Noticed;
}

/** How an admin signs in as the service account, in a browser. */
export interface SignInPage {
  /** The desk's own address that leads there. */
  link(ticket: string): string;
  /** Microsoft's page for it. `ticket` comes back with the person. Throws when Microsoft cannot be asked. */
  address(ticket: string): Promise<string>;
  /** What they come back with. Throws in plain words when Microsoft does not take it. */
  redeem(ticket: string, code: string): Promise<SignedInAs>;
}

/** What an admin enters at that address, in any browser, to sign in. */
export interface SignInCode {
  readonly address: string;
  readonly code: string;
}

/** Resolves once somebody has entered the code that is `told`. Rejects in plain words: not allowed there, or nobody came. */
export type SignInByCode = (told: (code: SignInCode) => void) => Promise<SignedInAs>;

/** The people's own sign-ins to one account of Partner Center. */
export interface OwnRights {
  readonly page: SignInPage;
  /** With what Teams gives of the person (single sign-on), for this application; absent: by the page alone. */
  readonly exchange?: {
    readonly uri: string;
    /** Throws in plain words when Microsoft does not take it. */
    redeem(given: string): Promise<SignedInAs>;
  };
  /** Partner Center as this person may use it, by what they have signed in with. `person`: the document's id. */
  client(person: string): PartnerCenter;
  /** What is held of a person's sign-in is not used any more. */
  forget(person: string): void;
}

/** `token`: sealed, to be stored. `mfa`: whether the sign-in was with more than one factor; absent: it does not tell. */
export interface SignedInAs {
  readonly token: { readonly sealed: string; readonly from: string };
  readonly who?: string;
  /** Entra's id of who it is, and the tenant that it is of. */
  readonly aadObjectId?: string;
  readonly tenant?: string;
  readonly mfa?: boolean;
}

/** A tenant's webhook registration. One HTTP attempt a call, at most 8 s. */
export interface EventRegistration {
  /** The desk's own address for events; undefined: it has none that Partner Center could reach. */
  url(): string | undefined;
  /** Undefined: nothing is registered. */
  read(): Promise<PartnerCenterAnswer<Registered | undefined>>;
  /** `exists`: in the place of another, else as the first. */
  write(registration: Registered, exists: boolean): Promise<PartnerCenterAnswer<Registered>>;
}

/** A line of the log; `facts` never hold contact data. */
export interface Log {
  info(facts: object, line: string): void;
  warn(facts: object, line: string): void;
  error(facts: object, line: string): void;
}

/** Counters and timings behind `/metrics`. */
export interface Metrics {
  effect(kind: string, result: string, ms: number): void;
  turn(kind: string, result: string, ms: number): void;
  command(name: string, outcome: string): void;
  intake(result: string): void;
  /** Something was put off because a conversation's or a tenant's budget was used up. */
  heldBack(by: string): void;
}
