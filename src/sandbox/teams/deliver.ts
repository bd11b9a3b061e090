import type { Json } from './activity';
import type { Parts } from './parts';

/** The bot's raw answer. 502: it cannot be reached; 504: it did not answer in time. */
export interface BotAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Posts one activity to the bot, as the Bot Framework service does. Never throws. */
export async function deliver(parts: Parts, activity: Json): Promise<BotAnswer> {
  try {
    const response = await fetch(parts.messagesUrl(), {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(parts.timeoutMs),
    });
    return { status: response.status, ...bodyOf(await response.text()) };
  } catch (error) {
    return { status: (error as { readonly name?: unknown }).name === 'TimeoutError' ? 504 : 502 };
  }
}

/** Delivers the very same activity `times` times, one after the other; the last answer counts. */
export async function deliverTimes(parts: Parts, activity: Json, times: number): Promise<BotAnswer> {
  let answer = await deliver(parts, activity);
  for (let more = 1; more < times; more++) answer = await deliver(parts, activity);
  return answer;
}

function bodyOf(text: string): { readonly body?: unknown } {
  if (text === '') return {};
  try {
    return { body: JSON.parse(text) as unknown };
  } catch {
    return { body: text };
  }
}
