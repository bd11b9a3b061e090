import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RouteReply } from './route';

/** Beyond this a caller of a stream that does not read is cut off. */
const MAX_UNREAD = 1_048_576;
const PROBLEM_TYPE = 'application/problem+json';

/** The reference of a request stands on its response from the first moment. */
export const REFERENCE_HEADER = 'request-id';

export const referenceOf = (res: ServerResponse): string => String(res.getHeader(REFERENCE_HEADER));

/**
 * Sends a reply and resolves when there is nothing more to do for it: at once, or for a stream or a hanging
 * fault when the caller has gone or `stopping` fires. A problem gets its `reference` here.
 */
export async function sendReply(
  res: ServerResponse,
  reply: RouteReply,
  stopping: AbortSignal,
): Promise<void> {
  if (reply.fault) {
    await carryOutFault(res, reply.fault, stopping);
    return;
  }
  res.statusCode = reply.status;
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('cache-control', 'no-store');
  for (const [name, value] of Object.entries(reply.headers ?? {})) res.setHeader(name, value);
  if (reply.stream && res.req.method !== 'HEAD') {
    await stream(res, reply.stream, stopping);
    return;
  }
  const { bytes, type } = encode(reply, referenceOf(res));
  if (type !== undefined && !res.hasHeader('content-type')) res.setHeader('content-type', type);
  // 204 and 304 have no body and no length (RFC 9110 §8.6).
  if (reply.status !== 204 && reply.status !== 304) res.setHeader('content-length', bytes.length);
  res.end(bytes);
}

function encode(reply: RouteReply, reference: string): { bytes: Buffer; type?: string } {
  const { body } = reply;
  if (body === undefined) return { bytes: Buffer.alloc(0) };
  if (typeof body === 'string') return { bytes: Buffer.from(body), type: 'text/plain; charset=utf-8' };
  if (body instanceof Uint8Array) return { bytes: Buffer.from(body), type: 'application/octet-stream' };
  const isProblem = reply.headers?.['content-type'] === PROBLEM_TYPE && typeof body === 'object';
  const json = JSON.stringify(isProblem ? { ...body, reference } : body);
  return { bytes: Buffer.from(json), type: 'application/json' };
}

async function stream(
  res: ServerResponse,
  feed: NonNullable<RouteReply['stream']>,
  stopping: AbortSignal,
): Promise<void> {
  const gone = new AbortController();
  const end = (): void => {
    res.end();
  };
  res.once('close', () => gone.abort());
  stopping.addEventListener('abort', end, { once: true });
  res.flushHeaders();
  feed((chunk) => {
    if (gone.signal.aborted || res.writableEnded) return;
    res.write(chunk);
    if (res.writableLength > MAX_UNREAD) res.destroy();
  }, gone.signal);
  if (stopping.aborted) end();
  await closed(res);
  stopping.removeEventListener('abort', end);
}

async function carryOutFault(
  res: ServerResponse,
  fault: NonNullable<RouteReply['fault']>,
  stopping: AbortSignal,
): Promise<void> {
  const cut = (): void => {
    res.socket?.resetAndDestroy();
  };
  if (fault === 'reset' || stopping.aborted) cut();
  else stopping.addEventListener('abort', cut, { once: true });
  await closed(res);
  stopping.removeEventListener('abort', cut);
}

const closed = (res: ServerResponse): Promise<void> =>
  res.closed ? Promise.resolve() : new Promise((resolve) => res.once('close', () => resolve()));

/** The headers as a route sees them: names are in lower case, repeated ones joined. */
export function plainHeaders(req: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(req.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}
