import { sign } from 'node:crypto';
import { SANDBOX_KEY } from '../../src/sandbox/partner-center/certificate';
import { fail, noMoreFaults } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;

const events = (): string => `${program.url}/api/partner-center/events`;
const registration = '/sandbox/partner-center/webhooks/v1/registration';
const BEARER = { authorization: 'Bearer admin' };
const ALL = ['referral-created', 'referral-updated', 'related-referral-updated', 'test-created'];

const register = (url: string): Promise<{ status: number; body: Loose }> =>
  program.post(registration, { WebhookUrl: url, WebhookEvents: ALL }, BEARER);

const eventOf = (id: string, more: Loose = {}): string =>
  JSON.stringify({
    EventName: 'referral-updated',
    ResourceUri: `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${id}`,
    ResourceName: 'referral',
    ResourceChangeUtcDate: '2026-03-02T08:00:00.0000000Z',
    ...more,
  });

/** Sends it as Partner Center does; `as`: other headers, or none of one. */
async function deliver(body: string, as: Loose = {}): Promise<number> {
  const signature = sign('RSA-SHA256', Buffer.from(body), SANDBOX_KEY).toString('base64');
  const headers: Record<string, string | undefined> = {
    'content-type': 'application/json',
    'x-ms-signature': `Signature ${signature}`,
    'x-ms-certificate-url': `${program.url}/sandbox/partner-center/cert/sandbox.cer`,
    'x-ms-signature-algorithm': 'rsa-sha256',
    ...(as as Record<string, string | undefined>),
  };
  const sent = Object.entries(headers).filter((one): one is [string, string] => one[1] !== undefined);
  const answer = await fetch(events(), { method: 'POST', body, headers: Object.fromEntries(sent) });
  return answer.status;
}

/** How often the sandbox's Partner Center was asked meanwhile; it answers 404. */
async function readsOf(work: () => Promise<void>): Promise<number> {
  await fail(program, { on: 'partner-center', answer: 404, times: 50, method: 'GET' });
  await work();
  const left = ((await program.get('/sandbox/faults')) as Loose[])[0]?.times ?? 0;
  await noMoreFaults(program);
  return 50 - Number(left);
}

beforeEach(async () => {
  program = await startProgram();
});
afterEach(() => program.stop());

describe('Partner Center tells of its changes', () => {
  it('a new referral has its card and a change is on it, without any poll', async () => {
    expect((await register(events())).status).toBe(200);
    const made = await program.sample('customer-inquiry', { customerProfile: { name: 'Wingtip Sales' } });
    await program.settle();
    expect(cardOf(await program.channel(), 'Wingtip Sales')).toBeDefined();
    const { status: changed } = await program.patch(
      `/sandbox/partner-center/v1.0/engagements/referrals/${made.id}`,
      [
        { op: 'replace', path: '/status', value: 'Closed' },
        { op: 'replace', path: '/substatus', value: 'Declined' },
        { op: 'replace', path: '/statusReason', value: 'Others' },
      ],
    );
    expect(changed).toBeLessThan(300);
    await program.advance('PT15S');
    expect(textOf(cardOf(await program.channel(), 'Wingtip Sales'))).toMatch(/Declined/);
    const { status, body } = await program.post(`${registration}/validationEvents`, {}, BEARER);
    expect(status).toBe(200);
    const tested = await fetch(`${program.url}${registration}/validationEvents/${body.correlationId}`, {
      headers: BEARER,
    });
    expect(await tested.json()).toMatchObject({ status: 'completed', results: ['200'] });
  });

  it('the record is read once for the same event, and once in ten seconds for many', async () => {
    const made = await program.sample('customer-inquiry');
    await program.settle();
    const reads = await readsOf(async () => {
      for (let at = 0; at < 5; at += 1) expect(await deliver(eventOf(made.id))).toBe(200);
      await program.settle();
    });
    expect(reads).toBe(1);
    const many = await readsOf(async () => {
      for (let at = 0; at < 20; at += 1)
        expect(
          await deliver(eventOf(made.id, { ResourceChangeUtcDate: `2026-03-02T08:0${at % 10}:0${at % 7}Z` })),
        ).toBe(200);
      await program.advance('PT30S');
    });
    expect(many).toBeLessThanOrEqual(2);
  });

  it('what is not taken is sent once more', async () => {
    await register(`${program.url}/nowhere`);
    await program.sample('customer-inquiry', { customerProfile: { name: 'Wingtip Sales' } });
    await program.settle();
    expect(JSON.stringify(await program.channel())).not.toContain('Wingtip Sales');
    expect((await register(events())).status).toBe(400);
    const put = await fetch(`${program.url}${registration}`, {
      method: 'PUT',
      headers: { ...BEARER, 'content-type': 'application/json' },
      body: JSON.stringify({ WebhookUrl: events(), WebhookEvents: ALL }),
    });
    expect(put.status).toBe(200);
    await program.advance('PT2M');
    expect(cardOf(await program.channel(), 'Wingtip Sales')).toBeDefined();
  });
});

