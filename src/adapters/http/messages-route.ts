import type restify from 'restify';
import type { Log } from '../../application/ports';
import { errorReply, logRefusal } from './error-reply';
import { readJson } from './json-body';
import { problem } from './problem';
import { referenceOf, sendReply } from './reply';
import type { RouteReply } from './route';

const NAME = 'POST /api/messages';
/** Bytes; Teams' own activities stay far below. */
const MAX_ACTIVITY = 262_144;

/** Takes `req.body` parsed and answers through `res` itself (CloudAdapter.process does). */
export type MessagesHandler = (req: restify.Request, res: restify.Response) => Promise<void>;

/** The route of Bot Framework's activities: reads the body, leaves the rest to `messages`, and keeps errors in. */
export function messagesRoute(messages: MessagesHandler, log: Log, stopping: AbortSignal): MessagesHandler {
  return async (req, res) => {
    const refuse = async (reply: RouteReply): Promise<void> => {
      logRefusal(log, referenceOf(res), NAME, reply.status);
      await sendReply(res, reply, stopping);
    };
    const body = await readJson(req, MAX_ACTIVITY);
    if (body.kind === 'gone') return;
    if (body.kind === 'refused') return refuse(body.reply);
    if (body.kind === 'none') return refuse(problem(400, 'The body is empty; an activity is needed.'));
    req.body = body.value;
    hideErrorTexts(res, stopping);
    try {
      await messages(req, res);
      if (!res.headersSent && !res.destroyed) throw new Error('the messages handler did not answer');
    } catch (error) {
      const reply = messagesErrorReply(error, log, referenceOf(res));
      if (!res.headersSent) await sendReply(res, reply, stopping);
    }
  };
}

function messagesErrorReply(error: unknown, log: Log, reference: string): RouteReply {
  if ((error as Error | undefined)?.name !== 'ZodError') return errorReply(error, NAME, log, reference);
  logRefusal(log, reference, NAME, 400);
  return problem(400, 'This is not a Bot Framework activity.');
}

/** CloudAdapter answers failures with `send(error.message)` (botbuilder 4.23.3): texts of libraries stay inside. */
function hideErrorTexts(res: restify.Response, stopping: AbortSignal): void {
  const send = res.send.bind(res) as (...args: unknown[]) => unknown;
  const guarded = (...args: unknown[]): unknown => {
    const texts = args.every((arg) => typeof arg === 'string' || typeof arg === 'number');
    const status = typeof args[0] === 'number' ? args[0] : res.statusCode;
    if (status < 400 || !texts) return send(...args);
    void sendReply(res, problem(status, 'The bot could not take this activity.'), stopping);
    return res;
  };
  Object.assign(res, { send: guarded });
}
