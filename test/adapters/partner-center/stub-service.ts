import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Got {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface StubService {
  readonly url: string;
  readonly got: Got[];
  /** How the next requests are answered. */
  answer: (response: ServerResponse, got: Got) => void;
  close(): Promise<void>;
}

/** A service that answers as a test says: for what a well-behaved Partner Center would not answer. */
export async function startStub(): Promise<StubService> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const got: Got = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      stub.got.push(got);
      stub.answer(response, got);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const stub: StubService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    got: [],
    answer: (response) => response.end(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return stub;
}

/** Not chained: restify, when it is loaded, replaces `writeHead` by one that returns nothing. */
export function reply(
  response: ServerResponse,
  status: number,
  body = '',
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, headers);
  response.end(body);
}

export const json = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => reply(response, status, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
