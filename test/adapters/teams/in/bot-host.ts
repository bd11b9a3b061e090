import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../../../../src/application/ports/ports';
import type { TeamsAdapter } from '../../../../src/adapters/teams/out/adapter';
import { processMessages, type MessagesOptions } from '../../../../src/adapters/teams/in/messages';
import type { Json } from '../out/fake-teams';
import { sandboxAdapter } from '../out/places';

export interface Posted {
  readonly status: number;
  readonly type: string;
  readonly retryAfter: string | null;
  readonly text: string;
  readonly body: Json;
}

export interface BotHost {
  /** What the log was given, as lines of JSON. */
  readonly lines: string[];
  post(body: unknown, authorization?: string): Promise<Posted>;
  stop(): Promise<void>;
}

async function bodyOf(req: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of req) text += String(chunk);
  return JSON.parse(text);
}

/** `POST /api/messages` on a plain node:http server. */
export async function botHost(
  run: MessagesOptions['bot']['run'],
  adapter: TeamsAdapter = sandboxAdapter(),
  over: Partial<MessagesOptions> & { readonly known?: string } = {},
): Promise<BotHost> {
  const lines: string[] = [];
  const write = (facts: object, line: string) => void lines.push(JSON.stringify({ ...facts, line }));
  const log: Log = { info: write, warn: write, error: write };
  const words = (reference: string, language: string | undefined) => `Sorry (${language}): ${reference}`;
  const { known, ...more } = over;
  const reference = known === undefined ? { reference: () => 'ref-1' } : {};
  const handle = processMessages({ adapter, bot: { run }, log, words, ...reference, ...more });
  const server = createServer((req, res) => {
    void bodyOf(req).then((body) =>
      handle(Object.assign(req, { body, ...(known !== undefined && { reference: known }) }), res),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  return {
    lines,
    async post(body, authorization) {
      const headers = authorization === undefined ? {} : { authorization };
      const res = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
      const text = await res.text();
      const type = res.headers.get('content-type') ?? '';
      const parsed = type.includes('json') ? JSON.parse(text) : undefined;
      return { status: res.status, type, retryAfter: res.headers.get('retry-after'), text, body: parsed };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
