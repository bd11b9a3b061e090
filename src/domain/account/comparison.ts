/** How many were missing here, out of date, no longer there, here twice, and waited for more than a day to be written. */
export interface Found {
  readonly missing: number;
  readonly stale: number;
  readonly vanished: number;
  readonly twice: number;
  readonly overdue: number;
}

export const NOTHING_FOUND: Found = { missing: 0, stale: 0, vanished: 0, twice: 0, overdue: 0 };

/** Where a stage's referrals are gone on with. */
export interface Cursor {
  readonly stage: 'received' | 'accepted';
  readonly after?: { readonly urgency: number; readonly id: string };
}

/**
 * A comparison of what is here with Partner Center, while it runs, a part a wake: `all-there` reads the whole list
 * (weekly), `open-here` reads each open one (nightly, so many at most), `unwritten` looks after what waits to be written.
 */
export interface Reconciliation {
  readonly part: 'all-there' | 'open-here' | 'unwritten';
  /** When it began, business time in ms. */
  readonly at: number;
  /** Of the list: the page to read next. */
  readonly page?: string;
  /** How many of them have been read. */
  readonly pages?: number;
  /** How many open ones have been read. */
  readonly read: number;
  readonly found: Found;
  readonly failures: number;
}

export const plus = (one: Found, other: Partial<Found>): Found => ({
  missing: one.missing + (other.missing ?? 0),
  stale: one.stale + (other.stale ?? 0),
  vanished: one.vanished + (other.vanished ?? 0),
  twice: one.twice + (other.twice ?? 0),
  overdue: one.overdue + (other.overdue ?? 0),
});
