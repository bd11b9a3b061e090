import type { Route, RouteReply, RouteRequest } from './route';

/** A request whose body has not been read yet. */
export interface Arrival extends Omit<RouteRequest, 'body'> {
  readonly remoteAddress: string;
}

/** A route that may refuse before the body is read, so that a stranger's megabytes are never parsed. */
export interface GuardedRoute extends Route {
  /** What the caller gets instead of an answer; undefined: come in. */
  admit(arrival: Arrival): RouteReply | undefined;
}
