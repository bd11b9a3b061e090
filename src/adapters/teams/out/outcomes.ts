import type { Delivery } from '../../../application/ports/ports';
import { HostNotAllowed, NoAnswer, TeamsRefused } from './no-delivery';

export type Call = 'post' | 'update';
type NotDelivered = Exclude<Delivery['kind'], 'delivered' | 'same'>;

interface Outcome {
  readonly status: number;
  /** Beginning of the error's code. */
  readonly code?: string;
  readonly call?: Call;
  readonly kind: NotDelivered;
}

/**
 * What an answer means, first match first (Microsoft Learn, "Send and receive messages with a bot", status codes of the bot
 * conversation APIs). What is not listed is not tried again: among them 400, 401, 408, 413 and 500.
 */
export const OUTCOMES: readonly Outcome[] = [
  { status: 403, code: 'InvalidBotApiHost', kind: 'rejected' },
  { status: 403, kind: 'unreachable' },
  { status: 404, code: 'ActivityNotFound', call: 'update', kind: 'vanished' },
  { status: 404, kind: 'unreachable' },
  { status: 412, kind: 'retry' },
  { status: 429, kind: 'retry' },
  { status: 502, kind: 'retry' },
  { status: 503, kind: 'retry' },
  { status: 504, kind: 'retry' },
];

export function outcomeOf(status: number, code: string | undefined, call: Call): NotDelivered {
  const match = OUTCOMES.find(
    (row) =>
      row.status === status &&
      (row.call === undefined || row.call === call) &&
      (row.code === undefined || code?.startsWith(row.code) === true),
  );
  return match?.kind ?? 'rejected';
}

function afterRefusal(refused: TeamsRefused, call: Call): Delivery {
  const kind = outcomeOf(refused.status, refused.code, call);
  if (kind === 'vanished') return { kind };
  const wait =
    kind === 'retry' && refused.retryAfterMs !== undefined ? { afterMs: refused.retryAfterMs } : {};
  return { kind, problem: refused.message, ...wait };
}

/** MSAL's texts name the registration; its codes do not. */
function signInProblem(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'errorCode' in error && typeof error.errorCode === 'string' ? error.errorCode : error.name;
}

/**
 * How a call that threw has ended. After a time-out or a cut connection the message may stand there all the same, and a
 * second try may show it twice: Teams has no key against that, and a reminder seen twice is better than none.
 */
export function deliveryOf(error: unknown, call: Call): Delivery {
  if (error instanceof TeamsRefused) return afterRefusal(error, call);
  if (error instanceof NoAnswer) return { kind: 'retry', problem: error.message };
  if (error instanceof HostNotAllowed) return { kind: 'rejected', problem: error.message };
  return { kind: 'retry', problem: `nothing was sent: ${signInProblem(error)}` };
}
