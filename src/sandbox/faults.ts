import { z } from 'zod';
import type { Route, RouteReply, RouteRequest } from '../adapters/http/route';
import { problem } from '../adapters/http/problem';

const SERVICES = ['teams', 'partner-center', 'webhooks'] as const;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
/** Ways of the service that hold until they are taken off; none uses up an answer. */
const STANDING = [
  ...(['no-siblings', 'stage-alone', 'late-lists', 'clock-behind'] as const),
  ...(['pascal-consent', 'text-values', 'nulls'] as const),
] as const;
const WORDS = ['hang', 'reset', 'html', 'mfa', 'gateway', 'no-filter', ...STANDING] as const;
const OF_PARTNER_CENTER: readonly unknown[] = ['mfa', 'gateway', 'no-filter', ...STANDING];
const MOST_TIMES = 10_000;
const PATH = '/sandbox/faults';

type Service = (typeof SERVICES)[number];

/** A service's next answers, instead of its own. `webhooks`: the registration of webhooks at Partner Center. */
interface Fault {
  readonly on: Service;
  /**
   * A status, no answer at all, a cut connection, or a web page with status 200. Partner Center only: `mfa`, the sign-in
   * was without multi-factor authentication; `gateway`, a page with 403; `no-filter`, the list takes no filter; and, until they are
   * taken off: `no-siblings`, other organisations' records are found by their engagement alone; `stage-alone`, a change of stage is
   * refused with anything else in one call; `late-lists`, what has just changed is not in lists yet; `clock-behind`, its clock is an
   * hour behind; `pascal-consent`, `text-values`, `nulls`, its records have those shapes (`partner-center/as-sent.ts`).
   */
  readonly answer: number | (typeof WORDS)[number];
  /** Seconds. */
  readonly retryAfter?: number | undefined;
  /** How many answers are left of it. */
  readonly times: number;
  /** Partner Center only: of calls with this method. */
  readonly method?: (typeof METHODS)[number] | undefined;
  /** Partner Center only: of the program's own calls, as people go on working there. */
  readonly by?: 'desk' | undefined;
  /** Partner Center only: the call is carried out, and its answer lost. */
  readonly after?: boolean | undefined;
  /** Instead of the service's own error. */
  readonly body?: unknown;
}

/** What the service answers now. `after`: it does first what it was asked for. */
export interface TakenFault extends RouteReply {
  readonly after?: boolean;
}

export interface Faults {
  readonly routes: Route[];
  /** Whether this stands; it is not used up. */
  stands(answer: (typeof STANDING)[number]): boolean;
  /** The oldest fault that is due for this call, used up by one; undefined: none. */
  take(on: Service, call?: FaultyCall): TakenFault | undefined;
}

/** `filtered`: a list with a filter; `own`: the program's own, not another client's. */
export interface FaultyCall {
  readonly method?: string;
  readonly filtered?: boolean;
  readonly own?: boolean;
}

const isStanding = ({ answer }: Fault): boolean => STANDING.some((one) => one === answer);

/** Faults on demand: POST /sandbox/faults sets one, GET lists what is left, DELETE clears all. */
export function createFaults(): Faults {
  let faults: readonly Fault[] = [];
  const set = (request: RouteRequest): RouteReply => {
    const fault = readFault(request.body);
    if (typeof fault === 'string') return problem(400, fault);
    faults = [...faults, fault];
    return { status: 201, body: fault };
  };
  const clear = (): RouteReply => {
    faults = [];
    return { status: 204 };
  };
  return {
    routes: [
      { method: 'POST', path: PATH, handle: async (request) => set(request) },
      { method: 'GET', path: PATH, handle: async () => ({ status: 200, body: faults }) },
      { method: 'DELETE', path: PATH, handle: async () => clear() },
    ],
    stands: (answer) => faults.some((one) => one.answer === answer),
    take: (on, { method, filtered = false, own = false } = {}) => {
      const fault = faults.find(
        (one) =>
          one.on === on &&
          !isStanding(one) &&
          (one.method === undefined || one.method === method) &&
          (one.by === undefined || own) &&
          (one.answer !== 'no-filter' || filtered),
      );
      if (fault === undefined) return undefined;
      faults = faults.flatMap((one) =>
        one !== fault ? one : one.times > 1 ? { ...one, times: one.times - 1 } : [],
      );
      return { ...replyOf(fault), ...(fault.after === true ? { after: true } : {}) };
    },
  };
}

