import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server as HttpListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import restify from 'restify';
import type { Log } from '../../application/ports/ports';
import type { Arrival, GuardedRoute } from './arrival';
import { answerBrokenRequest } from './broken-request';
import { trackConnections, type Connections } from './connections';
import { checkAtDoor } from './door-check';
import { errorReply, logRefusal, routerReply } from './error-reply';
import { readJson, readRaw } from './json-body';
import { messagesRoute, type MessagesHandler } from './messages-route';
import { plainHeaders, REFERENCE_HEADER, referenceOf, sendReply } from './reply';
import type { Route, RouteReply } from './route';

const DEFAULT_MAX_BODY = 262_144;
/** Teams ids in paths reach some hundred characters; find-my-way's own limit is 100. */
const MAX_PARAM = 2_000;

export interface HttpServerOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly log: Log;
  readonly routes: readonly (Route | GuardedRoute)[];
  /** `POST /api/messages`: gets `req.body` parsed and answers through `res` itself. */
  readonly messages: MessagesHandler;
  /** Only requests to loopback names are answered. */
  readonly sandbox: boolean;
  /** For a request to arrive whole; 30 s when absent. */
  readonly requestTimeoutMs?: number;
  /** For running requests at close(); 8 s when absent. */
  readonly drainMs?: number;
}

export interface HttpServer {
  /** Resolves once requests are taken. Rejects with plain words when the port cannot be had. */
  listen(): Promise<{ readonly url: string }>;
  /** Takes no more, ends idle connections and streams, waits for running requests, then cuts what is left. */
  close(): Promise<void>;
}

/** restify's hook before its own code, which @types/restify leaves out; false ends the request there. */
interface FirstHandlers {
  first(handler: (req: IncomingMessage, res: ServerResponse) => boolean): void;
}

export function createHttpServer(options: HttpServerOptions): HttpServer {
  // restify's own log would show headers: it is off, and what must be told goes to ours.
  const settings = { name: '', maxParamLength: MAX_PARAM, log: pino({ level: 'silent' }) };
  const server = restify.createServer(settings as unknown as restify.ServerOptions);
  const listener = server.server as HttpListener;
  const stopping = new AbortController();
  prepareListener(listener, options);
  const connections = trackConnections(listener);
  (server as unknown as FirstHandlers).first((req, res) =>
    admitToDoor(req, res, options, connections, stopping.signal),
  );
  server.on('restifyError', (_req: IncomingMessage, res: ServerResponse, error: unknown) => {
    // The callback is not called: it would let restify send its own body after ours.
    void sendReply(res, routerReply(error, options.log, referenceOf(res)), stopping.signal);
  });
  for (const route of options.routes) mount(server, route, options.log, stopping.signal);
  server.post('/api/messages', messagesRoute(options.messages, options.log, stopping.signal));
  return {
    listen: () => listen(listener, options),
    close: () => close(listener, connections, stopping, options.drainMs ?? 8_000),
  };
}

function prepareListener(listener: HttpListener, options: HttpServerOptions): void {
  const limit = options.requestTimeoutMs ?? 30_000;
  listener.requestTimeout = limit;
  listener.headersTimeout = Math.min(limit, 15_000);
  Object.assign(listener, { connectionsCheckingInterval: Math.min(limit, 5_000) });
  // restify listens to upgrades without answering them, which leaves such connections open for ever, and passes
  // errors on to nobody, which would end the process.
  listener.removeAllListeners('upgrade').removeAllListeners('error');
  listener.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    answerBrokenRequest(error, socket, options.log);
  });
}

function admitToDoor(
  req: IncomingMessage,
  res: ServerResponse,
  options: HttpServerOptions,
  connections: Connections,
  stopping: AbortSignal,
): boolean {
  res.setHeader(REFERENCE_HEADER, randomUUID());
  connections.begun(res);
  const refused = checkAtDoor(req, options.sandbox);
  if (!refused) return true;
  logRefusal(options.log, referenceOf(res), 'door', refused.status);
  void sendReply(res, refused, stopping);
  return false;
}

function mount(server: restify.Server, route: Route | GuardedRoute, log: Log, stopping: AbortSignal): void {
  const name = `${route.method} ${route.path}`;
  const handler = async (req: restify.Request, res: restify.Response): Promise<void> => {
    const reference = referenceOf(res);
    const reply = await answer(req, route, reference).catch((error: unknown) =>
      errorReply(error, name, log, reference),
    );
    if (reply === 'gone') return;
    if (reply.status >= 400 && reply.status < 500) logRefusal(log, reference, name, reply.status);
    await sendReply(res, reply, stopping);
  };
  const verbs = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'del' } as const;
  server[verbs[route.method]](route.path, handler);
  if (route.method === 'GET') server.head(route.path, handler);
}

async function answer(
  req: restify.Request,
  route: Route | GuardedRoute,
  reference: string,
): Promise<RouteReply | 'gone'> {
  const url = req.getUrl() as unknown as URL;
  const arrival: Arrival = {
    method: req.method ?? route.method,
    path: url.pathname,
    params: { ...(req.params as Record<string, string>) },
    query: url.searchParams,
    headers: plainHeaders(req),
    reference,
    remoteAddress: req.socket.remoteAddress ?? '',
  };
  const refused = 'admit' in route ? route.admit(arrival) : undefined;
  if (refused) return refused;
  if (route.method === 'GET' || route.method === 'DELETE')
    return route.handle({ ...arrival, body: undefined });
  const most = route.maxBody ?? DEFAULT_MAX_BODY;
  const body = await (route.raw ? readRaw(req, most) : readJson(req, most));
  if (body.kind === 'gone') return 'gone';
  if (body.kind === 'refused') return body.reply;
  return route.handle({ ...arrival, body: body.kind === 'json' ? body.value : undefined });
}

function listen(listener: HttpListener, options: HttpServerOptions): Promise<{ readonly url: string }> {
  return new Promise((resolve, reject) => {
    const { host, port } = options;
    listener.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'another program listens there' : (error.code ?? 'unknown');
      reject(new Error(`cannot listen on ${host}, port ${port}: ${why}`, { cause: error }));
    });
    listener.listen(port, host, () => {
      const bound = (listener.address() as AddressInfo).port;
      resolve({ url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}` });
    });
  });
}

async function close(
  listener: HttpListener,
  connections: Connections,
  stopping: AbortController,
  drainMs: number,
): Promise<void> {
  if (!listener.listening) return;
  const ended = new Promise<void>((resolve) => listener.close(() => resolve()));
  stopping.abort();
  connections.cutIdle();
  const cut = setTimeout(() => connections.cutAll(), drainMs);
  await ended;
  clearTimeout(cut);
}
