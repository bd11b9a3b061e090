import net from 'node:net';
import { createHttpServer, type HttpServerOptions } from '../../../src/adapters/http/server';
import type { Log } from '../../../src/application/ports/ports';

interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly facts: Record<string, unknown>;
  readonly line: string;
}

export interface OpenDoor {
  readonly url: string;
  readonly port: number;
  readonly log: readonly LogLine[];
  post(path: string, body: string | Uint8Array, headers?: Record<string, string>): Promise<Response>;
  /** Bytes as they are, for what no client would send; answers with all that came back until the end. */
  raw(bytes: string): Promise<string>;
  close(): Promise<void>;
}

export async function openDoor(options: Partial<HttpServerOptions> = {}): Promise<OpenDoor> {
  const log: LogLine[] = [];
  const at =
    (level: LogLine['level']): Log['info'] =>
    (facts, line) => {
      log.push({ level, facts: { ...facts }, line });
    };
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    log: { info: at('info'), warn: at('warn'), error: at('error') },
    routes: [],
    messages: async (_req, res) => {
      res.end();
    },
    sandbox: false,
    ...options,
  });
  const { url } = await server.listen();
  const port = Number(new URL(url).port);
  return {
    url,
    port,
    log,
    post: (path, body, headers = { 'content-type': 'application/json' }) =>
      fetch(url + path, { method: 'POST', body: body as string, headers }),
    raw: (bytes) => raw(port, bytes),
    close: () => server.close(),
  };
}

const raw = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve) => {
    let got = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8').on('data', (chunk: string) => (got += chunk));
    socket.once('error', () => resolve(`${got}[cut]`));
    socket.once('close', () => resolve(got));
  });
