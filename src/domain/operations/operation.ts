import type { KnownSolution } from '../deal/solution';
import type { Desk, DeskRef } from '../desk/desk';
import type { DeskInput } from '../desk/step';
import type { KnownCustomer } from '../forms/customer';
import type { Answers, Form, Problem } from '../forms/form';
import type { Holding } from '../forms/holding';
import type { Known } from '../forms/people';
import type { PersonRef } from '../person/person-ref';
import type { Current } from '../record/current';
import type { ReferralKind } from '../record/kind';
import type { NewDeal } from '../referral/born';
import type { Facts, Outcome } from '../referral/inputs';
import type { Referral, Stage } from '../referral/referral';

/** Who does it. `addresses`: e-mail and sign-in name in small letters, by which a colleague is known. */
export interface Actor extends PersonRef {
  readonly addresses: readonly string[];
  /** IANA: theirs, else their desk's. */
  readonly zone?: string;
}

/** What a referral is like, whoever looks at it. */
export type Standing = Pick<About, 'referral' | 'current' | 'facts'>;

/** desk: anybody of its desk; involved: the owner, the colleagues on it, who has just changed it, the desk's managers. */
export type Who = 'desk' | 'involved';

/** What an operation on a referral is judged by. */
export interface About {
  readonly referral: Referral;
  readonly current: Current;
  readonly by: Actor;
  readonly facts: Facts;
  /** Whom the person may put on it, themselves first; of an operation that offers them. */
  readonly people?: readonly Known[];
  /** Solutions of the catalogue and of its desk's deals; of an operation that offers them. */
  readonly solutions?: readonly KnownSolution[];
}

/** What a form starts with is worked out from this, too. */
export interface Opening extends About {
  /** YYYY-MM-DD at the desk. */
  readonly today: string;
}

export interface Doing extends About {
  /** The command's id: a repeat of it changes nothing. */
  readonly id: string;
  /** What the form holds, each field by its rule; empty without a form. */
  readonly answers: Answers;
  /** What the form opened with. */
  readonly began: Answers;
}

/** One thing that a person can do to a referral: a row of the table. */
export interface ReferralOperation {
  readonly on: 'referral';
  /** Its name everywhere: button, typed command, form, strings. */
  readonly name: string;
  /** The stages in which it is possible, and for whom. */
  readonly where: Readonly<Partial<Record<Stage, Who>>>;
  /** Of which kinds; `every`: of those too that can only be read here; without: all but those. */
  readonly kinds?: readonly ReferralKind[] | 'every';
  /** What else stands against it, as the referral is now; undefined: nothing. */
  readonly hindered?: (standing: Standing) => Outcome | undefined;
  /** What the audit calls it, under `audit` in the strings; its outcome has the same name under `outcomes`. */
  readonly audit: string;
  /** Its form offers people of one's own to choose from; whoever is put on it is offered first the next time. */
  readonly offersPeople?: true;
  /** Its form offers the solutions that are known. */
  readonly offersSolutions?: true;
  /** One at it is enough: a second person is told who began less than 10 minutes ago. */
  readonly alone?: true;
  /** What it does stays here for as long as it can be taken back (`hold.ts`). */
  readonly holds?: true;
  /** What it changes goes to Partner Center, so that somebody there has to have the right to it. */
  readonly brings?: true;
  /** It does nothing itself: one of these is chosen. */
  readonly leads?: readonly ReferralOperation[];
  /** It does nothing itself: something new is begun that is like this one. */
  readonly begins?: NewOperation;
  /** Until when it may wait by itself beyond that, business time in ms; undefined: for nothing. */
  readonly waits?: (standing: Standing) => number | undefined;
  readonly form?: (about: About) => Form;
  readonly start?: (opening: Opening) => Answers;
  /** What the record holds of what the form asks: what changes there while the form is open is told before it is saved. */
  readonly stands?: (about: About) => Holding;
  /** The day that the form speaks of, YYYY-MM-DD at the desk: until when somebody else then has to act. */
  readonly until?: (opening: Opening) => string;
  /** What the person wrote before that has not been taken: it opens with that, as if it was sent just now. */
  readonly resumes?: (about: About) => Answers;
  /** What is wrong with what it opens with, by what has been refused. */
  readonly marks?: (about: About) => readonly Problem[];
  /** Whoever does it is about to reach the customer, and is asked later how it went. */
  readonly reaches?: true;
  /** Asked first, and done only when the person is sure. */
  readonly asks?: (about: About) => Extract<Outcome, { kind: 'asked' }> | undefined;
  /** What is offered to the person next, once it is done. */
  readonly then?: (answers: Answers) => ReferralOperation | undefined;
  /** What stands against what was written, beside the rule of each field; undefined: nothing. */
  readonly refuses?: (doing: Doing) => Outcome | undefined;
  /** The next referral, pure; the very same one when there is nothing to change. */
  readonly change: (doing: Doing) => Referral;
}

