import type { Held } from './entries';
import type { DealFieldId } from './fields';
import type { DealListId } from './lists';

export type Stage = 'received' | 'accepted' | 'archived';
export type ArchivedAs = 'won' | 'lost' | 'declined' | 'expired';
export type CallResult = 'reached' | 'not-reached' | 'mailed';

/** A colleague as Accept asks for one: an entry of the list of colleagues. */
export type Colleague = Readonly<Record<'firstName' | 'lastName' | 'phone' | 'email', string>>;

/**
 * The commercial part: a text for each field of the table. Money is a decimal string in major units; a close date is
 * YYYY-MM-DD, without a zone; in a change, notes are the line to add.
 */
export type Deal = Readonly<Partial<Record<DealFieldId, string>>>;

/** Which change of its list an entry is. */
export type EntryHow = 'added' | 'changed' | 'removed';

/** An entry as somebody wants it: without an entry it is to go. */
export interface EntryChange extends Held {
  readonly how: EntryHow;
  /** What it is called, also when it is to go. */
  readonly name: string;
}

interface Moved {
  readonly stage?: Stage;
  readonly archivedAs?: ArchivedAs;
  /** Why it was declined or lost: a code of `DECLINE_REASONS`. */
  readonly reason?: string;
}

type Lists<E> = Readonly<Partial<Record<DealListId, readonly E[]>>>;

/** What is to stand, or what stood: fields, and entries of lists by their keys. */
export type Wanted = Deal & Moved & Lists<Held>;

/** What a person changes: only the fields and the entries that differ. */
export type Change = Deal & Moved & Lists<EntryChange>;

/** A field of a change, or an entry of one of its lists: `colleagues/ana@partner.example`. */
export type ChangeField = Exclude<keyof Change, DealListId> | `${DealListId}/${string}`;
