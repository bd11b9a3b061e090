import type { RouteReply } from './route';

export interface FieldProblem {
  /** A JSON pointer (RFC 6901) into the body. */
  readonly pointer: string;
  readonly detail: string;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not authorized',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Too slow',
  409: 'Not possible now',
  413: 'Too large',
  415: 'Wrong content type',
  421: 'Wrong host',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Something went wrong here',
  503: 'Not available now',
};

export interface ProblemExtras {
  readonly errors?: readonly FieldProblem[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Members of its own (RFC 9457, extension members). */
  readonly more?: Readonly<Record<string, unknown>>;
}

/**
 * A reply in RFC 9457's shape. `detail`: fixed words of ours, never an error's text. The server adds `reference`
 * to every problem that goes out.
 */
export function problem(status: number, detail: string, extras: ProblemExtras = {}): RouteReply {
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...extras.headers },
    body: {
      type: 'about:blank',
      title: TITLES[status] ?? 'Not possible',
      status,
      detail,
      ...(extras.errors && { errors: extras.errors }),
      ...extras.more,
    },
  };
}