const answerWords = `is a status from 400 to 599, or one of: ${WORDS.join(', ')}`;
const shape = z
  .object({
    on: z.enum(SERVICES, { message: `is one of: ${SERVICES.join(', ')}` }),
    answer: z.union([z.enum(WORDS), z.number().int().min(400).max(599)], {
      message: answerWords,
    }),
    retryAfter: z
      .number({ message: 'is a number of seconds' })
      .int('is a whole number')
      .min(0, 'is not negative')
      .optional(),
    times: z
      .number({ message: 'is a number' })
      .int('is a whole number')
      .min(1, 'is at least 1')
      .max(MOST_TIMES, `is at most ${MOST_TIMES}`)
      .default(1),
    method: z.enum(METHODS, { message: `is one of: ${METHODS.join(', ')}` }).optional(),
    by: z.enum(['desk'], { message: 'is "desk" or absent' }).optional(),
    after: z.boolean({ message: 'is true or false' }).optional(),
    body: z.unknown(),
  })
  .strict();

/** The fault asked for, or in words what is wrong with it. */
function readFault(body: unknown): Fault | string {
  const { data, error } = shape.safeParse(body);
  if (error) {
    const [issue] = error.issues;
    const field = issue?.path.join('/');
    return field
      ? `"${field}" ${issue?.message ?? 'is wrong'}.`
      : `Give an object such as {"on":"teams","answer":429,"retryAfter":2,"times":3}, with: ${Object.keys(shape.shape).join(', ')}.`;
  }
  const ofPartnerCenter = [data.method, data.after, data.by].some((one) => one !== undefined);
  if (data.on === 'teams' && ofPartnerCenter)
    return '"method", "after" and "by" are for Partner Center only.';
  if (data.on === 'teams' && OF_PARTNER_CENTER.includes(data.answer))
    return `"${String(data.answer)}" is an answer of Partner Center only.`;
  return data;
}

const PAGE = '<!doctype html><html><body><h1>Our services are not available right now</h1></body></html>';

function replyOf({ on, answer, retryAfter, body }: Fault): RouteReply {
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  if (answer === 'hang' || answer === 'reset') return { status: 500, fault: answer };
  if (answer === 'html' || answer === 'gateway') {
    const page = { ...headers, 'content-type': 'text/html; charset=utf-8' };
    return { status: answer === 'html' ? 200 : 403, headers: page, body: PAGE };
  }
  if (answer === 'mfa') return { status: 401, headers, body: MFA };
  const status = typeof answer === 'string' ? 400 : answer;
  return { status, headers, body: body ?? errorOf(on, status) };
}

/** partner-center.md §0.1 (1.3 and 1.5): code 900421; that it has this shape is an inference. */
const MFA = {
  code: 900421,
  description: 'The token has no claim of multi-factor authentication.',
  data: [],
  source: 'PartnerCenter',
};

const TEAMS_CODES: Readonly<Record<number, string>> = {
  400: 'Bad Argument',
  401: 'Unauthorized',
  403: 'BotNotInConversationRoster',
  404: 'ConversationNotFound',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'Throttled',
};

const PARTNER_CENTER_CODES: Readonly<Record<number, string>> = {
  400: 'invalidRequest',
  401: 'unauthenticated',
  403: 'accessDenied',
  404: 'itemNotFound',
  409: 'resourceModified',
  410: 'itemNotFound',
  412: 'preconditionFailed',
  422: 'invalidRequest',
  503: 'serviceNotAvailable',
};

/** An error in the service's own shape; Partner Center throttles in another than it refuses. */
function errorOf(on: Service, status: number): object {
  const message = 'This answer was asked for by POST /sandbox/faults.';
  if (on === 'teams') return { error: { code: TEAMS_CODES[status] ?? 'ServiceError', message } };
  if (status === 429) return { statusCode: 429, message };
  return { error: { code: PARTNER_CENTER_CODES[status] ?? 'generalException', message } };
}
