import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describeWithMongod, startSingle } from '../adapters/mongo/servers';
import { anotherClient, inputsOf, type Client } from './another-client';
import { eventually, startProcess, type Process } from './processes';

const HEADERS = { 'content-type': 'application/json', authorization: 'Bearer sandbox' };
const lead = (n: number): object => ({
  id: `lead-${String(n)}`,
  createdDateTime: new Date().toISOString(),
  customerProfile: { name: `Customer ${String(n)} Ltd` },
});

let client: Client;
let env: Record<string, string>;
const running: Process[] = [];

beforeEach(async () => {
  client = await anotherClient();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-'));
  env = {
    DATABASE_URL: `sqlite:${path.join(folder, 'desk.db')}`,
    PARTNER_CENTER: 'none',
    SANDBOX_TEAMS: 'off',
    FORMS: 'card',
    LOG_LEVEL: 'warn',
    // Who works on what is looked at, not how fast Teams may be written to.
    TEAMS_BUDGET: '1000',
  };
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.end('SIGKILL')));
  await client.teams.stop();
});

const begin = async (): Promise<Process> => {
  const one = await startProcess(env);
  running.push(one);
  return one;
};
const bring = (program: Process, body: unknown): Promise<Response> =>
  fetch(`${program.url}/api/referrals`, { method: 'POST', headers: HEADERS, body: JSON.stringify(body) });
const cards = (): string[] =>
  [...client.shown.values()].flatMap((one) => /Customer \d+ Ltd/.exec(JSON.stringify(one.card))?.[0] ?? []);

async function fourPostOnce(): Promise<void> {
  const first = await begin();
  const programs = [first, ...(await Promise.all([begin(), begin(), begin()]))];
  await client.bind(first.url);
  await Promise.all(
    programs.map((program, index) =>
      bring(
        program,
        Array.from({ length: 15 }, (_, n) => lead(15 * index + n)),
      ),
    ),
  );
  await eventually(() => (cards().length >= 60 ? true : undefined), 40_000);
  await Promise.all(programs.map((program) => program.end('SIGTERM')));
  expect(new Set(cards()).size).toBe(60);
  expect(cards()).toHaveLength(60);
}

it('four processes over one SQLite file post each referral once', fourPostOnce);

describeWithMongod('over MongoDB', () => {
  it('four processes post each referral once', async () => {
    const server = await startSingle();
    env['DATABASE_URL'] = server.getUri('four');
    try {
      await fourPostOnce();
    } finally {
      await server.stop();
    }
  });
});

it('killed in the middle: what was promised is done after the restart, what was done is not done again', async () => {
  const first = await begin();
  await client.bind(first.url);
  const answer = await bring(
    first,
    Array.from({ length: 12 }, (_, n) => lead(n)),
  );
  expect(answer.status).toBe(200);
  await eventually(() => (cards().length >= 3 ? true : undefined));
  await first.end('SIGKILL');
  running.splice(0);
  const before = cards().length;
  await begin();
  await eventually(() => (new Set(cards()).size === 12 ? true : undefined), 60_000);
  // Only what was under way at the kill can come twice: at most eight documents are worked on at a time.
  expect(cards().length - 12).toBeLessThanOrEqual(8);
  expect(before).toBeGreaterThanOrEqual(3);
}, 120_000);

it("Microsoft's own test client is served: a command, a card action with its form, an update of the card", async () => {
  const program = await begin();
  await client.bind(program.url);
  await bring(program, lead(1));
  const card = await eventually(() => client.cardWith('Customer 1 Ltd'));
  const opened = await client.press(program.url, card.id, 'Accept');
  expect(opened.type).toBe('application/vnd.microsoft.card.adaptive');
  const saved = await client.press(program.url, `own-${card.id}`, 'Accept', {
    ...inputsOf(opened.value),
    dealValue: '5000',
  });
  expect(JSON.stringify(saved)).toContain('is yours');
  await eventually(() => (JSON.stringify(card.card).includes('$5,000') ? true : undefined));
  expect(await client.message(program.url, 'help')).toBe(200);
});

it('ends within 10 seconds of SIGTERM with code 0', async () => {
  const program = await begin();
  const begun = process.hrtime.bigint();
  expect(await program.end('SIGTERM')).toBe(0);
  expect(Number(process.hrtime.bigint() - begun) / 1e9).toBeLessThan(10);
  running.splice(0);
}, 40_000);
