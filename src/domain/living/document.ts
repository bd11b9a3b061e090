import type { Effect } from './effects';

/** What every living thing is stored as: one document, one alarm clock, one outbox. */
export interface DocumentBase {
  readonly id: string;
  /** The shape's number when it was written. */
  readonly schema: number;
  /** The oldest program (by its SCHEMA) that may read it. */
  readonly minReader: number;
  /** Counts the writes; 0 has never been stored. A save names the version it was read at. */
  readonly version: number;
  /** Business time (ms UTC) at which it needs something next; null: nothing. */
  readonly wakeAt: number | null;
  /** What is owed to the outside world, oldest first. */
  readonly outbox: readonly Effect[];
}

/** The number of the shapes and effects that this program knows. */
export const SCHEMA = 1;

export const NEW_DOCUMENT = { schema: SCHEMA, minReader: 1, version: 0, wakeAt: null, outbox: [] } as const;

/** The least program that can do all that a document owes: an older one must not lease it. */
export function minLeaser(document: Pick<DocumentBase, 'outbox'>): number {
  return document.outbox.reduce((most, effect) => Math.max(most, effect.since), 1);
}
