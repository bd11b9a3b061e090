import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';
import type { RouteReply } from '../../../src/adapters/http/route';
import type { Records } from '../../../src/application/ports/store';
import { memoryRecords } from '../../support/memory-records';
import { createTeamsSandbox, type TeamsSandbox } from '../../../src/sandbox/teams/teams-sandbox';
import { hostRoutes } from './route-host';

/** JSON as it comes: the tests look at what is in it. */
export type Loose = ReturnType<typeof JSON.parse>;

const START = Date.parse('2026-11-21T09:00:00Z');

export interface FakeBot {
  readonly url: string;
  /** What Teams has sent, oldest first. */
  readonly got: Loose[];
  /** What the bot does with the next activities: its HTTP answer, or undefined for an empty 200. */
  answer: (activity: Loose) => Promise<{ status?: number; body?: unknown } | undefined> | 'never';
  close(): Promise<void>;
}

export async function startBot(): Promise<FakeBot> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const activity = JSON.parse(Buffer.concat(chunks).toString());
      bot.got.push(activity);
      const answer = bot.answer(activity);
      if (answer === 'never') return;
      void answer.then((made) => {
        response.writeHead(made?.status ?? 200, { 'content-type': 'application/json' });
        response.end(made?.body === undefined ? '' : JSON.stringify(made.body));
      });
    });
  });
  const bot: FakeBot = {
    url: await listen(server),
    got: [],
    answer: async () => undefined,
    close: () => closeServer(server),
  };
  return bot;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}

export interface UnderTest {
  readonly url: string;
  readonly teams: TeamsSandbox;
  readonly bot: FakeBot;
  readonly connector: ConnectorClient;
  /** Business and real time, which stand still unless moved. */
  readonly time: { now: number; real: number };
  readonly faults: RouteReply[];
  get(path: string): Promise<{ status: number; body: Loose }>;
  post(path: string, body: unknown): Promise<{ status: number; body: Loose; type: string }>;
  act(body: unknown): Promise<Loose>;
  close(): Promise<void>;
}

/** The sandbox behind real HTTP, a fake bot, and the connector client that the Bot Framework SDK itself uses. */
export async function startSandbox(
  options: { records?: Records; botTimeoutMs?: number; bot?: FakeBot } = {},
): Promise<UnderTest> {
  const bot = options.bot ?? (await startBot());
  const time = { now: START, real: 1_000_000 };
  const faults: RouteReply[] = [];
  let url = '';
  const teams = createTeamsSandbox({
    clock: { now: () => time.now, real: () => time.real },
    records: options.records ?? memoryRecords(),
    serviceUrl: () => `${url}/sandbox/teams`,
    messagesUrl: () => `${bot.url}/api/messages`,
    faults: { take: () => faults.shift() },
    botTimeoutMs: options.botTimeoutMs ?? 5_000,
  });
  await teams.start();
  const host = await hostRoutes(teams.routes);
  url = host.url;
  const call = async (path: string, init?: RequestInit) => {
    const response = await fetch(url + path, init);
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text), type };
  };
  const post = (path: string, body: unknown) =>
    call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    ...{ teams, bot, time, faults, url, post },
    connector: new ConnectorClient(MicrosoftAppCredentials.Empty, { baseUri: `${url}/sandbox/teams` }),
    get: (path) => call(path),
    act: async (body) => {
      const { status, body: answer } = await post('/sandbox/act', body);
      if (status !== 200) throw new Error(`${status}: ${JSON.stringify(answer)}`);
      return answer;
    },
    close: async () => {
      await host.close();
      if (options.bot === undefined) await bot.close();
    },
  };
}

export const card = (content: object): Loose => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: { type: 'AdaptiveCard', version: '1.5', ...content },
});

export const message = (more: object): Loose => ({ type: 'message', ...more });

/** The error of the connector client: the status and Teams' code. */
export async function refusalOf(call: Promise<unknown>): Promise<{ status: number; code: string }> {
  const error: Loose = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { status: error?.statusCode, code: error?.details?.error?.code };
}

/** The bot posts a card as a new thread in the sample channel; its id. */
export async function postCard({ connector, teams }: UnderTest, content: object): Promise<string> {
  const activity = message({ attachments: [card(content)] });
  return (await connector.conversations.sendToConversation(teams.channel.id, activity)).id;
}

/** What stands in the sample channel, as `person` sees it. */
export async function inChannel({ get, teams }: UnderTest, person?: string): Promise<Loose[]> {
  const asWhom = person === undefined ? '' : `?person=${person}`;
  return (await get(`/sandbox/conversations/${encodeURIComponent(teams.channel.id)}/activities${asWhom}`))
    .body;
}

/** A card with inputs of each kind. */
export const FORM = {
  body: [
    { type: 'Input.Text', id: 'name', label: 'Name', value: 'Contoso', isRequired: true, maxLength: 10 },
    { type: 'Input.Number', id: 'dealValue', label: 'Value', min: 0 },
    {
      type: 'Container',
      items: [{ type: 'Input.Date', id: 'closeDate', label: 'Close date', value: '2026-12-31' }],
    },
    { type: 'Input.Toggle', id: 'urgent', title: 'Urgent', valueOn: 'yes', valueOff: 'no' },
    { type: 'Input.ChoiceSet', id: 'currency', choices: [{ title: 'Euro', value: 'EUR' }] },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Save', verb: 'save', data: { desk: { v: 1 }, name: 'of the data' } },
  ],
};
