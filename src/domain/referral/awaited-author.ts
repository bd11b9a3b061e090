import type { CreateEffect, Effect, WriteEffect } from '../effects';
import type { PersonRef } from '../person/person-ref';
import type { Referral } from './referral';

/** What brings Partner Center somebody's change. */
export type Bringing = WriteEffect | CreateEffect;

/** Whose change it brings Partner Center; undefined: it brings nobody's. */
export function authorOf(
  { intents, making }: Pick<Referral, 'intents' | 'making'>,
  effect: Effect,
): PersonRef | undefined {
  if (effect.kind === 'write') return intents.find(({ id }) => id === effect.intent)?.by;
  return effect.kind === 'create' ? making?.by : undefined;
}

export const bringsChange = (effect: Effect): effect is Bringing =>
  effect.kind === 'write' || effect.kind === 'create';

/** It waits until its author signs in, or stands behind one that does. */
export const isAwaiting = (effect: Effect): effect is Bringing =>
  bringsChange(effect) && effect.parked === 'author-signed-in';

/** Whose sign-in it waits for. `until`: then the desk's account writes it in their place (business time, ms). */
export interface AwaitedAuthor {
  readonly by: PersonRef;
  readonly until?: number;
}

/** The first whose sign-in something of it waits for; undefined: it waits for nobody's. */
export function awaitedAuthor(
  referral: Pick<Referral, 'outbox' | 'intents' | 'making'>,
): AwaitedAuthor | undefined {
  const first = referral.outbox.find(isAwaiting);
  const by = first && authorOf(referral, first);
  return by && { by, ...(first.standsInAt !== undefined && { until: first.standsInAt }) };
}
