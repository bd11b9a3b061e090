import { applyChange } from '../deal/change';
import type { ReferralEffect } from '../effects';
import { drop, unpark } from '../living/outbox';
import type { Notice } from '../notices';
import type { ClockName } from './clock-name';
import { clockRules } from './clock-rules';
import { dueRungs, deadlineOf, standingOf, type RungDoes } from './clocks';
import { endTest } from './end-test';
import { isOpen, runningClocks, seen, tellingClocks } from './face';
import type { Facts } from './inputs';
import { release } from './intents';
import { expired } from './observe';
import { oweMissing, oweRead, say, tell } from './parts';
import { insteadOfManagers, isHushed, rulesFor } from './quiet';
import { standIn } from './own-right';
import { isMootReminder, remind } from './reminders';
import { isMootAsk } from './sign-in-asks';
import type { Referral } from './referral';

export const HEAL_EVERY_MS = 86_400_000;

/** Works off what has come: what was held, planned reads, rungs of the ladders, the end of the 14 days, the daily look. */
export function wake(referral: Referral, facts: Facts): Referral {
  const free = standIn(release(referral, facts), facts);
  const released = endTest(remind(readPlanned(free, facts), facts), facts);
  if (!isOpen(released)) return healOnce(released, facts);
  const climbed = climb(released, facts);
  const ended = endIfAlone(climbed, facts);
  return heal(ended, facts);
}

function readPlanned(referral: Referral, facts: Facts): Referral {
  const due = referral.planned.filter(({ at }) => at <= facts.now);
  const planned = referral.planned.filter(({ at }) => at > facts.now);
  return due.reduce(
    (next, { because }) => oweRead(next, because, facts),
    due.length === 0 ? referral : { ...referral, planned },
  );
}

/** Several rungs at once (after an outage) owe one message to each audience, worded by how things stand when it is sent. */
export function climb(referral: Referral, facts: Facts): Referral {
  const due = (does: RungDoes): ClockName[] =>
    runningClocks(referral).filter((clock) =>
      rungsOf(referral, clock, facts).some((rung) => rung.does.includes(does)),
    );
  const [remind, manager, ask] = [due('remind'), due('manager'), due('ask')];
  let next = remind.length > 0 ? remindThread(referral, remind, facts) : referral;
  if (manager.length > 0) next = tellManagers(next, manager, facts);
  if (ask.length > 0 && referral.truth === 'partner-center') next = oweRead(next, 'expiry', facts);
  return next;
}

function rungsOf(referral: Referral, clock: ClockName, facts: Facts): ReturnType<typeof dueRungs> {
  const worked = referral.clocks[clock];
  const rules = rulesFor(referral, clockRules(facts));
  return worked ? dueRungs(clock, seen(referral), rules, worked, facts.now) : [];
}

/** The ladders as far as `now`: what a clock owed until then is owed or past. */
export function tickAll(referral: Referral, facts: Facts): Referral {
  return stand(referral, facts, () => facts.now);
}

/** How the running clocks stand now, each worked off as far as `upTo` says. One that ended is forgotten. */
export function stand(referral: Referral, facts: Facts, upTo: (clock: ClockName) => number): Referral {
  const current = seen(referral);
  const clocks = Object.fromEntries(
    runningClocks(referral, current).map((clock) => [
      clock,
      standingOf(clock, current, clockRules(facts), upTo(clock)),
    ]),
  );
  return { ...referral, clocks };
}

/** Clocks that stood still since then and go on: what came meanwhile is owed now. `since`: business time, ms. */
export const caughtUp = (referral: Referral, since: number, facts: Facts): Referral =>
  tickAll(
    climb(
      stand(referral, facts, (clock) => referral.clocks[clock]?.upTo ?? since),
      facts,
    ),
    facts,
  );

/** A deadline that is not the one that its ladder was worked off for. */
export function isMoved(referral: Referral, facts: Facts): boolean {
  const current = seen(referral);
  return runningClocks(referral, current).some((clock) => {
    const worked = referral.clocks[clock];
    return worked !== undefined && worked.deadline !== deadlineOf(clock, current, clockRules(facts));
  });
}

