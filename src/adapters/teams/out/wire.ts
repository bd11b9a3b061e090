import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { Agent, request as send } from 'undici';
import { within } from '../../../platform/time-limit';
import { HostNotAllowed, NoAnswer, refusalOf, TakenUnread, timeOut } from './no-delivery';

export type ConnectorOptions = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]
>;
type HttpClient = NonNullable<ConnectorOptions['httpClient']>;
type WireRequest = Parameters<HttpClient['sendRequest']>[0];

export interface WireOptions {
  readonly allowed: (serviceUrl: string) => boolean;
  /** How long one call may take until the socket is cut. */
  readonly timeoutMs: number;
  /** Real time in ms UTC, for a Retry-After that is a date. */
  readonly real: () => number;
}

/** Far above a full page of members, far below what would hurt. */
const LONGEST_ANSWER = 4 * 1024 * 1024;

/** Set by the client itself; identity, because nothing here decompresses. */
const OWN_HEADERS = /^(?:accept-encoding|connection|content-length|host|transfer-encoding)$/i;

function headersOf(request: WireRequest): Record<string, string> {
  const given = Object.entries(request.headers.rawHeaders()).filter(([name]) => !OWN_HEADERS.test(name));
  return { ...Object.fromEntries(given), 'accept-encoding': 'identity' };
}

function noAnswer(error: unknown): NoAnswer {
  const { name = 'unknown', code } = (error ?? {}) as { readonly name?: string; readonly code?: unknown };
  if (name === 'TimeoutError' || name === 'AbortError') return timeOut(error);
  return new NoAnswer(typeof code === 'string' ? code : name, error);
}

async function answerOf(request: WireRequest, agent: Agent, signal: AbortSignal) {
  try {
    const { statusCode, headers, body } = await send(request.url, {
      dispatcher: agent,
      method: request.method,
      headers: headersOf(request),
      body: typeof request.body === 'string' ? request.body : null,
      signal,
    });
    return { status: statusCode, headers, body: await body.text() };
  } catch (error) {
    throw noAnswer(error);
  }
}

const only = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

/** The SDK reads of an answer's headers only what its body is. */
function jsonHeaders(request: WireRequest): WireRequest['headers'] {
  const headers = request.headers.clone();
  for (const name of headers.headerNames()) headers.remove(name);
  headers.set('content-type', 'application/json');
  return headers;
}

const isJson = (body: string): boolean => {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
};

/**
 * A success whose body the SDK could not read, which it would quote in its error. A web page is a proxy's, and Teams has
 * seen nothing; anything else was taken.
 */
function unread(body: string, contentType: string | undefined): NoAnswer | TakenUnread | undefined {
  if (body.trim() === '' || isJson(body)) return undefined;
  const page = /html/i.test(contentType ?? '') || body.trimStart().startsWith('<');
  return page ? new NoAnswer('a web page came instead') : new TakenUnread();
}

/**
 * The HTTP client under the SDK's connector: exactly one attempt, no redirect followed, the socket cut at the time limit.
 * The SDK's pipeline repeats a POST after 408, 5xx, 429 with Retry-After and a lost connection, without a time limit and with no
 * option against it; it repeats neither a success nor an error that is not its own, so everything else is thrown from here.
 * Throws `TeamsRefused`, `NoAnswer`, `TakenUnread`, `HostNotAllowed`.
 */
export function createWire({ allowed, timeoutMs, real }: WireOptions): HttpClient {
  const agent = new Agent({ maxResponseSize: LONGEST_ANSWER, connect: { timeout: timeoutMs } });
  // A signal that comes along has the time limit of the whole work that the call is part of (`within`).
  const ask = (request: WireRequest) =>
    request.abortSignal instanceof AbortSignal
      ? answerOf(request, agent, request.abortSignal)
      : within(timeoutMs, timeOut, (signal) => answerOf(request, agent, signal));
  return {
    async sendRequest(request) {
      if (!allowed(request.url)) throw new HostNotAllowed();
      const { status, headers, body } = await ask(request);
      if (status < 200 || status > 299) {
        const facts = { 'retry-after': only(headers['retry-after']), date: only(headers.date) };
        throw refusalOf(status, facts, body, real());
      }
      const problem = unread(body, only(headers['content-type']));
      if (problem) throw problem;
      return { status, headers: jsonHeaders(request), bodyAsText: body, request };
    },
  };
}
