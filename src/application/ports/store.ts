import type { AnyDocument, DocumentKind, Documents } from '../../domain/documents';
import type { DOUBLE, READ_ONLY } from '../../domain/projection';
import type { PastLine, Stage } from '../../domain/referral/referral';

/** Which documents a list holds. All that is given must be true. */
export interface ListQuery {
  readonly stage?: Stage | typeof READ_ONLY | typeof DOUBLE;
  readonly owner?: string;
  /** Those of any of these desks; none named: none. */
  readonly desks?: readonly string[];
  /** Folded words; each must be the prefix of one of the document's search words. At most 5 count. */
  readonly words?: readonly string[];
  /** One of the document's keys (`projection.ts`), exactly. */
  readonly key?: string;
  /** Only these, at most some hundreds; none named: none. */
  readonly ids?: readonly string[];
  /** Only those whose urgency is below this. */
  readonly urgentBefore?: number;
  /** Only those that have a deadline ahead, and it is before this. */
  readonly dueBefore?: number;
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

/** `sums`: per currency, exact; none when the count has reached its limit, for a part is no sum. */
export interface Totals {
  readonly count: number;
  readonly sums: readonly { readonly currency: string; readonly value: string }[];
}

export interface DocumentRef {
  readonly kind: DocumentKind;
  readonly id: string;
}

/** Which documents `claim` takes, and until when (real time, ms). */
export interface Claim {
  /** Business time in ms: whose wake has come by then. */
  readonly now: number;
  readonly realNow: number;
  readonly until: number;
  readonly holder: string;
  readonly limit: number;
  /** What the caller knows how to work on; all else is left to others. */
  readonly kinds: readonly DocumentKind[];
}

/** A leased document, as it was stored at that moment. */
export interface Claimed extends DocumentRef {
  readonly document: AnyDocument;
}

export interface Inspected {
  /** Declared and not there, by name: lists and wakes are slow without. */
  readonly missing: readonly string[];
  /** The database's own clock, real time in ms; absent: it has none but this machine's. */
  readonly clock?: number;
}

/**
 * Where documents live. One contract suite holds every adapter to this (test/contracts/store.ts). A promise that a
 * write was done means that it outlives this machine's power, or the loss of the server that took it; leases need not.
 * A document whose body cannot be read is set aside: it is in no list and claimed by nobody, and counted in
 * `unreadable`. Throws `StoreBusy` (try again), `StoreUnavailable` (cannot be written or reached), `NewerDocument`,
 * `UnreadableDocument`.
 */
export interface Store {
  get<K extends DocumentKind>(kind: K, id: string): Promise<Documents[K] | undefined>;
  /** Stores it as version 1. False: that id is there already; nothing was changed. */
  insert<K extends DocumentKind>(kind: K, document: Documents[K]): Promise<boolean>;
  /**
   * Stores it as `document.version + 1` if the stored one still has `document.version`. False: it has not (or is not
   * there). `release`: the holder whose lease ends with this write.
   */
  save<K extends DocumentKind>(kind: K, document: Documents[K], release?: string): Promise<boolean>;
  /**
   * Before somebody is told that nothing had to be written: makes sure that what was read is as lasting as a write.
   * False: the document has another version by now (or is not there).
   */
  confirm(ref: DocumentRef, version: number): Promise<boolean>;
  /** Takes the lease of documents with `wakeAt <= now` that nobody leases and this program may work on, oldest wake first. */
  claim(claim: Claim): Promise<readonly Claimed[]>;
  /** The earliest `wakeAt` of all documents but those of the kinds named; undefined: none. */
  nextWake(except: readonly DocumentKind[]): Promise<number | undefined>;
  /** Takes on the lease that `holder` has. False: it has it no more. Does not touch `version`. */
  renew(ref: DocumentRef, holder: string, until: number): Promise<boolean>;
  /** Gives back the lease, if `holder` still has it. */
  release(ref: DocumentRef, holder: string): Promise<void>;
  /** Ends the leases of holders that are no more; how many that were. */
  takeBack(isGone: (holder: string) => boolean): Promise<number>;
  list<K extends DocumentKind>(
    kind: K,
    query: ListQuery,
    limit: number,
    after?: RowKey,
  ): Promise<ListPage<Documents[K]>>;
  /** Counts, but no further than `atMost`. */
  count(kind: DocumentKind, query: ListQuery, atMost: number): Promise<number>;
  /** Counts, and sums up the money of all that is counted; reads no document. */
  totals(kind: DocumentKind, query: ListQuery, atMost: number): Promise<Totals>;
  /** A short text that is kept beside the documents; undefined: none. It need not outlive this machine's power. */
  tally(key: string): Promise<string | undefined>;
  /** Puts `to` in the place of `from` (undefined: nothing is kept there yet). False: something else is. */
  swapTally(key: string, from: string | undefined, to: string): Promise<boolean>;
  /** Those that were set aside; at most `limit` are named. */
  unreadable(limit: number): Promise<{ readonly count: number; readonly refs: readonly DocumentRef[] }>;
  /** What an admin would want to know of the place itself. */
  inspect(): Promise<Inspected>;
  /** Whether it can be written now; throws what `save` would throw. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Older lines of what happened to referrals, which their documents have no room for. `referral`: the document's id. As
 * lasting as a write of the store; throws `StoreBusy`, `StoreUnavailable`.
 */
export interface History {
  /** Keeps each line under its number. One that is there already stays as it is. */
  keep(referral: string, lines: readonly PastLine[]): Promise<void>;
  /** At most `limit` lines whose number is below `n`, newest first. */
  before(referral: string, n: number, limit: number): Promise<readonly PastLine[]>;
}

/** Plain records beside the documents (the sandbox's own tables). Values are JSON text. */
export interface Records {
  all(table: string): Promise<readonly { readonly key: string; readonly value: string }[]>;
  put(table: string, key: string, value: string): Promise<void>;
  remove(table: string, key: string): Promise<void>;
}
