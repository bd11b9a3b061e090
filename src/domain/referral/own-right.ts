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
  const { standsInAt: before, warnsAt, ...bare } = effect;
  const parked = { parked: 'author-signed-in' as const, problem };
  if (behind) return change(referral, effect.id, () => ({ ...bare, ...parked }));
  const standsInAt = standIn ? (before ?? standInAt(referral, effect, facts)) : undefined;
  const next = change(referral, effect.id, () => ({
    ...bare,
    ...(standsInAt === undefined || standsInAt > facts.now ? parked : { notBefore: facts.now }),
    ...(standsInAt === undefined
      ? warning(warnsAt ?? warnAt(referral, effect.asked ? facts.now : -Infinity, facts))
      : { standsInAt }),
    asked: true,
  }));
  const author = authorOf(referral, effect);
  if (effect.asked || !author) return next;
  const until = standsInAt === undefined ? {} : { standsInAt: Math.max(standsInAt, facts.now) };
  return tell(next, author, { kind: 'author-sign-in', effect: effect.id, ...until }, facts);
}

/** The deadlines ahead that Partner Center's record has, whatever was done here. */
function deadlinesThere(referral: Referral, facts: Facts): readonly number[] {
  const current = seen({ ...referral, intents: [] });
  return runningClocks(referral, current)
    .filter((clock) => clock !== 'close')
    .map((clock) => deadlineOf(clock, current, clockRules(facts)))
    .filter((deadline) => deadline > facts.now);
}

/** Two hours later, or two hours before the next deadline that Partner Center's record has. */
const standInAt = (referral: Referral, { owedAt }: Bringing, facts: Facts): number =>
  Math.min(
    owedAt + WAITS_MS,
    ...deadlinesThere(referral, facts).map((deadline) => deadline - BEFORE_DEADLINE_MS),
  );

/** Two hours before the next such deadline, if that comes after this moment; undefined: none does. */
function warnAt(referral: Referral, after: number, facts: Facts): number | undefined {
  const times = deadlinesThere(referral, facts)
    .map((deadline) => deadline - BEFORE_DEADLINE_MS)
    .filter((at) => at > after);
  return times.length === 0 ? undefined : Math.min(...times);
}

const warning = (warnsAt: number | undefined): { readonly warnsAt?: number } =>
  warnsAt === undefined ? {} : { warnsAt };

/** When something that waits for its author needs a step next, business time in ms; undefined: it does not. */
export function nextAwaitedAt({ outbox }: Referral): number | undefined {
  const times = outbox
    .filter(isAwaiting)
    .flatMap(({ standsInAt, warnsAt }) => [standsInAt, warnsAt])
    .filter((at) => at !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** What may be written by the desk's account now is tried again, with what stands behind it; what nobody may write is told. */
export function standIn(referral: Referral, facts: Facts): Referral {
  const warned = warn(referral, facts);
  const isDue = warned.outbox.some((effect) => isAwaiting(effect) && mayStandIn(effect, facts.now));
  return isDue ? unpark(warned, facts.now, 'author-signed-in') : warned;
}

/** Nobody stands in for them: the managers hear that it waits while there is still time, and its author once more. */
function warn(referral: Referral, facts: Facts): Referral {
  const effect = referral.outbox.find((one) => isAwaiting(one) && (one.warnsAt ?? Infinity) <= facts.now);
  const by = effect && authorOf(referral, effect);
  if (!effect || !by) return referral;
  const next = change(referral, effect.id, (one) => {
    const { warnsAt: _, ...rest } = one as Bringing;
    return { ...rest, ...warning(warnAt(referral, facts.now, facts)) };
  });
  const deadlines = deadlinesThere(referral, facts);
  if (deadlines.length === 0) return next;
  const to = facts.desk?.managers.length === 0 ? 'responders' : 'managers';
  const told = tell(next, to, { kind: 'author-away', by, deadline: Math.min(...deadlines) }, facts);
  return tell(told, by, { kind: 'author-sign-in', effect: effect.id }, facts);
}
