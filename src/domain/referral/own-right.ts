import type { ReferralEffect, Settlement } from '../effects';
import { change, unpark } from '../living/outbox';
import { authorOf, isAwaiting, bringsChange, type Bringing } from './awaited-author';
import { clockRules } from './clock-rules';
import { deadlineOf } from './clocks';
import { runningClocks, seen } from './face';
import type { Facts } from './inputs';
import { tell } from './parts';
import type { Referral } from './referral';

const HOUR_MS = 3_600_000;
/** So long a change waits for its author's sign-in before the desk's account may write it, and so long before a deadline. */
const WAITS_MS = 2 * HOUR_MS;
const BEFORE_DEADLINE_MS = 2 * HOUR_MS;

/** A change that stands before this one waits for its author: order is kept. */
export const isBehind = ({ outbox }: Referral, { id }: Bringing): boolean =>
  outbox
    .slice(
      0,
      Math.max(
        0,
        outbox.findIndex((one) => one.id === id),
      ),
    )
    .some(isAwaiting);

/** Whether the desk's account may write it now, where the desk lets it. */
export const mayStandIn = ({ standsInAt }: Bringing, now: number): boolean =>
  standsInAt !== undefined && standsInAt <= now;

/** Its author has to sign in first: it waits, and they are asked once. What only stands behind such a one waits with it. */
export function awaitAuthor(
  referral: Referral,
  effect: ReferralEffect,
  { standIn, behind, problem }: Extract<Settlement, { kind: 'unsigned' }>,
  facts: Facts,
): Referral {
  if (!bringsChange(effect)) return referral;
  const { standsInAt: before, ...bare } = effect;
  const parked = { parked: 'author-signed-in' as const, problem };
  if (behind) return change(referral, effect.id, () => ({ ...bare, ...parked }));
  const standsInAt = standIn ? (before ?? standInAt(referral, effect, facts)) : undefined;
  const next = change(referral, effect.id, () => ({
    ...bare,
    ...(standsInAt === undefined || standsInAt > facts.now ? parked : { notBefore: facts.now }),
    ...(standsInAt !== undefined && { standsInAt }),
    asked: true,
  }));
  const author = authorOf(referral, effect);
  if (effect.asked || !author) return next;
  const until = standsInAt === undefined ? {} : { standsInAt: Math.max(standsInAt, facts.now) };
  const notice = { kind: 'author-sign-in' as const, ...until };
  return tell(next, author, notice, facts);
}

/** Two hours later, or two hours before the next deadline that Partner Center's record has. */
function standInAt(referral: Referral, { owedAt }: Bringing, facts: Facts): number {
  const current = seen({ ...referral, intents: [] });
  const ahead = runningClocks(referral, current)
    .filter((clock) => clock !== 'close')
    .map((clock) => deadlineOf(clock, current, clockRules(facts)))
    .filter((deadline) => deadline > facts.now);
  return Math.min(owedAt + WAITS_MS, ...ahead.map((deadline) => deadline - BEFORE_DEADLINE_MS));
}

/** When the desk's account steps in next, business time in ms; undefined: it does not. */
export function nextStandInAt({ outbox }: Referral): number | undefined {
  const times = outbox.filter(isAwaiting).flatMap(({ standsInAt }) => standsInAt ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** What may be written by the desk's account now is tried again, with what stands behind it. */
export const standIn = (referral: Referral, facts: Facts): Referral =>
  (nextStandInAt(referral) ?? Infinity) <= facts.now
    ? unpark(referral, facts.now, 'author-signed-in')
    : referral;