it('much that is not signed comes from one address: what is signed is taken all the same', async () => {
  const made = await program.sample('customer-inquiry');
  const statuses = new Set<number>();
  for (let at = 0; at < 31; at += 1) {
    const forged = Array.from({ length: 20 }, () =>
      deliver(eventOf(made.id), { 'x-ms-signature': undefined }),
    );
    (await Promise.all(forged)).forEach((status) => statuses.add(status));
  }
  expect([...statuses].sort()).toEqual([401, 429]);
  expect(await deliver(eventOf(made.id))).toBe(200);
});

describe('an event that is not what it says', () => {
  const id = 'no-such-id';

  it.each<[string, Loose, number]>([
    ['has no signature', { 'x-ms-signature': undefined }, 401],
    [
      'has a signature of something else',
      { 'x-ms-signature': `Signature ${Buffer.alloc(256).toString('base64')}` },
      401,
    ],
    ['has a signature that is no base64', { 'x-ms-signature': 'Signature %%%' }, 401],
    ['names a weak algorithm', { 'x-ms-signature-algorithm': 'rsa-sha1' }, 401],
    ['names no algorithm', { 'x-ms-signature-algorithm': undefined }, 401],
    ['names no certificate', { 'x-ms-certificate-url': undefined }, 401],
    [
      'names a certificate of somebody else',
      { 'x-ms-certificate-url': 'https://evil.example/cert/a.cer' },
      401,
    ],
    ['names an address inside', { 'x-ms-certificate-url': 'http://169.254.169.254/latest/meta-data' }, 401],
    ['names a file', { 'x-ms-certificate-url': 'file:///etc/passwd' }, 401],
    ['is packed', { 'content-encoding': 'gzip' }, 415],
  ])('%s', async (_, as, status) => {
    expect(await deliver(eventOf(id), as)).toBe(status);
  });

  it('names a page here that is no certificate', async () => {
    const url = `${program.url}/health/live`;
    expect(await deliver(eventOf(id), { 'x-ms-certificate-url': url })).toBe(401);
  });

  it('is too large, no JSON, or of something else: nothing is read', async () => {
    expect(await deliver('x'.repeat(70_000))).toBe(413);
    for (const body of ['', '{', '[]', '"x"', JSON.stringify({ EventName: 5, ResourceUri: 'x' })])
      expect([body, await deliver(body)]).toEqual([body, 400]);
    const reads = await readsOf(async () => {
      for (const body of [
        eventOf('x', { EventName: 'subscription-updated' }),
        eventOf('x', { EventName: 'test-created' }),
        eventOf('%2e%2e%2fx'),
      ])
        expect(await deliver(body)).toBe(200);
      await program.settle();
    });
    expect(reads).toBe(0);
  });

  it('speaks of a record that is not there: it is looked for once, and all goes on', async () => {
    expect(await deliver(eventOf(id))).toBe(200);
    await program.settle();
    expect((await program.get('/health/ready')).status).not.toBe('down');
  });
});
