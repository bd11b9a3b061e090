import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Route, RouteReply } from '../../../src/adapters/http/route';

function match(route: Route, path: string): Record<string, string> | undefined {
  const want = route.path.split('/');
  const have = path.split('/');
  if (want.length !== have.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of want.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(have[at]!);
    else if (part !== have[at]) return undefined;
  }
  return params;
}

export async function hostRoutes(routes: Route[]): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://host');
      const text = Buffer.concat(chunks).toString();
      const answer = async (): Promise<RouteReply> => {
        for (const route of routes) {
          const params = route.method === request.method ? match(route, url.pathname) : undefined;
          if (params === undefined) continue;
          return route.handle({
            method: route.method,
            path: url.pathname,
            params,
            query: url.searchParams,
            headers: request.headers as Record<string, string>,
            body: text === '' ? undefined : JSON.parse(text),
            reference: 'test',
          });
        }
        return { status: 404 };
      };
      answer().then(
        (reply) => {
          response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
          if (reply.stream) {
            const gone = new AbortController();
            response.on('close', () => gone.abort());
            reply.stream((chunk) => response.write(chunk), gone.signal);
          } else response.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
        },
        (error: unknown) => {
          response.writeHead(500);
          response.end(JSON.stringify({ broken: String(error) }));
        },
      );
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
