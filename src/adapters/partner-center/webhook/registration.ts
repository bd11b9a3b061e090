import { Agent, type Dispatcher } from 'undici';
import { z } from 'zod/v4';
import type { EventRegistration, PartnerCenterAnswer } from '../../../application/ports/ports';
import type { Registered } from '../../../domain/account/listening';
import type { Answer } from '../call';
import { classifyUnreadable, type Intention } from '../classify';
import { signedInCall } from '../signed-in-call';

const PATH = '/webhooks/v1/registration';
const LIMIT_MS = 8_000;

/** As the API writes it (capitals) or reads it; both occur in its samples. */
const Body = z.looseObject({
  WebhookUrl: z.string().min(1).max(2_000),
  WebhookEvents: z.array(z.string().max(200)).max(200),
});

export interface RegistrationOptions {
  /** Scheme, host and what stands before `/webhooks`. */
  readonly baseUrl: () => string;
  /** The desk's own address for events; undefined: none is known, so nothing is registered. */
  readonly eventsUrl: () => string | undefined;
  /** An access token for https://api.partnercenter.microsoft.com: another than for the referrals. */
  readonly token: () => Promise<string>;
  readonly dispatcher?: Dispatcher;
  /** Real time in ms. */
  readonly real?: () => number;
}

/** A tenant's webhook registration (learn.microsoft.com/partner-center/developer/partner-center-webhooks), one attempt a call. */
export function createRegistration(options: RegistrationOptions): EventRegistration {
  const { baseUrl, eventsUrl, token, real = Date.now } = options;
  const dispatcher = options.dispatcher ?? new Agent({ connect: { timeout: LIMIT_MS } });
  const parts = { baseUrl, token, real, dispatcher };
  return {
    url: eventsUrl,
    read: async () => {
      const answer = await signedInCall(parts, { method: 'GET', path: PATH }, AbortSignal.timeout(LIMIT_MS));
      if (answer.kind === 'not-found') return { kind: 'ok', value: undefined };
      // Nothing registered may be answered with nothing (an inference).
      if (answer.kind === 'answer' && answer.content.kind === 'empty')
        return { kind: 'ok', value: undefined };
      return answer.kind === 'answer' ? registered(answer, 'read') : answer;
    },
    write: async ({ url, events }, exists) => {
      const body = { WebhookUrl: url, WebhookEvents: events, SignatureTokenToMsSignatureHeader: true };
      const method = exists ? 'PUT' : 'POST';
      const answer = await signedInCall(parts, { method, path: PATH, body }, AbortSignal.timeout(LIMIT_MS));
      return answer.kind === 'answer' ? registered(answer, 'write') : answer;
    },
  };
}

function registered(answer: Answer, intention: Intention): PartnerCenterAnswer<Registered> {
  const { content } = answer;
  const parsed = Body.safeParse(content.kind === 'json' ? withCapitals(content.value) : undefined);
  return parsed.data
    ? { kind: 'ok', value: { url: parsed.data.WebhookUrl, events: parsed.data.WebhookEvents } }
    : classifyUnreadable(answer, intention);
}

/** `webhookUrl` as `WebhookUrl`. */
const withCapitals = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key.charAt(0).toUpperCase() + key.slice(1), one]),
      )
    : value;
