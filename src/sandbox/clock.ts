import { DateTime, Duration } from 'luxon';
import type { Route, RouteReply } from '../adapters/http/route';
import type { Clock } from '../application/ports/ports';
import type { Records } from '../application/ports/store';
import { problem } from '../adapters/http/problem';

const TABLE = 'clock';
const KEY = 'offset';

interface Kept {
  readonly offset: number;
  /** The business time that was reached by the last move: a real clock set back does not go behind it. */
  readonly reached: number;
}

export interface SandboxClock extends Clock {
  /** Before anything asks for the time: takes up the kept offset, or begins at `start` in a new database. */
  load(): Promise<void>;
  /** Moves business time to `ms` (UTC). An earlier moment than now changes nothing. */
  moveTo(ms: number): Promise<void>;
}

/** Business time that can be moved: real time plus an offset, never backwards. All times in ms UTC. */
export function createSandboxClock(options: {
  readonly real: () => number;
  readonly start?: number;
  readonly records: Records;
}): SandboxClock {
  const { real, records } = options;
  let kept: Kept = { offset: 0, reached: 0 };
  let last = 0;
  const now = () => {
    last = Math.max(last, kept.reached, real() + kept.offset);
    return last;
  };
  const keep = async (next: Kept) => {
    kept = next;
    await records.put(TABLE, KEY, JSON.stringify(next));
  };
  return {
    now,
    real,
    load: async () => {
      const record = (await records.all(TABLE)).find((one) => one.key === KEY);
      if (record !== undefined) {
        kept = JSON.parse(record.value) as Kept;
        return;
      }
      const start = options.start ?? real();
      await keep({ offset: start - real(), reached: start });
    },
    moveTo: async (ms) => {
      if (ms > now()) await keep({ offset: ms - real(), reached: ms });
    },
  };
}

export interface ClockRoutesOptions {
  readonly clock: SandboxClock;
  /** The earliest moment (ms) at or before `upTo` at which something is due; undefined: nothing is. */
  readonly nextDue: (upTo: number) => Promise<number | undefined>;
  /** Works off all that is due now; resolves with how many that were. */
  readonly runDue: () => Promise<number>;
  /** Told after each move. */
  readonly moved?: () => void;
  readonly maxMoves?: number;
}

const DAY_MS = 86_400_000;
const MAX_DAYS = 400;
const MAX_MOVES = 20_000;
/** So often in a row nothing comes of a due moment, then it is held by somebody else and time goes past it. */
const MAX_IDLE = 3;

/** GET and POST /sandbox/clock: business time, and moving it from one due moment to the next. */
export function createClockRoutes(options: ClockRoutesOptions): Route[] {
  const { clock } = options;
  let moving: Promise<unknown> = Promise.resolve();
  const iso = () => new Date(clock.now()).toISOString();
  return [
    { method: 'GET', path: '/sandbox/clock', handle: async () => ({ status: 200, body: { now: iso() } }) },
    {
      method: 'POST',
      path: '/sandbox/clock',
      handle: async (request) => {
        const move = async (): Promise<RouteReply> => {
          const target = readTarget(request.body, clock.now());
          if (typeof target === 'string') return problem(400, target);
          const done = await moveThrough(options, target);
          return { status: 200, body: { now: iso(), ...done } };
        };
        const done = moving.then(move);
        moving = done.catch(() => undefined);
        return done;
      },
    },
  ];
}

/** The moment to move to, or in words why there is none. */
function readTarget(body: unknown, now: number): number | string {
  const { advance, to } = (body ?? {}) as { readonly advance?: unknown; readonly to?: unknown };
  if ((advance === undefined) === (to === undefined)) {
    return 'Give either {"advance": "PT12H"} or {"to": "2026-11-23T09:00:00Z"}.';
  }
  const target = advance === undefined ? readMoment(to) : readDuration(advance, now);
  if (typeof target === 'string') return target;
  if (target < now) return 'Time does not go backwards.';
  if (target - now > MAX_DAYS * DAY_MS) return `Time moves at most ${MAX_DAYS} days at once.`;
  return target;
}

function readDuration(advance: unknown, now: number): number | string {
  const duration = typeof advance === 'string' ? Duration.fromISO(advance) : undefined;
  if (duration?.isValid !== true) return '"advance" is not an ISO 8601 duration such as "PT12H" or "P3D".';
  return DateTime.fromMillis(now, { zone: 'utc' }).plus(duration).toMillis();
}

function readMoment(to: unknown): number | string {
  const moment = typeof to === 'string' ? DateTime.fromISO(to, { zone: 'utc' }) : undefined;
  return moment?.isValid === true
    ? moment.toMillis()
    : '"to" is not an ISO 8601 time such as "2026-11-23T09:00:00Z".';
}

interface Moved {
  readonly wakes: number;
  /** Why the last part was gone in one leap. */
  readonly jumped?: string;
}

async function moveThrough(options: ClockRoutesOptions, target: number): Promise<Moved> {
  const { clock, nextDue, runDue, maxMoves = MAX_MOVES } = options;
  let wakes = await runDue();
  let idle = 0;
  let jumped: string | undefined;
  for (let moves = 0; jumped === undefined; moves++) {
    const due = await nextDue(target);
    if (due === undefined || due > target) break;
    if (moves >= maxMoves) jumped = `after ${maxMoves} moves`;
    else if (idle >= MAX_IDLE) jumped = 'something due could not be worked off';
    else {
      const late = due <= clock.now();
      await clock.moveTo(due);
      options.moved?.();
      const done = await runDue();
      idle = late && done === 0 ? idle + 1 : 0;
      wakes += done;
    }
  }
  await clock.moveTo(target);
  wakes += await runDue();
  options.moved?.();
  return jumped === undefined ? { wakes } : { wakes, jumped };
}
