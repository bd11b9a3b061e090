import type { DocumentKind, Documents } from '../../domain/documents';
import type { Stage } from '../../domain/referral/referral';

/** Which documents a list holds. All that is given must be true. */
export interface ListQuery {
  readonly stage?: Stage;
  readonly owner?: string;
  readonly desk?: string;
  /** Folded words; each must be the prefix of one of the document's search words. At most 5 count. */
  readonly words?: readonly string[];
  /** One of the document's keys (`projection.ts`), exactly. */
  readonly key?: string;
  /** Only those whose urgency is below this. */
  readonly urgentBefore?: number;
}

/** The place of a row in every list: by urgency, then id. */
export interface RowKey {
  readonly urgency: number;
  readonly id: string;
}

export interface ListPage<T> {
  readonly items: readonly T[];
  /** Where the next page begins; absent on the last. */
  readonly next?: RowKey;
}

export interface DocumentRef {
  readonly kind: DocumentKind;
  readonly id: string;
}

/**
 * Where documents live. One contract suite holds every adapter to this (test/contracts/store.ts).
 * Throws `StoreBusy` (try again), `StoreUnavailable` (cannot be written or reached), `NewerDocument`.
 */
export interface Store {
  get<K extends DocumentKind>(kind: K, id: string): Promise<Documents[K] | undefined>;
  /** Stores it as version 1. False: that id is there already; nothing was changed. */
  insert<K extends DocumentKind>(kind: K, document: Documents[K]): Promise<boolean>;
  /** Stores it as `document.version + 1` if the stored one still has `document.version`. False: it has not (or is not there). */
  save<K extends DocumentKind>(kind: K, document: Documents[K]): Promise<boolean>;
  /** Documents with `wakeAt <= now` that nobody leases (real time) and this program may work on, oldest wake first. */
  due(now: number, realNow: number, limit: number): Promise<readonly DocumentRef[]>;
  /** The earliest `wakeAt` of all documents but those of the kinds named; undefined: none. */
  nextWake(except: readonly DocumentKind[]): Promise<number | undefined>;
  /** Takes the lease, or takes it on when `holder` has it. False: another holds it. Does not touch `version`. */
  lease(ref: DocumentRef, holder: string, realNow: number, until: number): Promise<boolean>;
  /** Gives back the lease, if `holder` still has it. */
  release(ref: DocumentRef, holder: string): Promise<void>;
  list<K extends DocumentKind>(
    kind: K,
    query: ListQuery,
    limit: number,
    after?: RowKey,
  ): Promise<ListPage<Documents[K]>>;
  /** Counts, but no further than `atMost`. */
  count(kind: DocumentKind, query: ListQuery, atMost: number): Promise<number>;
  /** Whether it can be written now; throws what `save` would throw. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Plain records beside the documents (the sandbox's own tables). Values are JSON text. */
export interface Records {
  all(table: string): Promise<readonly { readonly key: string; readonly value: string }[]>;
  put(table: string, key: string, value: string): Promise<void>;
  remove(table: string, key: string): Promise<void>;
}
