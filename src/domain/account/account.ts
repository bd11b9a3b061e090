import type { Checked, RunsOut } from './checked';
import type { PersonRef } from '../person/person-ref';
import type { AccountEffect } from '../effects';
import type { DocumentBase } from '../living/document';
import type { LeadsHeard } from './lead-source';
import type { Cursor, Reconciliation } from './comparison';
import type { Listening } from './listening';
import type { SignedOutWhy } from './signed-out-why';

/** One Partner Center tenant. It wakes for its polls, and for what it owes. */
export interface Account extends DocumentBase<AccountEffect> {
  readonly kind: 'account';
  /** The newest `updatedDateTime` read so far, as Partner Center wrote it. */
  readonly watermark?: string;
  /** The organisation whose account it is, as its records have told. */
  readonly organization?: string;
  /** When the last poll ended well, business time in ms. */
  readonly polledAt?: number;
  /** When the next poll is due, business time in ms. */
  readonly pollAt?: number;
  /** How many polls have failed since the last one that did not. */
  readonly failures?: number;
  /** Since when Partner Center cannot be asked, business time in ms; `told`: the admins have been. */
  readonly away?: { readonly since: number; readonly told?: true };
  /** Somebody must sign in again, and why; the admins have been told. Until then only the poll asks, ever more seldom. */
  readonly signedOut?: SignedOutWhy;
  /** Why Partner Center cannot be reached at present, in plain words. */
  readonly problem?: string;
  /** The deal by whose engagement Microsoft was looked for last: the next poll goes on behind it. */
  readonly lookedAt?: { readonly urgency: number; readonly id: string };
  /** The records read for themselves of late, and when (business time, ms): none is read twice within seconds. */
  readonly fetched?: Readonly<Record<string, number>>;
  /** Whether Partner Center tells the desk of changes. */
  readonly listening?: Listening;
  /** When that is looked at next, business time in ms; absent: the desk has no address to be told at. */
  readonly listenAt?: number;
  /** This machine's clock is so far ahead of Partner Center's (ms; behind: below zero); absent: they agree. The admins have been told. */
  readonly clockOff?: number;
  /** What its sign-in was found to be allowed. */
  readonly checked?: Checked;
  /** When that is looked at next, business time in ms. */
  readonly checkAt?: number;
  /** When it is compared with Partner Center next, and was last to the end, business time in ms. */
  readonly reconcileAt?: number;
  readonly reconciledAt?: number;
  /** When the whole list was last compared. */
  readonly fullAt?: number;
  /** The comparison that is going on. */
  readonly reconciliation?: Reconciliation;
  /** Where the open ones are gone on with. */
  readonly cursor?: Cursor;
  /** Which sources of leads have been heard from. */
  readonly leads?: LeadsHeard;
  /** Since when what it shows waits for a desk, business time in ms; the admins have been told. */
  readonly unfedSince?: number;
  /** The sign-in name of the service account, as its last sign-in told. */
  readonly signedInAs?: string;
  /** An admin is on their way to sign in: by this ticket, until then (business time, ms). */
  readonly signingIn?: { readonly ticket: string; readonly by: PersonRef; readonly until: number };
  /** Of each end that comes by itself, how early the admins were last told (days). */
  readonly warned?: Partial<Record<RunsOut, { readonly end: number; readonly step: number }>>;
  /** It refuses a change of stage together with fields, which are written before it then; false: it takes both. */
  readonly stageApart?: boolean;
  /** The process that renews the sign-in, by a name of its own, and until when it may (real time, ms). */
  readonly renewing?: { readonly by: string; readonly until: number };
  /** When the newest refresh token came, ms. */
  readonly tokenAt?: number;
  /** The newest refresh token: encrypted, with a fingerprint of the setting that it came from. */
  readonly token?: { readonly sealed: string; readonly from: string };
}
