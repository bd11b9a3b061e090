import type { CallResult, Change } from '../deal/deal';
import type { Notice, ReminderWhy } from '../notices';
import type { PersonRef } from '../person/person';
import type { Sibling } from '../record/sibling';
import type { TestRun } from './test-run';

/** Where the card stands: the channel, or a person's chat. */
export interface Place {
  /** `channel`, or `person:<person id>`. */
  readonly key: string;
  /** The Teams conversation it was posted to (of a channel: without the thread's suffix). */
  readonly conversation?: string;
  readonly activity?: string;
  /** Fingerprint of what was last shown there. */
  readonly shown?: string;
  /** It came as this message, and says so for as long as that is true. */
  readonly notice?: Notice;
  /** What stands there is out of date and the show that was owed has been given up: so often since it last worked. */
  readonly behind?: number;
  /** Of the channel: too much came there at once, so that it is a row of this list of the desk (its id). */
  readonly listed?: string;
  /** Of the channel: its card is to stand there however much comes, because something is said under it or somebody wants it. */
  readonly wanted?: true;
}

/** A field that changed on both sides: whose stands? Their author is asked; until then Partner Center's does. */
export interface Question {
  readonly id: string;
  readonly by: PersonRef;
  readonly at: number;
  readonly yours: Change;
}

/** Something that a person, or somebody in Partner Center (`by` absent), did and when. */
export interface Deed {
  readonly at: number;
  readonly by?: PersonRef;
}

/** Who said here that a contact of the customer (by its key) agrees to be known to Microsoft, and when. */
export interface Consent {
  readonly contact: string;
  readonly by: PersonRef;
  readonly at: number;
}

/** What the desk holds of its own: Partner Center has no place for it. */
export interface Own {
  /** The account by which Partner Center last took a change of it: the next goes the same way. */
  readonly writtenBy?: string;
  /** It is the same record as this document (its id), which has taken on all that was here: nothing lives here any more. */
  readonly doubleOf?: string;
  /** The documents that were doubles of this one. */
  readonly doubles?: readonly string[];
  readonly owner?: PersonRef;
  readonly accepted?: Deed;
  /** Who ended it here, and when. */
  readonly ended?: Deed;
  readonly desk?: string;
  /** What the customer asked for, as it stood at Accept: Partner Center has one field for that and the deal's notes. */
  readonly asked?: string;
  readonly places: readonly Place[];
  /** `contacted`: the desk takes this for having reached them. */
  readonly called?: {
    readonly at: number;
    readonly by: PersonRef;
    readonly result: CallResult;
    readonly contacted?: true;
  };
  /** Who said here that it is no spam, whatever Partner Center takes it for. */
  readonly notSpam?: Deed;
  readonly contacting?: { readonly at: number; readonly by: PersonRef };
  /** Other organisations' records of its engagement: Microsoft's, an invited partner's. */
  readonly siblings?: readonly Sibling[];
  /** Partner Center no longer shows it to the account. */
  readonly goneAt?: number;
  readonly questions?: readonly Question[];
  /** Notes for the desk alone, oldest first. */
  readonly notes?: readonly DeskNote[];
  readonly consents?: readonly Consent[];
  /** Of each person the newest. */
  readonly refusedEdits?: readonly RefusedEdit[];
  readonly reminders?: readonly Reminder[];
  readonly signInAsks?: readonly SignInAsk[];
  /** Microsoft's record (its id) whose answer the owner is reminded of. */
  readonly watched?: string;
  /** Microsoft's record (its id) that an invitation made here has brought about. */
  readonly invited?: string;
  /** Somebody goes on without Microsoft, whose record (its id) says no. */
  readonly alone?: Required<Deed> & { readonly after: string };
  /** Of a closed one that has moved: where its card still stands, until somebody meets it there. */
  readonly leftAt?: readonly CardLeft[];
  readonly test?: TestRun;
}

/** One private message to one person, or to whoever owns it then, planned for a moment (business time, ms). */
export interface Reminder {
  readonly to: PersonRef | 'owner';
  readonly at: number;
  readonly why: ReminderWhy;
  /** When what they are reminded of was. */
  readonly since: number;
}

/** A message that asks somebody to sign in, for as long as this effect waits for them. `standsInAt`: as it says. */
export interface SignInAsk {
  readonly effect: string;
  readonly to: PersonRef;
  readonly activity: string;
  readonly standsInAt?: number;
}

/** A card in the channel of a desk that the referral is no longer at. */
export interface CardLeft {
  readonly desk: string;
  readonly activity: string;
}

/** What somebody wrote of a deal's fields and Partner Center did not take. `field`: the one that its words are about. */
export interface RefusedEdit {
  readonly by: PersonRef;
  /** Business time, ms UTC. */
  readonly at: number;
  readonly wrote: Readonly<Record<string, string>>;
  readonly field?: string;
  readonly detail?: string;
}

/** A note that stands here and not in Partner Center. */
export interface DeskNote {
  readonly at: number;
  readonly by: PersonRef;
  readonly text: string;
}
