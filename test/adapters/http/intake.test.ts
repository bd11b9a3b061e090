import { gzipSync } from 'node:zlib';
import { intakeRoutes } from '../../../src/adapters/http/intake';
import { StoreUnavailable } from '../../../src/application/ports/faults';
import type { IntakeResult } from '../../../src/application/receive/receive-referral';
import type { Resource } from '../../../src/domain/record/resource';
import { openDoor, type OpenDoor } from './open-door';

const KEYS = ['old-key', 'new-key'];
const CREATED: IntakeResult = { kind: 'created' };
interface Answer {
  results?: object[];
  errors?: object[];
  detail?: string;
  reference?: string;
}
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

const resource = (changes: object = {}): object => ({
  id: 'r-1',
  createdDateTime: '2026-03-02T09:00:00.1234567Z',
  customerProfile: { name: 'Tailspin Toys' },
  ...changes,
});

describe('POST /api/referrals', () => {
  let door: OpenDoor | undefined;
  let received: Resource[] = [];
  let counted: string[] = [];
  let now = 0;
  beforeEach(() => {
    received = [];
    counted = [];
    now = 0;
  });
  afterEach(async () => {
    await door?.close();
    door = undefined;
  });

  async function open(
    receive: (resource: Resource) => Promise<IntakeResult> = async () => CREATED,
    more: { keys?: string[]; requestsPerMinute?: number } = {},
  ): Promise<void> {
    const intake = (one: Resource): Promise<IntakeResult> => {
      received.push(one);
      return receive(one);
    };
    const metrics = { intake: (result: string) => void counted.push(result) };
    const routes = intakeRoutes({
      useCases: { receive: { intake, coming: () => Promise.resolve(), together: () => intake } },
      keys: KEYS,
      metrics,
      log: quiet,
      real: () => now,
      ...more,
    });
    door = await openDoor({ routes });
  }

  async function post(
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; headers: Headers; body: Answer }> {
    const bytes = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    const response = await door!.post('/api/referrals', bytes, {
      'content-type': 'application/json',
      authorization: 'Bearer old-key',
      ...headers,
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
  }

  it('answers 201 for a new referral and hands all of it over, unknown fields too', async () => {
    await open();
    const sent = resource({
      '@odata.context': 'x',
      status: 'Somewhere',
      details: { dealValue: '5000.50', currency: 'EUR', more: [1] },
      team: [{ firstName: 'Ann', email: null }],
      updatedDateTime: null,
    });
    const { status, body } = await post(sent, { authorization: 'bearer new-key' });
    expect([status, body]).toEqual([201, { id: 'r-1', result: 'created' }]);
    expect(received).toEqual([sent]);
    expect(counted).toEqual(['created']);
  });

  it('answers 200 for one that was here before, and names what people keep', async () => {
    const results: IntakeResult[] = [{ kind: 'updated', kept: ['dealValue'] }, { kind: 'unchanged' }];
    await open(async () => results.shift()!);
    expect(await post(resource())).toMatchObject({
      status: 200,
      body: { id: 'r-1', result: 'updated', kept: ['dealValue'] },
    });
    expect(await post(resource())).toMatchObject({ status: 200, body: { id: 'r-1', result: 'unchanged' } });
  });

  it('takes a list one by one: what is wrong in one does not stop the others', async () => {
    await open(async ({ id }) => (id === 'r-3' ? { kind: 'problem', problem: 'It is erased.' } : CREATED));
    const list = [
      resource(),
      resource({ customerProfile: {} }),
      resource({ id: 'r-3' }),
      7,
      resource({ id: 'x'.repeat(80_000) }),
      resource({ id: 'r-6' }),
    ];
    const { status, body } = await post(list);
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { index: 0, id: 'r-1', result: 'created' },
      {
        index: 1,
        id: 'r-1',
        result: 'refused',
        problem: { status: 400, errors: [{ pointer: '/customerProfile/name', detail: 'is needed' }] },
      },
      { index: 2, id: 'r-3', result: 'refused', problem: { status: 422, detail: 'It is erased.' } },
      {
        index: 3,
        id: null,
        result: 'refused',
        problem: { errors: [{ pointer: '', detail: 'must be an object' }] },
      },
      { index: 4, result: 'refused', problem: { status: 413 } },
      { index: 5, id: 'r-6', result: 'created' },
    ]);
    expect(received.map(({ id }) => id)).toEqual(['r-1', 'r-3', 'r-6']);
  });

  it('takes 1,000 at a time and refuses 1,001 whole', async () => {
    await open();
    const list = Array.from({ length: 1_001 }, (_, i) => resource({ id: `r-${i}` }));
    expect(await post(list)).toMatchObject({
      status: 400,
      body: { detail: 'At most 1000 referrals at a time; there are 1001.' },
    });
    expect(received).toEqual([]);
    expect((await post(list.slice(1))).body.results).toHaveLength(1_000);
    expect((await post([])).body).toEqual({ results: [] });
  });

  it('refuses wrong types and points at each of them', async () => {
    await open();
    const wrong = { id: 5, customerProfile: 'Tailspin', details: { dealValue: 'much' }, team: [null] };
    const { status, headers, body } = await post(resource(wrong));
    expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    expect(body.errors).toEqual([
      { pointer: '/id', detail: 'must be text' },
      { pointer: '/customerProfile', detail: 'must be an object' },
      { pointer: '/details/dealValue', detail: 'must be a number of at most 15 digits, not below zero' },
      { pointer: '/team/0', detail: 'must be an object' },
    ]);
    expect(body.reference).toBe(headers.get('request-id'));
    expect([received, counted]).toEqual([[], ['refused']]);
  });

  it.each([
    ['not JSON', '{"id":', {}, 400],
    ['nothing', '', {}, 400],
    ['a number', '5', {}, 400],
    ['nesting without end', '['.repeat(100_000), {}, 400],
    ['a gzip header on plain bytes', '{}', { 'content-encoding': 'gzip' }, 415],
    ['a gzip bomb', gzipSync(Buffer.alloc(30_000_000)), { 'content-encoding': 'gzip' }, 415],
    ['text', '{}', { 'content-type': 'text/plain' }, 415],
    ['one referral over 64 KiB', JSON.stringify(resource({ more: 'x'.repeat(65_536) })), {}, 413],
    ['more than 8 MiB', ' '.repeat(8 * 1_048_576 + 1), {}, 413],
  ])('refuses %s', async (_what, body, headers, status) => {
    await open();
    const answer = await post(body, headers);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(answer.body).toMatchObject({ status, reference: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(received).toEqual([]);
  });

  it.each([
    ['no key', { authorization: '' }],
    ['a wrong key', { authorization: 'Bearer old-key2' }],
    ['two keys at once', { authorization: 'Bearer old-key,new-key' }],
    ['another scheme', { authorization: 'Basic old-key' }],
    ['nothing after Bearer', { authorization: 'Bearer ' }],
  ])('lets nobody in with %s', async (_what, headers) => {
    await open();
    const answer = await post('not even JSON', headers);
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="referrals"',
    ]);
    expect(received).toEqual([]);
  });

  it('says which setting opens it when there is no key at all', async () => {
    await open(undefined, { keys: [] });
    const answer = await post(resource(), { authorization: 'Bearer ' });
    expect([answer.status, answer.body.detail]).toEqual([
      403,
      'Intake is off here. Set INTAKE_KEY to a key to switch it on.',
    ]);
  });

  it('slows down a key that sends too much, and only that one', async () => {
    await open(undefined, { requestsPerMinute: 2 });
    await post(resource());
    await post(resource());
    now = 45_000;
    const answer = await post(resource());
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '15']);
    expect((await post(resource(), { authorization: 'Bearer new-key' })).status).toBe(201);
    now = 60_000;
    expect((await post(resource())).status).toBe(201);
  });

  it('says 503 while the store is away, and of a list which part was stored before', async () => {
    const full = new StoreUnavailable('disk full at /data/x');
    await open(({ id }) => (id === 'r-1' ? Promise.resolve(CREATED) : Promise.reject(full)));
    const alone = await post(resource({ id: 'r-2' }));
    expect([alone.status, alone.headers.get('retry-after')]).toEqual([503, '2']);
    expect(JSON.stringify(alone.body)).not.toMatch(/disk|data/);
    const many = Array.from({ length: 60 }, (_, index) => resource({ id: `r-${index + 1}` }));
    const { status, body } = await post(many);
    const results = body.results ?? [];
    expect(status).toBe(200);
    expect(results).toHaveLength(60);
    expect(results.slice(0, 2)).toMatchObject([
      { result: 'created' },
      { id: 'r-2', result: 'failed', problem: { status: 503 } },
    ]);
    expect(results.at(-1)).toMatchObject({ index: 59, id: 'r-60', result: 'failed' });
    expect(received.map(({ id }) => id)).toEqual(expect.not.arrayContaining(['r-60']));
  });

  it('takes the same id twice in one list one after the other, whatever stands between', async () => {
    const atWork = new Set<string>();
    await open(async ({ id }) => {
      expect(atWork).not.toContain(id);
      atWork.add(id);
      await new Promise(setImmediate);
      atWork.delete(id);
      return CREATED;
    });
    const ids = ['a', 'b', 'c', 'b', 'a', 'a', 'd'];
    const { body } = await post(ids.map((id) => resource({ id })));
    expect(body.results).toMatchObject(ids.map((id) => ({ id, result: 'created' })));
  });
});
