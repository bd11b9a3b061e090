import type { ClockName, ClockStanding, ClockState } from './clock-name';
import type { Current } from '../record/current';
import { dueDayOf } from '../deal/figures';
import { endOfDay } from '../record/dates';
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
/** After midnight. */
const MORNING = 9 * HOUR;

/** Answer within 24 h; contact within 72 h who asked for it; gone after 14 days (Partner Center's manage-leads page). */
const RESPOND_WITHIN_MS = 24 * HOUR;
const CONTACT_WITHIN_MS = 72 * HOUR;
/** "60 days to act, then lost" (joint-planning-leads page). */
const ACT_WITHIN_MS = 60 * DAY_MS;

/** What a desk may set: how long each clock takes, and its ladder. */
export interface ClockRules {
  /** ms after the record was made. */
  readonly respondWithin: number;
  readonly contactWithin: number;
  /** IANA: where the day of a close date begins and ends. */
  readonly zone: string;
  readonly ladders: Readonly<Record<ClockName, readonly Rung[]>>;
}

const LADDERS: ClockRules['ladders'] = {
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
    { before: 3 * DAY_MS, does: ['card', 'remind', 'manager'] },
    { before: DAY_MS, does: ['remind', 'manager'] },
    { before: 4 * HOUR, does: ['remind', 'manager'] },
    { before: 0, does: ['card', 'ask'] },
    { before: -HOUR, does: ['ask'] },
    { before: -6 * HOUR, does: ['ask'] },
  ],
  act: [
    { before: 30 * DAY_MS, does: ['remind'] },
    { before: 14 * DAY_MS, does: ['card', 'remind'] },
    { before: 7 * DAY_MS, does: ['remind', 'manager'] },
    { before: 2 * DAY_MS, does: ['remind', 'manager'] },
    { before: 0, does: ['card', 'ask'] },
  ],
  // The morning after, then a week and three weeks later: an owner who knows of it is not asked every day.
  close: [
    { before: 3 * DAY_MS, does: ['card'] },
    { before: 0, does: ['card'] },
    { before: -MORNING, does: ['remind'] },
    { before: -(7 * DAY_MS + MORNING), does: ['remind'] },
    { before: -(21 * DAY_MS + MORNING), does: ['remind'] },
  ],
};

/** As long as desks have no rules of their own. */
export const CLOCK_RULES: ClockRules = {
  respondWithin: RESPOND_WITHIN_MS,
  contactWithin: CONTACT_WITHIN_MS,
  zone: 'UTC',
  ladders: LADDERS,
};

export const CLOCKS = Object.keys(LADDERS) as ClockName[];

/** A deal without a close date has no such clock. */
const NEVER = '9999-12-31';

export function deadlineOf(clock: ClockName, current: Current, rules: ClockRules): number {
  switch (clock) {
    case 'respond':
      return current.createdAt + rules.respondWithin;
    case 'contact':
      return current.createdAt + rules.contactWithin;
    case 'expiry':
      return current.expiresAt;
    case 'act':
      return (current.acceptedAt ?? current.createdAt) + ACT_WITHIN_MS;
    case 'close':
      return endOfDay(dueDayOf(current.deal) ?? NEVER, rules.zone);
  }
}

/**
 * Respond and expiry run while received; contact, where it was asked for, until the customer was reached or all is over; close while
 * accepted, past its day as well; act for an accepted joint planning lead.
 */
export function isRunning(clock: ClockName, current: Current, contacted: boolean): boolean {
  if (clock === 'contact') return current.requestedContact && !contacted && current.stage !== 'archived';
  if (clock === 'act') return current.stage === 'accepted' && current.kind === 'joint-planning';
  if (clock === 'close') return current.stage === 'accepted' && dueDayOf(current.deal) !== undefined;
  return current.stage === 'received';
}

const rungAt = (rung: Rung, createdAt: number, deadline: number): number =>
  rung.after === undefined ? deadline - (rung.before ?? 0) : createdAt + rung.after;

/**
 * The rungs that have come since the clock was last worked off. When the deadline has moved, a rung that had not
 * come by the old one but lies in the past by the new one is due as well.
 */
export function dueRungs(
  clock: ClockName,
  current: Current,
  rules: ClockRules,
  worked: ClockStanding,
  now: number,
): Rung[] {
  const deadline = deadlineOf(clock, current, rules);
  return rules.ladders[clock].filter((rung) => {
    const at = rungAt(rung, current.createdAt, deadline);
    const before = rungAt(rung, current.createdAt, worked.deadline);
    return at <= now && (at > worked.upTo || before > worked.upTo);
  });
}

/** The next rung's moment after `now`; undefined when the ladder is at its end. */
export function nextRungAt(
  clock: ClockName,
  current: Current,
  rules: ClockRules,
  now: number,
): number | undefined {
  const deadline = deadlineOf(clock, current, rules);
  const later = rules.ladders[clock]
    .map((rung) => rungAt(rung, current.createdAt, deadline))
    .filter((at) => at > now);
  return later.length === 0 ? undefined : Math.min(...later);
}

/** How a clock stands when its ladder is worked off up to `upTo`: it turns at the rungs that touch the card. */
export function standingOf(
  clock: ClockName,
  current: Current,
  rules: ClockRules,
  upTo: number,
): ClockStanding {
  const deadline = deadlineOf(clock, current, rules);
  return { deadline, upTo, state: stateOf(rules.ladders[clock], current.createdAt, deadline, upTo) };
}

function stateOf(ladder: readonly Rung[], createdAt: number, deadline: number, upTo: number): ClockState {
  if (upTo >= deadline) return 'passed';
  const soon = ladder.some((rung) => rung.does.includes('card') && rungAt(rung, createdAt, deadline) <= upTo);
  return soon ? 'soon' : 'running';
}
