import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { roomFor } from '../../platform/room-for';
import { z } from 'zod/v4';
import type { UseCases } from '../../application/application';
import type { Log } from '../../application/ports/ports';
import { problem } from './problem';
import { createRateLimit } from '../../platform/rate-limit';
import type { Route, RouteReply } from './route';

/** Where Partner Center is asked to send its events. */
export const EVENTS_PATH = '/api/partner-center/events';
/** Far above Partner Center's own, which have a few hundred bytes. */
const MAX_BODY = 65_536;
/** The same event again within this time is the same delivery, tried once more. */
const REPEATS_MS = 600_000;
const MOST_REMEMBERED = 10_000;
/** Of what is not signed, of one address, a minute. */
const MOST_A_MINUTE = 600;

type Verdict = { readonly kind: 'signed' } | { readonly kind: 'forged' | 'unsure'; readonly problem: string };

export interface EventsOptions {
  readonly useCases: Pick<UseCases, 'sync'>;
  /** Whether Partner Center has sent it. */
  readonly verify: (headers: Readonly<Record<string, string | undefined>>, body: Buffer) => Promise<Verdict>;
  /** Hands it to another system as it came; answers with why that is to be tried again. */
  readonly passOn: (url: string, headers: Headers, body: Buffer) => Promise<string | undefined>;
  readonly log: Log;
  /** Real time in ms. */
  readonly real: () => number;
}

/** Partner Center's webhook events page; all but the names of two fields is ignored. */
const Sent = z.object({ EventName: z.string().max(100), ResourceUri: z.string().max(2_000) });
const EVENTS = /^(?:related-)?referral-(?:created|updated)$/;
const ID = /\/([A-Za-z0-9._:-]{1,100})\/?$/;

/**
 * `POST /api/partner-center/events`: something has changed there. Nothing in it is trusted: the record that it names is
 * read. Answered when that is owed; what cannot be owed is answered with an error, so that it comes again.
 */
export function partnerCenterEvents(options: EventsOptions): Route[] {
  const { useCases, verify, passOn, log, real } = options;
  const met = new LRUCache<string, true>({
    ...roomFor(MOST_REMEMBERED),
    ttl: REPEATS_MS,
    ttlResolution: 0,
    perf: { now: real },
  });
  const limit = createRateLimit(MOST_A_MINUTE, real);
  const handle = async (headers: Headers, body: Buffer, from: string): Promise<RouteReply> => {
    const verdict = await verify(headers, body);
    if (verdict.kind !== 'signed') {
      // Behind a proxy all have one address: what is signed is never held up by what is not.
      const seconds = limit.take(from);
      if (seconds > 0)
        return problem(429, 'Too many of these.', { headers: { 'retry-after': String(seconds) } });
      log.warn({ problem: verdict.problem }, 'an event of Partner Center was refused');
      return verdict.kind === 'forged'
        ? problem(401, 'This is not signed by Microsoft.')
        : problem(503, 'The signature cannot be checked now. Send it again.');
    }
    const event = eventIn(body);
    if (!event) return problem(400, 'This is not an event of Partner Center.');
    const key = createHash('sha256').update(body).digest('base64');
    // What is being passed on counts, too: it may lead back here, and would go round for ever.
    if (met.has(key)) return NOTED;
    met.set(key, true);
    const reply = await noted(event, headers, body).catch((error: unknown) => {
      met.delete(key);
      throw error;
    });
    if (reply !== NOTED) met.delete(key);
    return reply;
  };
  const noted = async (event: Event, headers: Headers, body: Buffer): Promise<RouteReply> => {
    if (event.id !== undefined) await useCases.sync.news(event.id);
    for (const url of await useCases.sync.passedOn(event.name)) {
      const why = await passOn(url, headers, body);
      // Partner Center keeps what was not taken, and sends it again: ten times in all.
      if (why !== undefined) return problem(503, `It could not be passed on: ${why}. Send it again.`);
    }
    return NOTED;
  };
  return [
    {
      method: 'POST',
      path: EVENTS_PATH,
      maxBody: MAX_BODY,
      raw: true,
      handle: ({ headers, body, remoteAddress = '' }) =>
        handle(headers, Buffer.isBuffer(body) ? body : Buffer.alloc(0), remoteAddress),
    },
  ];
}

type Headers = Readonly<Record<string, string | undefined>>;
const NOTED: RouteReply = { status: 200, body: { result: 'noted' } };

interface Event {
  readonly name: string;
  /** Absent: a test, or an event of another kind. */
  readonly id?: string;
}

function eventIn(body: Buffer): Event | undefined {
  try {
    const { EventName, ResourceUri } = Sent.parse(JSON.parse(body.toString('utf8')));
    const id = EVENTS.test(EventName) ? ID.exec(new URL(ResourceUri).pathname)?.[1] : undefined;
    return { name: EventName, ...(id !== undefined && { id }) };
  } catch {
    return undefined;
  }
}
