import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { fail, noMoreFaults, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

const REGISTRATION = '/sandbox/partner-center/webhooks/v1/registration';
const ADMIN = { authorization: 'Bearer another-system', 'content-type': 'application/json' };
const EVENTS = [
  'referral-created',
  'referral-updated',
  'related-referral-created',
  'related-referral-updated',
  'test-created',
];

let program: Program;
let other: OtherSystem;

const start = async (): Promise<void> => {
  program = await startProgram({ PARTNER_CENTER_WEBHOOK: 'on' });
};
const ours = (): string => `${program.url}/api/partner-center/events`;
const registered = (): Promise<Loose> => program.get(REGISTRATION);

async function put(url: string, events: readonly string[] = ['referral-created']): Promise<number> {
  const body = JSON.stringify({ WebhookUrl: url, WebhookEvents: events });
  const there = await fetch(`${program.url}${REGISTRATION}`, { headers: ADMIN });
  const method = there.status === 404 ? 'POST' : 'PUT';
  return (await fetch(`${program.url}${REGISTRATION}`, { method, headers: ADMIN, body })).status;
}

interface OtherSystem {
  readonly url: string;
  /** What it does with an event before it answers. */
  passes?: (headers: http.IncomingHttpHeaders, body: string) => Promise<unknown>;
  readonly got: { readonly headers: http.IncomingHttpHeaders; readonly body: string }[];
  answers: number;
  close(): void;
}

/** Another system of the same tenant, which had itself told of changes. */
async function otherSystem(): Promise<OtherSystem> {
  const got: OtherSystem['got'] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      const passed = system.passes?.(request.headers, body) ?? Promise.resolve();
      void passed.finally(() => {
        response.statusCode = system.answers;
        response.end();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const system: OtherSystem = {
    url: `http://127.0.0.1:${port}/hook?key=s3cret`,
    got,
    answers: 200,
    close: () => void server.close(),
  };
  return system;
}

/** Who bound the desk. */
const ADMIN_NAME = 'Megan Bowen';
const adminsChat = async (): Promise<string> => (await program.chat(ADMIN_NAME)).map(textOf).join('\n');

beforeEach(async () => {
  other = await otherSystem();
});
afterEach(async () => {
  other.close();
  await program.stop();
});

describe('Partner Center is asked to tell the desk of changes', () => {
  it('by itself, once; and again where somebody took it off', async () => {
    await start();
    await program.settle();
    expect(await registered()).toMatchObject({ WebhookUrl: ours(), WebhookEvents: EVENTS });
    await program.sample('customer-inquiry', { customerProfile: { name: 'Wingtip Sales' } });
    await program.settle();
    expect(cardOf(await program.channel(), 'Wingtip Sales')).toBeDefined();
    program = await program.restart();
    await program.settle();
    expect(await registered()).toMatchObject({ WebhookUrl: ours(), WebhookEvents: EVENTS });
  });

  it('is not, where the setting says so', async () => {
    program = await startProgram();
    await program.settle();
    expect((await fetch(`${program.url}${REGISTRATION}`, { headers: ADMIN })).status).toBe(404);
  });
});

describe('another system is told of changes', () => {
  /** Before the desk came. */
  const first = async (): Promise<void> => {
    program = await startProgram();
    expect(await put(other.url)).toBe(200);
    await program.stop();
    program = await startProgram({ PARTNER_CENTER_WEBHOOK: 'on' }, program.folder);
    await program.settle();
  };

  it('it is left there and the admins are told once, without the key in its address', async () => {
    await first();
    await program.advance('PT3H');
    expect(await registered()).toEqual({ WebhookUrl: other.url, WebhookEvents: ['referral-created'] });
    const chat = await adminsChat();
    expect(chat.match(/tells another system/g)).toHaveLength(1);
    expect(chat).toContain(new URL(other.url).host);
    expect(chat).not.toContain('s3cret');
  });

  it('both are told once an admin says so: events go on as they came, their signature with them', async () => {
    await first();
    expect(await say(program, ADMIN_NAME, 'connect')).toMatch(/another system is \(127\.0\.0\.1/);
    expect(await say(program, ADMIN_NAME, 'connect share')).toMatch(/At once, and the desk passes on/);
    expect((await registered()).WebhookUrl).toBe(ours());
    expect([...(await registered()).WebhookEvents].sort()).toEqual([...EVENTS].sort());
    await program.sample('customer-inquiry', { customerProfile: { name: 'Wingtip Sales' } });
    await program.settle();
    expect(cardOf(await program.channel(), 'Wingtip Sales')).toBeDefined();
    expect(other.got).toHaveLength(1);
    const [{ headers, body }] = other.got as [OtherSystem['got'][number]];
    expect(JSON.parse(body).EventName).toBe('referral-created');
    expect(headers['x-ms-signature']).toMatch(/^Signature /);
    expect(headers.authorization).toBe(headers['x-ms-signature']);
    expect(headers['x-ms-certificate-url']).toContain('sandbox.cer');
  });

  it('what it does not take now comes again, and the desk has read it all the same', async () => {
    await first();
    await say(program, ADMIN_NAME, 'connect share');
    other.answers = 503;
    await program.sample('customer-inquiry', { customerProfile: { name: 'Wingtip Sales' } });
    await program.settle();
    expect(cardOf(await program.channel(), 'Wingtip Sales')).toBeDefined();
    other.answers = 200;
    await program.advance('PT2M');
    expect(other.got.map(({ body }) => JSON.parse(body).EventName)).toEqual([
      'referral-created',
      'referral-created',
    ]);
  });

  it('it passes them back to the desk, as one that was its own place once does: each goes round once', async () => {
    await first();
    await say(program, ADMIN_NAME, 'connect share');
    other.passes = async (headers, body) => {
      // Without an end to it, it would not come to one by itself.
      if (other.got.length > 5) return;
      const signed = ['authorization', 'x-ms-certificate-url', 'x-ms-signature-algorithm'];
      const sent = signed.map((name) => [name, String(headers[name])]);
      const { status } = await fetch(ours(), { method: 'POST', body, headers: Object.fromEntries(sent) });
      expect(status).toBe(200);
    };
    await program.sample('customer-inquiry', { customerProfile: { name: 'Wingtip Sales' } });
    await program.settle();
    expect(cardOf(await program.channel(), 'Wingtip Sales')).toBeDefined();
    expect(other.got).toHaveLength(1);
  });

  it('only the desk is told, or the other alone again, as an admin says', async () => {
    await first();
    expect(await say(program, ADMIN_NAME, 'connect replace')).toMatch(/At once/);
    await program.sample('customer-inquiry');
    await program.settle();
    expect(other.got).toEqual([]);
    expect(await say(program, ADMIN_NAME, 'connect leave')).toMatch(/another system is/);
    expect(await registered()).toEqual({ WebhookUrl: other.url, WebhookEvents: ['referral-created'] });
    await program.advance('PT3H');
    expect((await registered()).WebhookUrl).toBe(other.url);
  });

  it('that came later and took the desk’s place: the desk takes it back, and passes on', async () => {
    await start();
    await program.settle();
    expect(await put(other.url, ['referral-updated', 'their-own-event'])).toBe(400);
    expect(await put(other.url, ['referral-updated'])).toBe(200);
    await program.advance('PT61M');
    expect((await registered()).WebhookUrl).toBe(ours());
    expect(await adminsChat()).toMatch(/taken the place back/);
    await program.sample('customer-inquiry');
    await program.settle();
    expect(other.got).toEqual([]);
  });

  it('nobody but an admin sees it or chooses', async () => {
    await first();
    for (const text of ['connect', 'connect share', 'connect replace'])
      expect(await say(program, 'Diego Siciliani', text)).not.toMatch(/Told of changes/);
    expect((await registered()).WebhookUrl).toBe(other.url);
  });
});

it('may not register: the admins are told once which role, the poll goes on, and it is tried again', async () => {
  await start();
  await program.settle();
  await put(other.url);
  await fail(program, { on: 'webhooks', answer: 403, times: 10_000 });
  await program.advance('PT3H');
  expect((await adminsChat()).match(/Referrals admin/g)).toHaveLength(1);
  expect(await say(program, ADMIN_NAME, 'connect')).toMatch(/the account may not register/);
  await noMoreFaults(program);
  await program.advance('PT61M');
  expect(await say(program, ADMIN_NAME, 'connect')).toMatch(/At once/);
});

it.each([500, 'hang', 'html', 429] as const)(
  'Partner Center answers %s: nobody is told, and it is tried again',
  async (answer) => {
    await start();
    await program.settle();
    await put(other.url);
    await fail(program, { on: 'webhooks', answer, method: 'GET' });
    await program.advance('PT61M');
    await program.advance('PT20M');
    expect((await registered()).WebhookUrl).toBe(ours());
    expect(await adminsChat()).not.toMatch(/not let me be told/);
  },
);
