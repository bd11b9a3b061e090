import { Agent, request, type Dispatcher } from 'undici';
import { isLoopbackHost } from '../../../platform/loopback';

/** With the desk's own work this ends before Partner Center gives up waiting (an inference: its limit is unpublished). */
const LIMIT_MS = 5_000;

type Headers = Readonly<Record<string, string | undefined>>;

/** Why it is to come again; undefined: it was taken, or will never be. */
export type PassOn = (url: string, headers: Headers, body: Buffer) => Promise<string | undefined>;

/**
 * Hands an event on as it came, its bytes and what its signature needs, so that the other system can check it as if Partner
 * Center had sent it there. The signature goes out under both names, for that system may look for either.
 */
export function createPassOn(dispatcher: Dispatcher = new Agent()): PassOn {
  return async (url, headers, body) => {
    if (!isSafe(url)) return undefined;
    try {
      const answer = await request(url, {
        method: 'POST',
        headers: passedHeaders(headers),
        body,
        dispatcher,
        signal: AbortSignal.timeout(LIMIT_MS),
      });
      await answer.body.dump();
      return isForLater(answer.statusCode) ? `it answered ${answer.statusCode}` : undefined;
    } catch {
      return 'it does not answer';
    }
  };
}

const isForLater = (status: number): boolean => status >= 500 || status === 429 || status === 408;

function passedHeaders(headers: Headers): Record<string, string> {
  const signature = headers['x-ms-signature'] ?? headers.authorization ?? '';
  const theirs = Object.entries(headers).filter(
    (one): one is [string, string] => one[0].startsWith('x-ms-') && one[1] !== undefined,
  );
  return {
    ...Object.fromEntries(theirs),
    'content-type': headers['content-type'] ?? 'application/json',
    authorization: signature,
    'x-ms-signature': signature,
  };
}

function isSafe(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === 'https:') return true;
  return parsed?.protocol === 'http:' && isLoopbackHost(parsed.hostname);
}
