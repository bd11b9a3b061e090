import type { Desk } from '../domain/desk/desk';
import type { DraftPlace } from '../domain/draft/draft';
import type { FormAnswerInput } from '../domain/forms/engine';
import type { Answers, Form, FormName, Problem } from '../domain/forms/form';
import type { Person } from '../domain/person/person';
import type { Contact } from '../domain/record/current';
import type { Outcome } from '../domain/referral/inputs';
import type { Resource } from '../domain/record/resource';
import type { ReferralView } from './ports/messages';
import type { RosterMember } from './ports/ports';
import type { RowKey } from './ports/store';

/** What a door has learnt about a person or a chat from a verified activity. */
export interface SeenPerson {
  readonly tenant: string;
  readonly aadObjectId: string;
  readonly name?: string;
  readonly email?: string;
  readonly teamsId?: string;
  /** Only of the personal chat. */
  readonly conversation?: string;
  readonly serviceUrl?: string;
  readonly language?: string;
  readonly zone?: string;
}

/** The channel that somebody stands in. */
export type ChannelPlace = DraftPlace;

/** Why a person may not, or what was not found: never thrown. */
export type Refusal =
  | { readonly kind: 'not-found' }
  /** Not one of the people of the desk that it belongs to. */
  | { readonly kind: 'not-yours' }
  /** Contacts after acceptance: owner, colleagues and managers only. */
  | { readonly kind: 'owner-only'; readonly owner: string }
  | { readonly kind: 'no-desk' }
  /** Not an admin. */
  | { readonly kind: 'admin-only' };

/** A form as it stands for one person; every surface draws itself from this. */
export interface OpenForm {
  readonly kind: 'form';
  readonly form: Form;
  /** The draft document's id: the one thing that a surface sends back. */
  readonly draft: string;
  /** What each field holds now: initial values overlaid with what was sent. */
  readonly values: Answers;
  readonly problems: readonly Problem[];
  /** Typed words: the field asked for; absent when all is answered and only "save" is missing. */
  readonly asking?: string;
  /** Another person began the same form less than 10 minutes ago. */
  readonly alsoOpen?: string;
  /** Of the referral that it is about; absent in `bind`. */
  readonly view?: ReferralView;
  /** YYYY-MM-DD at the desk: what "today" is, and what a date is judged by. */
  readonly today: string;
  readonly language: string;
  readonly zone: string;
}

/** A form's end. `wrote`: what the person had written (shown again when somebody else was first). */
export interface FormEnd {
  readonly kind: 'ended';
  readonly outcome: Outcome;
  readonly form: FormName;
  readonly wrote: Answers;
  readonly view?: ReferralView;
  readonly desk?: Desk;
  /** Of `bind`: the desk that new referrals come to, when it is another one. */
  readonly newGoTo?: string;
}

export type FormAnswer = OpenForm | FormEnd | { readonly kind: 'cancelled' } | Refusal;

export type ListName = 'inbox' | 'my-active-deals' | 'expiring' | 'all-deals' | 'archive' | 'search';

export interface ReferralList {
  readonly kind: 'list';
  readonly list: ListName;
  readonly words: string;
  readonly rows: readonly ReferralView[];
  /** Exact to 1,000; 1,001 means "1,000+". */
  readonly total: number;
  /** Per currency, of all rows counted: decimal strings in major units. */
  readonly sums: readonly { readonly currency: string; readonly value: string }[];
  /** 1-based number of the first row on this page. */
  readonly from: number;
  readonly next?: RowKey;
  readonly language: string;
  readonly zone: string;
  /** Whether any desk is bound: an empty list says what comes next. */
  readonly bound: boolean;
  /** The desk that all of it is of; absent when it may be of several. */
  readonly desk?: string;
}

/** Referrals that words may mean: for `show`, `accept`, `decline`. */
export type Found =
  | { readonly kind: 'one'; readonly view: ReferralView }
  | { readonly kind: 'several'; readonly list: ReferralList }
  | { readonly kind: 'none' };

/** Contacts of a referral, for one person's eyes. */
export interface ContactSheet {
  readonly kind: 'contacts';
  readonly contacts: readonly Contact[];
  readonly view: ReferralView;
}

export type IntakeResult =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly kept?: readonly string[] }
  /** A resource over its size or with wrong fields never gets here; this is the store's or the domain's no. */
  | { readonly kind: 'problem'; readonly problem: string };

/** All that the doors (Teams, HTTP, schedule, sandbox) may ask for. Throws only faults. */
export interface UseCases {
  /** Keeps what is known of a person current; writes only when something changed. Unparks what waited for them. */
  seePerson(seen: SeenPerson): Promise<Person>;
  personUnreachable(person: string): Promise<void>;
  /** The bot was added to (or put back into) a team: parked effects of its desks are tried again. */
  teamInstalled(team: string, serviceUrl: string, by?: Person): Promise<void>;
  teamRemoved(team: string): Promise<void>;
  /** The desk of a channel, if it is bound. */
  desk(channel: string): Promise<Desk | undefined>;

  /** Opens (or goes on with) a form. `of`: a referral's document id. */
  openForm(form: Exclude<FormName, 'bind'>, of: string, by: Person): Promise<FormAnswer>;
  /** Opens the bind form for a channel; `roster`: the people to choose from. */
  openBind(place: ChannelPlace, roster: readonly RosterMember[], by: Person): Promise<FormAnswer>;
  answerForm(draft: string, by: Person, input: FormAnswerInput): Promise<FormAnswer>;
  /** The form as it stands, without an input. */
  readForm(draft: string, by: Person): Promise<FormAnswer>;
  /** Keeps the dialog stack of a personal chat: false when somebody else wrote it meanwhile (run the turn again). */
  keepDialogs(person: Person, dialogs: unknown): Promise<boolean>;

  /** Contact: who is contacting the customer is said in the thread; the sheet is for this person only. `command`: of the button's press. */
  contacts(referral: string, by: Person, command: string): Promise<ContactSheet | Refusal>;
  /** The referral as this person sees it. */
  view(
    referral: string,
    by: Person,
  ): Promise<{ readonly kind: 'one'; readonly view: ReferralView } | Refusal>;
  find(words: string, by: Person, stage?: 'received' | 'accepted'): Promise<Found>;
  list(
    name: ListName,
    words: string,
    by: Person,
    after?: RowKey,
    from?: number,
  ): Promise<ReferralList | Refusal>;

  /** One resource from the intake; stored when this resolves. */
  receiveReferral(resource: Resource): Promise<IntakeResult>;
  /** Partner Center may have news: poll now instead of at the next turn. */
  pollNow(): Promise<void>;
}
