import type { RouteReply } from '../../adapters/http/route';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not possible now',
  422: 'The client would not send this',
};

export interface FieldProblem {
  /** JSON pointer into the request's body. */
  readonly pointer: string;
  readonly detail: string;
}

/** A bad request to the sandbox, as RFC 9457 writes it. */
export function problem(status: number, detail: string, more: object = {}): RouteReply {
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: { type: 'about:blank', title: TITLES[status] ?? 'Problem', status, detail, ...more },
  };
}

/** Quoted and joined, for "there are: …". */
export const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : names.map((name) => `"${name}"`).join(', ');
