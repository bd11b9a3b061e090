import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import type { Log } from '../../../application/ports/ports';
import { CALL_LIMIT_MS, type TeamsAdapter } from '../out/adapter';
import { Exchange } from './exchange';
import { claimsBotFramework, isUnauthorized } from './caller';
import { readPosted, type PostedActivity } from './posted-activity';
import { factsOf, tellFailure } from './turn-failure';

export interface MessagesOptions {
  readonly adapter: TeamsAdapter;
  readonly bot: { run(exchange: Exchange): Promise<void> };
  readonly log: Log;
  /** What a person reads when a turn failed, in their language, with the reference that the log has too. */
  readonly words: (reference: string, language: string | undefined) => string;
  readonly reference?: (request: MessagesRequest) => string;
  /** How long the check of a caller's token may take: the SDK fetches Bot Framework's keys without a limit. */
  readonly checkLimitMs?: number;
}

/** A request whose JSON body has been read. */
export type MessagesRequest = Pick<IncomingMessage, 'headers'> & {
  readonly body?: unknown;
  /** Under which the door knows the request. */
  readonly reference?: string;
};
export type MessagesResponse = Pick<ServerResponse, 'writeHead' | 'end'>;

const TITLES = {
  400: ['Bad Request', 'This is not a Bot Framework activity.'],
  401: ['Unauthorized', 'A valid token of Bot Framework is needed.'],
  500: ['Internal Server Error', 'The activity could not be worked on.'],
  503: ['Service Unavailable', 'The token could not be checked. Try again.'],
} as const;

/** An answer to Bot Framework, and nothing of the SDK's own text in it. */
type Reply =
  | { readonly problem: keyof typeof TITLES }
  | { readonly problem?: undefined; readonly response: InvokeResponse | undefined };

function write(res: MessagesResponse, reply: Reply, reference: string): void {
  if (reply.problem !== undefined) {
    const [title, detail] = TITLES[reply.problem];
    const problem = { type: 'about:blank', title, status: reply.problem, detail, reference };
    res.writeHead(reply.problem, {
      'content-type': 'application/problem+json',
      ...(reply.problem === 503 && { 'retry-after': '5' }),
    });
    res.end(JSON.stringify(problem));
    return;
  }
  const body: unknown = reply.response?.body;
  const content = body === undefined ? undefined : JSON.stringify(body);
  res.writeHead(
    reply.response?.status ?? 200,
    content === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' },
  );
  res.end(content);
}

const DATES = ['timestamp', 'localTimestamp', 'expiration'] as const;

/** As CloudAdapter does: the SDK's type has dates where JSON has text. */
function activityOf(posted: PostedActivity): Activity {
  const dates = DATES.flatMap((name) => {
    const value = posted[name];
    return typeof value === 'string' ? [[name, new Date(value)] as const] : [];
  });
  return { ...posted, ...Object.fromEntries(dates) } as unknown as Activity;
}

async function runTurn(options: MessagesOptions, context: TurnContext, reference: string): Promise<void> {
  const exchange = new Exchange(context, reference);
  try {
    await options.bot.run(exchange);
  } catch (error) {
    options.log.error({ reference, ...factsOf(error) }, 'turn failed');
    await tellFailure(exchange, options.words(reference, context.activity.locale)).catch(
      (unsaid: unknown) => {
        options.log.warn({ reference, ...factsOf(unsaid) }, 'failure not told');
      },
    );
  }
}

/** Ends with `late` when the turn has not begun in time; a turn that would begin afterwards is not run. */
function receive(
  options: MessagesOptions,
  authorization: string,
  activity: Activity,
  reference: string,
): Promise<Reply | 'late'> {
  let late = false;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      late = true;
      resolve('late');
    }, options.checkLimitMs ?? CALL_LIMIT_MS);
    const turn = options.adapter.receive(authorization, activity, async (context) => {
      clearTimeout(timer);
      if (!late) await runTurn(options, context, reference);
    });
    turn.then((response) => resolve({ response }), reject).finally(() => clearTimeout(timer));
  });
}

async function replyTo(options: MessagesOptions, req: MessagesRequest, reference: string): Promise<Reply> {
  const posted = readPosted(req.body);
  if (!posted) return { problem: 400 };
  const authorization = req.headers.authorization ?? '';
  if (options.adapter.authenticates && !claimsBotFramework(authorization)) return { problem: 401 };
  try {
    const reply = await receive(options, authorization, activityOf(posted), reference);
    return reply === 'late' ? { problem: 503 } : reply;
  } catch (error) {
    if (isUnauthorized(error)) return { problem: 401 };
    options.log.warn({ reference, ...factsOf(error) }, 'token not checked');
    return { problem: options.adapter.authenticates ? 503 : 500 };
  }
}

/**
 * `POST /api/messages`: checks the caller, runs one turn of `bot`, answers. Bodies of errors are fixed (RFC 9457).
 * Never rejects for what a request or a turn does.
 */
export function processMessages(
  options: MessagesOptions,
): (req: MessagesRequest, res: MessagesResponse) => Promise<void> {
  return async (req, res) => {
    const reference = options.reference?.(req) ?? req.reference ?? randomUUID();
    write(res, await replyTo(options, req, reference), reference);
  };
}
