import { randomUUID } from 'node:crypto';
import type { Dispatcher } from 'undici';
import { call, type Answer, type Call } from './call';
import { classifyNoAnswer, classifyRefusal, type Failure } from './classify';
import { SignedOut } from './signed-out';

export interface Ask {
  readonly method: Call['method'];
  /** Behind the base address, with its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Goes out as JSON. */
  readonly body?: unknown;
}

export interface CallParts {
  readonly baseUrl: () => string;
  readonly token: () => Promise<string>;
  /** The token was refused. */
  readonly forget?: (() => void) | undefined;
  readonly dispatcher: Dispatcher;
  readonly real: () => number;
  /** Told the `Date` of each answer. */
  readonly dated?: (date: string | undefined) => void;
}

/** One call with a token, sign-in included in its time: an answer of 2xx, or what another one means. */
export async function signedInCall(
  parts: CallParts,
  ask: Ask,
  limit: AbortSignal,
): Promise<Answer | Failure> {
  const intention = ask.method === 'GET' ? 'read' : 'write';
  const token = await signIn(parts.token, limit);
  if (typeof token !== 'string') return token;
  const body = ask.body === undefined ? undefined : JSON.stringify(ask.body);
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'application/json',
    // New ones for each call, by which Microsoft's support traces it.
    'client-request-id': randomUUID(),
    'ms-correlationid': randomUUID(),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...ask.headers,
  };
  const url = parts.baseUrl().replace(/\/+$/, '') + ask.path;
  const sent = { method: ask.method, url, headers, ...(body === undefined ? {} : { body }) };
  const answer = await call(sent, limit, parts.dispatcher);
  if (answer.kind === 'no-answer') return classifyNoAnswer(answer, intention);
  parts.dated?.(answer.headers['date']);
  if (answer.status >= 200 && answer.status < 300) return answer;
  const failure = classifyRefusal(answer, intention, parts.real());
  // A token that is not taken is not used again: the next one may come of a new sign-in.
  if (failure.kind === 'signed-out') parts.forget?.();
  return failure;
}

async function signIn(token: () => Promise<string>, limit: AbortSignal): Promise<string | Failure> {
  try {
    return await before(limit, token());
  } catch (error) {
    if (error instanceof SignedOut) return { kind: 'signed-out', why: error.why, problem: error.message };
    return { kind: 'retry', problem: 'the sign-in for Partner Center does not answer' };
  }
}

/** The work's result, or a rejection once the limit is over. */
function before<T>(limit: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    limit.addEventListener('abort', () => reject(new Error('time is over')), { once: true });
    work.then(resolve, reject);
  });
}
