import type { DeskEffect } from '../effects';
import type { DocumentBase } from '../living/document';
import type { PersonRef } from '../person/person';
import type { LostWhy } from './lost-why';

/** A Teams channel bound to the bot. Key: the channel's id. */
export interface Desk extends DocumentBase<DeskEffect> {
  readonly kind: 'desk';
  readonly tenant: string;
  /** The team that the channel is in; its id is the id of the General channel. */
  readonly team: string;
  readonly name: string;
  readonly serviceUrl: string;
  readonly reachable: boolean;
  /**
   * Why it is out of reach, and since when (business time, ms); absent also of desks that an older program lost. Of a reachable
   * one: it is on trial, because Teams knows it again and has taken nothing yet.
   */
  readonly lost?: { readonly why: LostWhy; readonly at: number };
  /** When it looks whether its team can be reached again, business time in ms. */
  readonly lookAt?: number;
  /** Person ids of those who are known to have left its team: what they are named for here rests. */
  readonly left?: readonly string[];
  /** Who answers new referrals: mentioned on them until somebody owns them. */
  readonly answers: readonly PersonRef[];
  readonly managers: readonly PersonRef[];
  readonly boundBy: PersonRef;
  readonly boundAt: number;
  /** Who saved what is chosen for it, the newest last; absent of a desk that an older program bound. */
  readonly ruled?: readonly Ruling[];
  readonly language: string;
  /** IANA zone: what "today" and "Tue 10:42" mean on this desk's cards. */
  readonly zone: string;
  /** ISO 4217: what the accept form starts with when the record has none. */
  readonly currency: string;
  /** An e-mail to the customer counts as having contacted them. */
  readonly mailCounts?: boolean;
  /** The first e-mail to a customer, with places to be filled in (`letter.ts`); empty or absent: the built-in draft. */
  readonly letter?: string;
  /** How long a decline, a win or a loss stays here and can be taken back, in ms; absent: `UNDO_MS`. */
  readonly undoMs?: number;
  /** With whose right what people change is written to Partner Center; absent: the account's. */
  readonly writesAs?: WritesAs;
  /** The Partner Center accounts that feed it; none named: all that no other desk names. */
  readonly accounts?: readonly string[];
  /** What came to its channel at once, the newest last. */
  readonly lists?: readonly DeskList[];
  /** It is a desk no more. `heir`: the one that took what it held; without: that waits for a desk. */
  readonly unbound?: { readonly at: number; readonly by: PersonRef; readonly heir?: DeskRef };
}

/** `at`: business time in ms. */
export interface Ruling {
  readonly by: PersonRef;
  readonly at: number;
}

/**
 * `account`: the one that feeds the desk; `person`: whoever changed it, and the account for who does not sign in within two hours;
 * `person-alone`: nobody in their place.
 */
export type WritesAs = 'account' | 'person' | 'person-alone';

/** One message in the channel in place of many cards: its rows are the referrals that say they are on it. */
export interface DeskList {
  readonly id: string;
  /** When it was begun, business time in ms. */
  readonly at: number;
  readonly activity?: string;
  /** Fingerprint of what was last shown there. */
  readonly shown?: string;
}

/** A desk, as it was called then. */
export interface DeskRef {
  readonly id: string;
  readonly name: string;
}

/** Of those named for something here, the ones who are still in its team. */
export const present = ({ left }: Pick<Desk, 'left'>, people: readonly PersonRef[]): readonly PersonRef[] =>
  left ? people.filter((person) => !left.includes(person.id)) : people;