/** A reminder that is still owed and the new one are said together. */
function remindThread(referral: Referral, clocks: readonly ClockName[], facts: Facts): Referral {
  const isReminder = (effect: ReferralEffect): boolean =>
    effect.kind === 'say' && effect.notice.kind === 'reminder' && !effect.dead;
  const all = [...new Set([...clocks, ...owedClocks(referral.outbox.filter(isReminder))])];
  return say(drop(referral, isReminder), { kind: 'reminder', clocks: all }, facts, 'owner');
}

/** Also what was found for them already, and what was turned to the thread because they could not be reached. */
function tellManagers(referral: Referral, clocks: readonly ClockName[], facts: Facts): Referral {
  const isForManagers = (effect: ReferralEffect): boolean =>
    effect.kind === 'tell'
      ? effect.to === 'managers' || effect.audience === 'managers'
      : effect.kind === 'say' && effect.insteadOf === 'managers';
  const isEscalation = (effect: ReferralEffect): boolean =>
    'notice' in effect && effect.notice.kind === 'escalation' && !effect.dead && isForManagers(effect);
  const all = [...new Set([...clocks, ...owedClocks(referral.outbox.filter(isEscalation))])];
  const to = insteadOfManagers(referral, facts) ?? 'managers';
  return tell(drop(referral, isEscalation), to, { kind: 'escalation', clocks: all }, facts);
}

const owedClocks = (effects: readonly ReferralEffect[]): ClockName[] =>
  effects.flatMap((effect) =>
    'notice' in effect && 'clocks' in effect.notice ? [...effect.notice.clocks] : [],
  );

/** Standing alone, the desk archives what has run out; connected, Partner Center says so. */
function endIfAlone(referral: Referral, facts: Facts): Referral {
  const current = seen(referral);
  if (referral.truth !== 'desk' || current.stage !== 'received' || facts.now < current.expiresAt)
    return referral;
  const observed = applyChange(referral.observed, { stage: 'archived', archivedAs: 'expired' }, facts.now);
  return expired({ ...referral, observed }, referral, facts);
}

/**
 * Once a day an open referral looks for itself: what was missed (a desk bound, a person back, a card that Teams would not
 * take) heals, and its cards are drawn anew, because "Tue 10:42" becomes another Tuesday; a drawing that is the same is not sent.
 */
function heal(referral: Referral, facts: Facts): Referral {
  if (referral.healAt === undefined || facts.now < referral.healAt) return referral;
  const tried = oweMissing(unpark(referral, facts.now), facts, () => true);
  const overdue = seen(referral).stage === 'received' && facts.now >= seen(referral).expiresAt;
  const asked = overdue && referral.truth === 'partner-center' ? oweRead(tried, 'expiry', facts) : tried;
  return { ...asked, healAt: facts.now + HEAL_EVERY_MS };
}

/** A closed one whose card is out of date is looked after once more. */
function healOnce(referral: Referral, facts: Facts): Referral {
  if (referral.healAt === undefined || facts.now < referral.healAt) return referral;
  const { healAt: _, ...rest } = oweMissing(
    unpark(referral, facts.now),
    facts,
    (place) => place.behind === 1,
  );
  return rest;
}

/** Whether a closed one needs that look: a card given up for the first time, or one that still waits for an event. */
export const lacksCard = ({ own, outbox }: Referral): boolean =>
  own.places.some((place) => place.behind === 1) ||
  outbox.some((effect) => effect.kind === 'show' && effect.parked !== undefined);

/** A message that is owed but says nothing true any more is not sent. */
export function dropMoot(referral: Referral): Referral {
  const running = new Set(tellingClocks(referral));
  const moot = (notice: Notice): boolean =>
    isMootReminder(referral, notice) ||
    isMootAsk(referral, notice) ||
    isHushed(referral, notice) ||
    ('clocks' in notice && !notice.clocks.some((clock) => running.has(clock)));
  return drop(
    referral,
    (effect) => effect.kind !== 'retell' && 'notice' in effect && !effect.dead && moot(effect.notice),
  );
}
