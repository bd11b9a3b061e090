import { applyChange } from '../deal/change';
import type { ClockName } from './clock-name';
import { CLOCKS, clockState, isRunning, type ClockState } from './clocks';
import type { Current } from '../record/current';
import { currentOf } from '../record/reading';
import type { Referral } from './referral';

/** What people see: the last resource read, with the intents applied. */
export function seen(referral: Referral): Current {
  const resource = referral.intents.reduce(
    (with_, intent) => applyChange(with_, intent.change, intent.at),
    referral.observed,
  );
  const current = currentOf(resource, referral.observedAt);
  const { asked } = referral.own;
  return asked !== undefined && current.stage !== 'received' ? { ...current, request: asked } : current;
}

export const isOpen = (referral: Referral): boolean =>
  seen(referral).stage !== 'archived' && referral.own.goneAt === undefined;

/** None for a record that is gone, or in words that we do not know: nobody here could answer it. */
export const runningClocks = (referral: Referral, current = seen(referral)): ClockName[] =>
  referral.own.goneAt === undefined && current.kind !== 'other'
    ? CLOCKS.filter((clock) => isRunning(clock, current, referral.own.called !== undefined))
    : [];

export function clockStates(
  referral: Referral,
  current = seen(referral),
): Partial<Record<ClockName, ClockState>> {
  return Object.fromEntries(
    runningClocks(referral, current).map((clock) => [
      clock,
      clockState(clock, current, referral.ticks[clock]?.upTo ?? referral.observedAt),
    ]),
  );
}

/** All that the card shows, as one text: when it differs after a step, the card is owed everywhere it stands. */
export function faceOf(referral: Referral): string {
  const current = seen(referral);
  return JSON.stringify({
    current,
    intents: referral.intents.map((intent) => [intent.id, intent.state]),
    truth: referral.truth,
    owner: referral.own.owner,
    called: referral.own.called,
    goneAt: referral.own.goneAt,
    clocks: clockStates(referral, current),
  });
}

/** A short mark of what the card shows (FNV-1a): a button that carries another one is outdated. */
export function stampOf(referral: Referral): string {
  let hash = 0x811c9dc5;
  for (const char of faceOf(referral)) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}
