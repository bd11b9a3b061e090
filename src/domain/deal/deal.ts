import type { DealFieldId } from './fields';

export type Stage = 'received' | 'accepted' | 'archived';
export type ArchivedAs = 'won' | 'lost' | 'declined' | 'expired';
export type CallResult = 'reached' | 'not-reached' | 'mailed';

export interface Colleague {
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly email: string;
}

/**
 * The commercial part: a text for each field of the table. Money is a decimal string in major units; a close date is
 * YYYY-MM-DD, without a zone; in a change, notes are the line to add.
 */
export type Deal = Readonly<Partial<Record<DealFieldId, string>>>;

/** What a person changes: only the fields that differ. */
export interface Change extends Deal {
  readonly stage?: Stage;
  readonly archivedAs?: ArchivedAs;
  /** Why it was declined or lost: a code of `DECLINE_REASONS`. */
  readonly reason?: string;
  /** A colleague to add. */
  readonly colleague?: Colleague;
}

export type ChangeField = keyof Change;
