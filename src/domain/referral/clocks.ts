import type { ClockName, Tick } from './clock-name';
import type { Current } from '../record/current';
import { DAY_MS } from '../record/reading';

/** What a rung does: the card shows it, the thread is reminded, managers hear of it, Partner Center is asked. */
export type RungDoes = 'card' | 'remind' | 'manager' | 'ask';

/** A moment of a ladder: so long after creation, or so long before the deadline (negative: after it). */
export interface Rung {
  readonly after?: number;
  readonly before?: number;
  readonly does: readonly RungDoes[];
}

const HOUR = 3_600_000;

/** Answer within 24 h; contact within 72 h who asked for it; gone after 14 days (Partner Center's manage-leads page). */
const RESPOND_WITHIN_MS = 24 * HOUR;
const CONTACT_WITHIN_MS = 72 * HOUR;

const LADDERS: Readonly<Record<ClockName, readonly Rung[]>> = {
  respond: [
    { before: 12 * HOUR, does: ['card'] },
    { before: 4 * HOUR, does: ['remind'] },
    { before: 2 * HOUR, does: ['manager'] },
    { before: 0, does: ['card', 'manager'] },
  ],
  contact: [
    { after: HOUR, does: ['remind'] },
    { after: 4 * HOUR, does: ['remind'] },
    { before: 24 * HOUR, does: ['remind'] },
    { before: 4 * HOUR, does: ['remind', 'manager'] },
    { before: 0, does: ['card'] },
  ],
  expiry: [
    { before: 7 * DAY_MS, does: ['remind'] },
    { before: 3 * DAY_MS, does: ['remind', 'manager'] },
    { before: DAY_MS, does: ['remind', 'manager'] },
    { before: 4 * HOUR, does: ['remind', 'manager'] },
    { before: 0, does: ['card', 'ask'] },
    { before: -HOUR, does: ['ask'] },
    { before: -6 * HOUR, does: ['ask'] },
  ],
};

export const CLOCKS = Object.keys(LADDERS) as ClockName[];

export function deadlineOf(clock: ClockName, current: Current): number {
  switch (clock) {
    case 'respond':
      return current.createdAt + RESPOND_WITHIN_MS;
    case 'contact':
      return current.createdAt + CONTACT_WITHIN_MS;
    case 'expiry':
      return current.expiresAt;
  }
}

/** Respond and expiry run while received; contact, where it was asked for, until somebody called or all is over. */
export function isRunning(clock: ClockName, current: Current, called: boolean): boolean {
  if (clock === 'contact') return current.requestedContact && !called && current.stage !== 'archived';
  return current.stage === 'received';
}

const rungAt = (rung: Rung, createdAt: number, deadline: number): number =>
  rung.after === undefined ? deadline - (rung.before ?? 0) : createdAt + rung.after;

/**
 * The rungs that have come since the clock was last worked off. When the deadline has moved, a rung that had not
 * come by the old one but lies in the past by the new one is due as well.
 */
export function dueRungs(clock: ClockName, current: Current, tick: Tick, now: number): Rung[] {
  const deadline = deadlineOf(clock, current);
  return LADDERS[clock].filter((rung) => {
    const at = rungAt(rung, current.createdAt, deadline);
    const before = rungAt(rung, current.createdAt, tick.deadline);
    return at <= now && (at > tick.upTo || before > tick.upTo);
  });
}

/** The next rung's moment after `now`; undefined when the ladder is at its end. */
export function nextRungAt(clock: ClockName, current: Current, now: number): number | undefined {
  const deadline = deadlineOf(clock, current);
  const later = LADDERS[clock]
    .map((rung) => rungAt(rung, current.createdAt, deadline))
    .filter((at) => at > now);
  return later.length === 0 ? undefined : Math.min(...later);
}

export type ClockState = 'running' | 'soon' | 'passed';

/** What the card says of a clock: it turns at the rungs that touch the card, as far as they are worked off. */
export function clockState(clock: ClockName, current: Current, upTo: number): ClockState {
  const deadline = deadlineOf(clock, current);
  if (upTo >= deadline) return 'passed';
  const soon = LADDERS[clock].some(
    (rung) => rung.does.includes('card') && rungAt(rung, current.createdAt, deadline) <= upTo,
  );
  return soon ? 'soon' : 'running';
}
