import type { Delivery } from '../../../application/ports/ports';
import { codeWord, HostNotAllowed, NoAnswer, TakenUnread, TeamsRefused } from './no-delivery';

export type Call = 'post' | 'update' | 'remove';
type NotDelivered = Exclude<Delivery['kind'], 'delivered' | 'unplaced' | 'same' | 'held'>;

const THROTTLED = 429;

interface Outcome {
  readonly status: number;
  /** Beginning of the error's code. */
  readonly code?: string;
  readonly call?: Call;
  readonly kind: NotDelivered;
}

/**
 * What an answer means, first match first (Microsoft Learn, "Send and receive messages with a bot", status codes of the bot
 * conversation APIs). What is not listed passes sooner or later and is tried again: 401 while a secret is changed, 408, 412, 429, 5xx.
 */
export const OUTCOMES: readonly Outcome[] = [
  { status: 400, kind: 'rejected' },
  { status: 413, kind: 'rejected' },
  { status: 403, kind: 'unreachable' },
  { status: 404, code: 'ActivityNotFound', call: 'update', kind: 'vanished' },
  { status: 404, code: 'ActivityNotFound', call: 'remove', kind: 'vanished' },
  // Microsoft's test client deletes nothing.
  { status: 501, call: 'remove', kind: 'rejected' },
  { status: 404, kind: 'unreachable' },
];

export function outcomeOf(status: number, code: string | undefined, call: Call): NotDelivered {
  const match = OUTCOMES.find(
    (row) =>
      row.status === status &&
      (row.call === undefined || row.call === call) &&
      (row.code === undefined || code?.startsWith(row.code) === true),
  );
  return match?.kind ?? 'retry';
}

function afterRefusal(refused: TeamsRefused, call: Call): Delivery {
  const kind = outcomeOf(refused.status, refused.code, call);
  if (kind === 'vanished') return { kind };
  const problem = refused.message;
  if (kind !== 'retry') return { kind, problem };
  const { status, retryAfterMs: afterMs } = refused;
  const throttled = status === THROTTLED ? { throttled: true as const } : {};
  return { kind, problem, ...(afterMs === undefined ? {} : { afterMs }), ...throttled };
}

/** MSAL's texts name the registration; its codes do not. */
function wordFor(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'errorCode' in error && typeof error.errorCode === 'string' ? error.errorCode : undefined;
  return codeWord(code) ?? error.name;
}

/**
 * How a call that threw has ended. After a time-out or a cut connection the message may stand there all the same, and a
 * second try may show it twice: Teams has no key against that, and a reminder seen twice is better than none.
 */
export function deliveryOf(error: unknown, call: Call): Delivery {
  if (error instanceof TeamsRefused) return afterRefusal(error, call);
  if (error instanceof TakenUnread) return { kind: 'unplaced' };
  if (error instanceof NoAnswer) return { kind: 'retry', problem: error.message };
  // The next thing that is heard from there brings another address.
  if (error instanceof HostNotAllowed) return { kind: 'unreachable', problem: error.message };
  return { kind: 'retry', problem: `Teams could not be asked: ${wordFor(error)}` };
}
