import type { Answers } from '../forms/form';

/** What the record held of what a form asks, when its author last saw the form. */
export interface Stood {
  /** Business time, ms UTC. */
  readonly at: number;
  readonly holds: Answers;
  /** How often it has been told already what has changed: buttons of an earlier drawing say a lower one. */
  readonly turn: number;
  /** The same, and what the fields started with, before it was told the last time. */
  readonly before?: { readonly at: number; readonly holds: Answers; readonly initial: Answers };
}
