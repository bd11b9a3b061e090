import type { IncomingMessage } from 'node:http';
import { isLoopbackHost } from '../../platform/loopback';
import { problem } from './problem';
import type { RouteReply } from './route';

/**
 * What is refused before a route is looked for. A Host header or a path that is no URL makes restify 12 throw
 * outside of any handler, which ends the process. In sandbox mode only names of this machine are answered, so that
 * a web page elsewhere cannot reach it through a name it points here (DNS rebinding) or with a form.
 */
export function checkAtDoor(req: IncomingMessage, sandbox: boolean): RouteReply | undefined {
  const host = req.headers.host ?? '';
  const url = targetOf(req, host);
  if (url === undefined) return problem(400, 'The address or the Host header of the request is not valid.');
  if (!sandbox) return undefined;
  if (host === '' || !isLoopbackHost(url.hostname)) {
    return problem(421, 'In sandbox mode only requests to this machine itself are answered: use localhost.');
  }
  const { origin } = req.headers;
  if (origin !== undefined && !(URL.canParse(origin) && isLoopbackHost(new URL(origin).hostname))) {
    return problem(403, 'In sandbox mode only pages of this machine may send requests here.');
  }
  return undefined;
}

/** The URL as restify works it out later; undefined when that would throw. */
function targetOf(req: IncomingMessage, host: string): URL | undefined {
  try {
    const base = `http://${host === '' ? 'localhost' : host}`;
    const target = req.url ?? '/';
    const url = target.startsWith('/') ? new URL(base + target) : new URL(target, base);
    decodeURIComponent(url.pathname);
    return url;
  } catch {
    return undefined;
  }
}
