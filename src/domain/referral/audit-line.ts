import type { Recipient, Right } from '../effects';
import type { Notice } from '../notices';
import type { PersonRef } from '../person/person';

/** What happened to a referral, who did it, and when. */
export interface AuditLine {
  readonly at: number;
  readonly by?: PersonRef;
  readonly what: AuditWhat;
  /** Of `told`: who was reached, by which rule. */
  readonly to?: readonly Recipient[];
  /** Of `told`: what about. */
  readonly about?: Notice['kind'];
  /** It stands for so many, of which this is the last. */
  readonly times?: number;
}

/** A line that is no longer, or soon not any more, in the document. `n`: its number in the referral's life, from 1. */
export interface PastLine extends AuditLine {
  readonly n: number;
}

/** A key under `audit` in the strings: what happened, or what an operation is called there. */
export type AuditWhat = Happened | (string & {});

type Happened =
  | 'created'
  | 'made'
  | 'made-there'
  | 'held-there'
  | 'invited'
  | 'observed'
  | 'written'
  | `written-${Right}`
  | 'confirmed'
  | 'refused'
  | 'overwritten'
  | 'expired'
  | 'routed'
  | 'unrouted'
  | 'told'
  | 'taken-back'
  | 'summed-up'
  | 'gone'
  | 'made-one'
  | `microsoft-${'accepted' | 'declined' | 'expired'}`
  | 'registration-asked';
