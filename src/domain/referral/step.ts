import { faceOf, isOpen, runningClocks, seen } from './face';
import type { ClockName } from './clock-name';
import { deadlineOf, nextRungAt } from './clocks';
import { buryDead, nextEffectAt, unpark } from '../living/outbox';
import { NEW_DOCUMENT } from '../living/document';
import { momentOf, stageOf } from '../record/reading';
import { referralDocumentId, type Referral } from './referral';
import type { Resource } from '../record/resource';
import { runCommand, type Stepped } from './commands';
import type { Facts, Input } from './inputs';
import { gone, intake, observe } from './observe';
import { audit, CHANNEL, oweRead, oweShow } from './parts';
import { settle } from './settle';
import { keepSibling } from './siblings';
import { climb, dropMoot, HEAL_EVERY_MS, tickAll, wake } from './wake';

/**
 * One step of a referral's life: pure. Returns the next document, with what it now owes the world in its outbox and with
 * `wakeAt` set, and the outcome that the caller must handle. Unchanged input gives back the very same document.
 */
export function step(referral: Referral, input: Input, facts: Facts): Stepped {
  const woken = wakeFirst(referral, input, facts);
  const { referral: next, outcome } = stepped(woken, input, facts);
  if (next === referral) return { referral, outcome };
  return { referral: finish(referral, next, facts), outcome };
}

/** A referral that nobody knew. `truth`: see `Referral`. */
export function create(
  account: string,
  resource: Resource,
  from: 'partner-center' | 'intake',
  facts: Facts,
): Referral {
  const truth = from === 'partner-center' ? 'partner-center' : facts.connected ? 'unknown' : 'desk';
  const born: Referral = {
    ...NEW_DOCUMENT,
    kind: 'referral',
    id: referralDocumentId(account, resource.id),
    account,
    referralId: resource.id,
    truth,
    observed: resource,
    observedAt: facts.now,
    ...(from === 'intake' ? { intake: resource } : {}),
    own: {
      places: isNews(resource, from, facts.now) ? [{ key: CHANNEL }] : [],
      ...(facts.desk ? { desk: facts.desk.id } : {}),
    },
    intents: [],
    ticks: {},
    audit: [],
  };
  const noted = audit(born, 'created', facts);
  const asked = truth === 'unknown' ? oweRead(noted, 'intake', facts) : noted;
  const shown = asked.own.places.reduce((next, place) => oweShow(next, place.key, facts), asked);
  return finish(asked, shown, facts);
}

/** A deal that was accepted elsewhere is news for so long after it was created; the first poll brings years of older ones. */
const NEWS_MS = 86_400_000;

/** A card is for what is to be answered, what somebody sent in on purpose, and new deals; past ones are only listed. */
function isNews(resource: Resource, from: 'partner-center' | 'intake', now: number): boolean {
  const stage = stageOf(resource);
  if (stage !== 'accepted') return stage === 'received';
  return from === 'intake' || now - (momentOf(resource.createdDateTime) ?? 0) < NEWS_MS;
}

/** What has come by the clock is worked off before a command or an observation, so that no rung is passed over. */
function wakeFirst(referral: Referral, input: Input, facts: Facts): Referral {
  const next = nextMoment(referral);
  const due = input.kind !== 'settled' && next !== undefined && next <= facts.now;
  return due ? tickAll(wake(referral, facts), facts.now) : referral;
}

function stepped(referral: Referral, input: Input, facts: Facts): Stepped {
  const updated = (next: Referral): Stepped => ({
    referral: next,
    outcome: { kind: next === referral ? 'unchanged' : 'updated' },
  });
  switch (input.kind) {
    case 'command':
      return runCommand(referral, input.command, facts);
    case 'observed':
      return updated(observe(referral, input.resource, facts));
    case 'intake':
      return intake(referral, input.resource, facts);
    case 'sibling':
      return updated(keepSibling(referral, input.resource));
    case 'gone':
      return updated(gone(referral, facts));
    case 'routed':
      return updated(routed(referral, input.desk, facts));
    case 'rules-changed':
      // Who answers, language and zone stand on the card: a drawing that is the same is not sent.
      return updated(redrawn(unpark(referral, facts.now), facts));
    case 'wake':
      return updated({ ...referral });
    case 'settled':
      return updated(settle(referral, input.effect, input.settlement, facts));
  }
}

function routed(referral: Referral, desk: string, facts: Facts): Referral {
  if (referral.own.desk === desk) return referral;
  const next = { ...referral, own: { ...referral.own, desk } };
  return audit(unpark(next, facts.now, 'desk-bound'), 'routed', facts);
}

const redrawn = (referral: Referral, facts: Facts): Referral =>
  referral.own.places.reduce((all, place) => oweShow(all, place.key, facts), referral);

/** What every step ends with: cards owed where their face changed, ladders kept, nothing moot, the alarm clock set. */
function finish(before: Referral, next: Referral, facts: Facts): Referral {
  const started = startClocks(climbMoved(next, facts), facts.now);
  const shown = faceOf(before) === faceOf(started) ? started : redrawn(started, facts);
  const clean = buryDead(dropMoot(shown));
  const { healAt, ...rest } = clean;
  const lasting: Referral = isOpen(clean) ? { ...rest, healAt: healAt ?? facts.now + HEAL_EVERY_MS } : rest;
  const times = [nextMoment(lasting), nextEffectAt(lasting.outbox)].filter((time) => time !== undefined);
  return { ...lasting, wakeAt: times.length === 0 ? null : Math.min(...times) };
}

/** A deadline that moved may have put rungs into the past: they are owed now. */
function climbMoved(referral: Referral, facts: Facts): Referral {
  const current = seen(referral);
  const moved = runningClocks(referral, current).some((clock) => {
    const tick = referral.ticks[clock];
    return tick !== undefined && tick.deadline !== deadlineOf(clock, current);
  });
  return moved ? tickAll(climb(referral, facts), facts.now) : referral;
}

/** A clock that begins to run now owes nothing for what lay before: the card says it. One that ended is forgotten. */
function startClocks(referral: Referral, now: number): Referral {
  const fresh = tickAll(referral, now).ticks;
  const ticks = Object.fromEntries(
    Object.entries(fresh).map(([clock, tick]) => [clock, referral.ticks[clock as ClockName] ?? tick]),
  );
  return { ...referral, ticks };
}

/** The next moment that the clocks or the daily look ask for; it may lie in the past. */
function nextMoment(referral: Referral): number | undefined {
  if (!isOpen(referral)) return undefined;
  const current = seen(referral);
  const rungs = runningClocks(referral, current).map((clock) =>
    nextRungAt(clock, current, referral.ticks[clock]?.upTo ?? referral.observedAt),
  );
  const alone = referral.truth === 'desk' && current.stage === 'received' ? current.expiresAt : undefined;
  const times = [...rungs, referral.healAt, alone].filter((time) => time !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}
