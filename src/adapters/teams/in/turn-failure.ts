import type { InvokeAnswer } from '../answers/invoke-answer';
import type { Exchange } from './exchange';
import { Fault } from '../../../application/ports/faults';

const codeOf = (error: object): { code?: string } =>
  'code' in error && typeof error.code === 'string' ? { code: error.code } : {};

const frames = (stack = ''): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());

/** What the log may know of an error: no message but a fault's own, because others quote what people wrote. */
export function factsOf(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  return {
    error: error.name,
    ...codeOf(error),
    ...(error instanceof Fault && { message: error.message }),
    ...(error.cause instanceof Error && { cause: { error: error.cause.name, ...codeOf(error.cause) } }),
    at: frames(error.stack),
  };
}

/**
 * What an invoke answers when its turn failed, so that Teams shows the words: a dialog's own message, a card action's error (both are
 * HTTP 200 to Teams, and anything else would be "unable to reach app"), else a plain 500.
 */
function failedInvoke(name: string | undefined, words: string): InvokeAnswer {
  if (name?.startsWith('task/') === true) {
    return { status: 200, body: { task: { type: 'message', value: words } } };
  }
  if (name === 'adaptiveCard/action') {
    const value = { code: 'InternalServerError', message: words };
    return { status: 200, body: { statusCode: 500, type: 'application/vnd.microsoft.error', value } };
  }
  return { status: 500, body: { message: words } };
}

/** Tells the person that the turn failed: an invoke is answered, a message replied to; nobody waits for more. */
export async function tellFailure(exchange: Exchange, words: string): Promise<void> {
  const { type, name } = exchange.activity;
  if (type === 'invoke') {
    await exchange.respond(failedInvoke(name, words));
  } else if (type === 'message') {
    await exchange.sendPlain(words);
  }
}
