/** What an effect that cannot be done now waits for. */
export const PARKED_UNTIL = [
  'desk-bound',
  'bot-installed',
  'person-reachable',
  'signed-in',
  'author-signed-in',
  'clock-right',
] as const;
export type ParkedUntil = (typeof PARKED_UNTIL)[number];

/** What every effect has, whatever document owes it: the work of outbox, lanes and dispatcher needs no more. */
export interface EffectBase {
  readonly id: string;
  readonly kind: string;
  /** The SCHEMA of the first program that can perform it. */
  readonly since: number;
  /** Effects of one lane are done in order; lanes do not wait for each other. */
  readonly lane: string;
  /** When it was owed, business time in ms. */
  readonly owedAt: number;
  /** Not tried before this: the waits of retries. What is meant for later is a wake, and owed when its time has come. */
  readonly notBefore: number;
  readonly tries: number;
  /** So long it is tried, however often, ms; absent: as `outbox.ts` says for all. */
  readonly patience?: number;
  /** It was put off because too much was sent: no try, and no fault of its own. */
  readonly held?: true;
  readonly parked?: ParkedUntil;
  readonly dead?: true;
  /** A plain word on the last failure, for health and the log. */
  readonly problem?: string;
}
