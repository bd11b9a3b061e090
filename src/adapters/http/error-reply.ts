import { Fault } from '../../application/ports/faults';
import type { Log } from '../../application/ports/ports';
import { problem } from './problem';
import type { RouteReply } from './route';

/** The one place where what was thrown becomes an answer: fixed words, the cause goes to the log. */
export function errorReply(error: unknown, route: string, log: Log, reference: string): RouteReply {
  log.error({ reference, route, err: error }, 'request failed');
  return error instanceof Fault
    ? problem(503, 'Nothing was stored. Try again in a moment.', { headers: { 'retry-after': '2' } })
    : problem(500, 'This did not work, and it is not your fault. Give the reference to whoever runs this.');
}

export function logRefusal(log: Log, reference: string, route: string, status: number): void {
  log.info({ reference, route, status }, 'request refused');
}

/** What restify's router found wrong: no such address (404), or not with this method (405). */
export function routerReply(error: unknown, log: Log, reference: string): RouteReply {
  const status = (error as { statusCode?: unknown } | undefined)?.statusCode;
  if (status !== 404 && status !== 405) return errorReply(error, 'router', log, reference);
  logRefusal(log, reference, 'router', status);
  return status === 404
    ? problem(404, 'There is nothing at this address.')
    : problem(405, 'This address does not take this method; the header "Allow" names those it does.');
}