/** What an operation on a desk is judged by. `desk`: absent when the channel is none yet. */
export interface DeskAbout {
  readonly desk: Desk | undefined;
  readonly by: PersonRef & { readonly zone?: string };
  /** Whom to choose from. */
  readonly people: readonly PersonRef[];
  /** The Partner Center accounts that may feed it, where there are several. */
  readonly accounts?: readonly { readonly id: string; readonly name: string }[];
  /** People may sign in to Partner Center themselves. */
  readonly ownRight?: boolean;
  /** What a desk starts with. */
  readonly defaults: { readonly language: string; readonly zone: string };
  /** Of what gives it up: open referrals that it holds, up to 1,001, and the desk that takes them. */
  readonly open?: number;
  readonly heir?: DeskRef;
}

/** The channel, as Teams tells of it. */
export interface DeskPlace {
  readonly channel: string;
  readonly team: string;
  readonly tenant: string;
  readonly serviceUrl: string;
  readonly name: string;
}

export interface DeskDoing extends DeskAbout {
  readonly place: DeskPlace;
  readonly answers: Answers;
  /** Business time, ms UTC. */
  readonly now: number;
}

/** One thing that an admin can do to a desk. */
export interface DeskOperation {
  readonly on: 'desk';
  readonly name: string;
  readonly audit: string;
  readonly form: (about: DeskAbout) => Form;
  readonly start: (about: DeskAbout) => Answers;
  /** What stands of what the form asks: what another admin changes while it is open is told before it is saved. */
  readonly stands?: (about: DeskAbout) => Holding;
  /** What it holds goes to another desk: the person is told to which, and how much that is. */
  readonly givesUp?: true;
  /** A channel that is no desk yet becomes this first; without: it must be one. */
  readonly born?: (doing: DeskDoing) => Desk;
  /** What happens to the desk. */
  readonly change: (doing: DeskDoing) => DeskInput;
}

/** What a new referral is judged by, and its form made from. */
export interface NewAbout {
  /** Which kind of it is wanted: a value of the operation's `variants`. */
  readonly variant: string;
  /** Where it may stand: the person's own, the first one proposed. */
  readonly desks: readonly [Desk, ...Desk[]];
  readonly by: Actor;
  /** YYYY-MM-DD at that desk. */
  readonly today: string;
  /** Whether there is a Partner Center behind the account. */
  readonly connected: boolean;
  /** One's own solutions that are ready for co-sell. */
  readonly coSell: readonly KnownSolution[];
  /** Whom the person may put on it, themselves first. */
  readonly people?: readonly Known[];
  /** Customers whom those desks know, and one's own location in their newest deal. */
  readonly customers?: readonly KnownCustomer[];
  /** Solutions of the catalogue and of those desks' deals. */
  readonly solutions?: readonly KnownSolution[];
  readonly location?: string;
  /** What it is to be like. */
  readonly like?: Current;
}

/** Why something cannot be made here. `alone`: there is no Partner Center; `no-solution`: no solution is ready for co-sell. */
export type NotOpen = 'alone' | 'no-solution';

export interface NewDoing extends NewAbout {
  readonly id: string;
  readonly answers: Answers;
  /** Business time, ms UTC. */
  readonly now: number;
}

/** One way to make a referral here. */
export interface NewOperation {
  readonly on: 'new';
  readonly name: string;
  readonly audit: string;
  /** What may be made by it; the first one when nobody says which. */
  readonly variants: readonly [string, ...string[]];
  /** Which of them is most like that one; undefined: the person chooses. */
  readonly likest: (like: Current) => string | undefined;
  /** Why one of them is not open; undefined: it is. */
  readonly closed: (about: NewAbout) => NotOpen | undefined;
  readonly form: (about: NewAbout) => Form;
  readonly start: (about: NewAbout) => Answers;
  /** What is made, and at which of the desks. */
  readonly make: (doing: NewDoing) => { readonly deal: NewDeal; readonly desk: Desk };
}

export type Operation = ReferralOperation | DeskOperation | NewOperation;

/** The row of that name; undefined: of another program, or forged. */
export const operationOn = <K extends Operation['on']>(
  table: readonly Operation[],
  on: K,
  name: string,
): Extract<Operation, { on: K }> | undefined =>
  table.find((row): row is Extract<Operation, { on: K }> => row.on === on && row.name === name);
