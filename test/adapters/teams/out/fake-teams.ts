import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Whatever came as JSON; each test looks at what it expects. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Call {
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Json;
}

export type Answer =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | 'hang'
  | 'reset';

export interface FakeTeams {
  readonly url: string;
  /** Every attempt that arrived, in order. */
  readonly calls: Call[];
  /** Resolves when a call that hangs has been cut by its caller. */
  readonly cut: Promise<void>;
  stop(): Promise<void>;
}

async function read(req: IncomingMessage): Promise<Json> {
  let text = '';
  for await (const chunk of req) text += String(chunk);
  return text === '' ? undefined : JSON.parse(text);
}

/** A Bot Connector on loopback that answers as it is told and remembers what it was sent. */
export async function fakeTeams(answer: (call: Call) => Answer | Promise<Answer>): Promise<FakeTeams> {
  const calls: Call[] = [];
  let onCut = (): void => undefined;
  const cut = new Promise<void>((resolve) => (onCut = resolve));
  const server = createServer((req, res) => {
    void read(req).then(async (body) => {
      const { pathname, searchParams } = new URL(req.url ?? '', 'http://localhost');
      const path = decodeURIComponent(pathname);
      const call = { method: req.method ?? '', path, query: searchParams, headers: req.headers, body };
      calls.push(call);
      const answered = await answer(call);
      if (answered === 'hang') return res.on('close', onCut);
      if (answered === 'reset') return req.socket.resetAndDestroy();
      const { status = 200, headers = {}, body: said = {} } = answered;
      res.writeHead(status, { 'content-type': 'application/json', ...headers });
      return res.end(typeof said === 'string' ? said : JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/teams`,
    calls,
    cut,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
