import { applyChange } from '../deal/change';
import type { ClockName } from './clock-name';
import { dueRungs, deadlineOf, type RungDoes } from './clocks';
import { isOpen, runningClocks, seen } from './face';
import type { Notice } from './notices';
import { unpark } from '../living/outbox';
import type { PersonRef } from '../person/person';
import type { Effect } from '../living/effects';
import type { Referral } from './referral';
import type { Facts } from './inputs';
import { expired } from './observe';
import { oweMissing, oweRead, say, tell } from './parts';

export const HEAL_EVERY_MS = 86_400_000;

/** Works off what has come: rungs of the ladders, the end of the 14 days, the daily look. */
export function wake(referral: Referral, facts: Facts): Referral {
  if (!isOpen(referral)) return referral;
  const climbed = climb(referral, facts);
  const ended = endIfAlone(climbed, facts);
  return heal(ended, facts);
}

/** Several rungs at once (after an outage) owe one message to each audience, worded by how things stand when it is sent. */
export function climb(referral: Referral, facts: Facts): Referral {
  const due = (does: RungDoes): ClockName[] =>
    runningClocks(referral).filter((clock) =>
      rungsOf(referral, clock, facts.now).some((rung) => rung.does.includes(does)),
    );
  const [remind, manager, ask] = [due('remind'), due('manager'), due('ask')];
  let next = remind.length > 0 ? remindThread(referral, remind, facts) : referral;
  if (manager.length > 0) next = tellOnce(next, manager, facts);
  if (ask.length > 0 && referral.truth === 'partner-center') next = oweRead(next, 'expiry', facts);
  return next;
}

function rungsOf(referral: Referral, clock: ClockName, now: number): ReturnType<typeof dueRungs> {
  const tick = referral.ticks[clock];
  return tick ? dueRungs(clock, seen(referral), tick, now) : [];
}

/** The ladders as far as `now`: what a clock owed until then is owed or past. A clock new to the referral starts here. */
export function tickAll(referral: Referral, now: number): Referral {
  const current = seen(referral);
  const ticks = Object.fromEntries(
    runningClocks(referral, current).map((clock) => [
      clock,
      { deadline: deadlineOf(clock, current), upTo: now },
    ]),
  );
  return { ...referral, ticks };
}

function remindThread(referral: Referral, clocks: readonly ClockName[], facts: Facts): Referral {
  const isReminder = (effect: Effect): boolean =>
    effect.kind === 'say' && effect.notice.kind === 'reminder' && !effect.dead;
  const all = [...new Set([...clocks, ...owedClocks(referral.outbox.filter(isReminder))])];
  const owner = referral.own.owner;
  const without = { ...referral, outbox: referral.outbox.filter((effect) => !isReminder(effect)) };
  return say(without, { kind: 'reminder', clocks: all }, facts, owner ? [owner] : 'responders');
}

function tellOnce(referral: Referral, clocks: readonly ClockName[], facts: Facts): Referral {
  return (facts.desk?.managers ?? []).reduce(
    (next, manager) => tellManager(next, manager, clocks, facts),
    referral,
  );
}

function tellManager(
  referral: Referral,
  manager: PersonRef,
  clocks: readonly ClockName[],
  facts: Facts,
): Referral {
  // Also what was turned to the thread because the manager could not be reached.
  const isFor = (effect: Effect): boolean =>
    effect.kind === 'tell'
      ? effect.to.id === manager.id
      : effect.kind === 'say' && effect.mention !== 'responders' && effect.mention[0]?.id === manager.id;
  const isEscalation = (effect: Effect): boolean =>
    'notice' in effect && effect.notice.kind === 'escalation' && !effect.dead && isFor(effect);
  const all = [...new Set([...clocks, ...owedClocks(referral.outbox.filter(isEscalation))])];
  const without = { ...referral, outbox: referral.outbox.filter((effect) => !isEscalation(effect)) };
  return tell(without, manager, { kind: 'escalation', clocks: all }, facts);
}

const owedClocks = (effects: readonly Effect[]): ClockName[] =>
  effects.flatMap((effect) =>
    'notice' in effect && 'clocks' in effect.notice ? [...effect.notice.clocks] : [],
  );

/** Standing alone, the desk archives what has run out; connected, Partner Center says so. */
function endIfAlone(referral: Referral, facts: Facts): Referral {
  const current = seen(referral);
  if (referral.truth !== 'desk' || current.stage !== 'received' || facts.now < current.expiresAt)
    return referral;
  const observed = applyChange(referral.observed, { stage: 'archived', archivedAs: 'expired' }, facts.now);
  return expired({ ...referral, observed }, facts);
}

/** Once a day an open referral looks for itself: what was missed (a desk bound, a person back) heals. */
function heal(referral: Referral, facts: Facts): Referral {
  if (referral.healAt === undefined || facts.now < referral.healAt) return referral;
  const tried = oweMissing(unpark(referral, facts.now), facts);
  const overdue = seen(referral).stage === 'received' && facts.now >= seen(referral).expiresAt;
  const asked = overdue && referral.truth === 'partner-center' ? oweRead(tried, 'expiry', facts) : tried;
  return { ...asked, healAt: facts.now + HEAL_EVERY_MS };
}

/** A message that is owed but says nothing true any more is not sent. */
export function dropMoot(referral: Referral): Referral {
  const running = new Set(runningClocks(referral));
  const moot = (notice: Notice): boolean =>
    'clocks' in notice && !notice.clocks.some((clock) => running.has(clock));
  const outbox = referral.outbox.filter(
    (effect) => !('notice' in effect) || effect.dead || !moot(effect.notice),
  );
  return outbox.length === referral.outbox.length ? referral : { ...referral, outbox };
}
