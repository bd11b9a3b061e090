import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../../application/ports/ports';
import { errorReply, logRefusal } from './error-reply';
import { readJson } from './json-body';
import { problem } from './problem';
import { referenceOf, sendReply } from './reply';
import type { RouteReply } from './route';

const NAME = 'POST /api/messages';
/** Bytes; Teams' own activities stay far below. */
const MAX_ACTIVITY = 262_144;

/** A request whose body has been read and is an object with a `type`. */
export type ActivityRequest = IncomingMessage & {
  readonly body: unknown;
  /** Of this request: in the log, in problems, in the header `request-id` of the answer. */
  readonly reference: string;
};

/** Answers through `res` itself. What it throws is told in fixed words. */
export type MessagesHandler = (req: ActivityRequest, res: ServerResponse) => Promise<void>;

/** The route of Bot Framework's activities: reads the body, leaves the rest to `messages`, and keeps errors in. */
export function messagesRoute(
  messages: MessagesHandler,
  log: Log,
  stopping: AbortSignal,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  return async (req, res) => {
    const reference = referenceOf(res);
    const refuse = async (reply: RouteReply): Promise<void> => {
      logRefusal(log, reference, NAME, reply.status);
      await sendReply(res, reply, stopping);
    };
    const read = await readJson(req, MAX_ACTIVITY);
    if (read.kind === 'gone') return;
    if (read.kind === 'refused') return refuse(read.reply);
    const body = read.kind === 'json' ? read.value : undefined;
    // The SDK throws at an object without a type and says too much about the rest.
    if (!hasType(body)) return refuse(problem(400, 'This is not a Bot Framework activity.'));
    try {
      await messages(Object.assign(req, { body, reference }), res);
      if (!res.headersSent && !res.destroyed) throw new Error('the messages handler did not answer');
    } catch (error) {
      const reply = errorReply(error, NAME, log, reference);
      if (!res.headersSent) await sendReply(res, reply, stopping);
    }
  };
}

const hasType = (value: unknown): boolean =>
  typeof (value as { type?: unknown } | null | undefined)?.type === 'string';
