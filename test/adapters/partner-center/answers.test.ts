import { createPartnerCenter } from '../../../src/adapters/partner-center/client';
import { SignedOut } from '../../../src/adapters/partner-center/signed-out';
import type { Resource } from '../../../src/domain/record/resource';
import { json, reply, startStub, type StubService } from './stub-service';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const RECORD: Resource = {
  id: 'r-1',
  createdDateTime: '2026-11-20T09:00:00Z',
  customerProfile: { name: 'Tailspin Toys' },
  eTag: '"1"',
};

let stub: StubService;
beforeEach(async () => {
  stub = await startStub();
});
afterEach(() => stub.close());

const client = (more: Partial<Parameters<typeof createPartnerCenter>[0]> = {}) =>
  createPartnerCenter({
    baseUrl: () => stub.url,
    token: async () => 'secret-token',
    timeoutMs: 500,
    real: () => NOW,
    ...more,
  });

const read = () => client().get('r-1');
const write = () => client().patch(RECORD, { name: 'New name' });

const said = (code: string, message = 'Because.') => ({ error: { code, message } });

describe('what an answer means', () => {
  it.each([
    [400, said('invalidRequest'), { kind: 'refused', why: 'invalid', detail: 'Because.' }],
    [
      401,
      said('unAuthorized'),
      { kind: 'signed-out', problem: 'Partner Center answered 401 (unauthorized)' },
    ],
    [403, said('accessDenied'), { kind: 'refused', why: 'forbidden', detail: 'Because.' }],
    [401, said('900421'), { kind: 'signed-out', why: 'mfa' }],
    [
      401,
      { code: 900421, description: 'MFA is missing', data: [], source: 'x' },
      { kind: 'signed-out', why: 'mfa' },
    ],
    [403, said('insufficient_claims'), { kind: 'signed-out', why: 'refused' }],
    [
      403,
      { error: { code: 'accessDenied', innererror: { code: 'insufficent_claims' } } },
      { kind: 'signed-out' },
    ],
    [
      400,
      { code: 20002, description: 'No.', data: ['Ana'], source: 'x' },
      { kind: 'refused', why: 'invalid', detail: 'No.', problem: 'Partner Center answered 400 (20002)' },
    ],
    [404, said('itemNotFound'), { kind: 'not-found' }],
    [405, said('x'), { kind: 'refused', why: 'invalid' }],
    [409, said('x'), { kind: 'changed-meanwhile' }],
    [410, undefined, { kind: 'not-found' }],
    [412, said('preconditionFailed'), { kind: 'changed-meanwhile' }],
    [400, said('resourceModified'), { kind: 'changed-meanwhile' }],
    [422, { statusCode: 422, message: 'No.' }, { kind: 'refused', why: 'invalid', detail: 'No.' }],
    [423, said('x'), { kind: 'retry' }],
    [
      429,
      { statusCode: 429, message: 'Slow down' },
      { kind: 'retry', problem: 'Partner Center answered 429' },
    ],
    [503, said('serviceNotAvailable'), { kind: 'retry' }],
    [307, undefined, { kind: 'retry' }],
  ])('%d %j, to a read and to a write alike', async (status, body, expected) => {
    stub.answer = (response) => json(response, status, body, { location: 'https://elsewhere.example/' });
    expect(await read()).toMatchObject(expected);
    expect(await write()).toMatchObject(expected);
    expect(stub.got).toHaveLength(2);
  });

  it.each([500, 502, 504])('%d: a read is repeated, of a write nobody knows', async (status) => {
    stub.answer = (response) => json(response, status, said('generalException'));
    expect(await read()).toEqual({
      kind: 'retry',
      problem: `Partner Center answered ${status} (generalexception)`,
    });
    expect(await write()).toMatchObject({ kind: 'unsure' });
  });

  const html = '<html>Sign in</html>';
  it.each([
    ['a web page', html],
    ['half a body', '{"id": "r-1", "customer'],
    ['JSON of another shape', '[1, 2]'],
    ['another referral', JSON.stringify({ ...RECORD, id: 'r-2' })],
  ])('a 200 with %s is no referral', async (_what, body) => {
    stub.answer = (response) => reply(response, 200, body);
    const problem = expect.stringMatching(/^Partner Center answered 200 with .* instead of a referral$/);
    expect(await read()).toEqual({ kind: 'retry', problem });
    expect(await write()).toEqual({ kind: 'unsure', problem });
    expect(await client().list(undefined)).toEqual({ kind: 'retry', problem });
  });

  it.each([
    [403, html],
    [403, ''],
    [400, html],
    [418, '[]'],
  ])('a %d that is not its own says nothing: %s', async (status, body) => {
    stub.answer = (response) => reply(response, status, body);
    const problem = `Partner Center answered ${status}, and not as its API does`;
    expect(await read()).toEqual({ kind: 'retry', problem });
    expect(await write()).toEqual({ kind: 'unsure', problem });
  });

  it('a refused token is not used again', async () => {
    stub.answer = (response) => json(response, 401, said('unauthenticated'));
    let forgotten = 0;
    await client({ forget: () => (forgotten += 1) }).get('r-1');
    expect(forgotten).toBe(1);
  });

  it('a 404 in a web page does not make the referral gone', async () => {
    stub.answer = (response) => reply(response, 404, html);
    expect(await read()).toMatchObject({ kind: 'retry' });
  });

  it('too much of a body is not read to its end', async () => {
    stub.answer = (response) => reply(response, 200, `"${'x'.repeat(9 * 1_048_576)}"`);
    expect(await client({ timeoutMs: 5_000 }).get('r-1')).toMatchObject({
      kind: 'retry',
      problem: expect.stringContaining('too much'),
    });
  });

  it.each([
    ['2', 2_000],
    ['0', 0],
    ['Mon, 23 Nov 2026 09:01:00 GMT', 60_000],
    ['Mon, 23 Nov 2026 08:00:00 GMT', 0],
    ['999999999', 86_400_000],
    ['soon', undefined],
  ])('Retry-After %s', async (header, afterMs) => {
    stub.answer = (response) => json(response, 429, {}, { 'retry-after': header });
    expect(await write()).toEqual({
      kind: 'retry',
      problem: 'Partner Center answered 429',
      ...(afterMs === undefined ? {} : { afterMs }),
    });
  });
});

describe('no answer', () => {
  const unsure = { kind: 'unsure', problem: 'Partner Center did not answer in time' };

  it('in time: a read is repeated, of a write nobody knows', async () => {
    stub.answer = () => undefined;
    expect(await read()).toEqual({ ...unsure, kind: 'retry' });
    expect(await write()).toEqual(unsure);
  });

  it('in time counts the body too', async () => {
    stub.answer = (response) => {
      response.writeHead(200);
      response.write('{');
    };
    expect(await write()).toEqual(unsure);
  });

  it('because the connection was cut', async () => {
    stub.answer = (response) => response.socket?.resetAndDestroy();
    expect(await read()).toMatchObject({
      kind: 'retry',
      problem: expect.stringMatching(/connection.*was lost/),
    });
    expect(await write()).toMatchObject({ kind: 'unsure' });
    expect(stub.got).toHaveLength(2);
  });

  it('because nobody listens: nothing was done', async () => {
    await stub.close();
    expect(await write()).toEqual({
      kind: 'retry',
      problem: 'Partner Center cannot be reached (ECONNREFUSED)',
    });
    stub = await startStub();
  });

  it('from the sign-in: nothing was sent', async () => {
    const out = async (): Promise<string> => Promise.reject(new SignedOut('sign in again', 'refused'));
    const broken = async (): Promise<string> => Promise.reject(new Error('down: secret-token'));
    const never = async (): Promise<string> => new Promise(() => undefined);
    const problem = 'the sign-in for Partner Center does not answer';
    expect(await client({ token: out }).patch(RECORD, { name: 'x' })).toEqual({
      kind: 'signed-out',
      why: 'refused',
      problem: 'sign in again',
    });
    expect(await client({ token: broken }).patch(RECORD, { name: 'x' })).toEqual({
      kind: 'retry',
      problem,
    });
    expect(await client({ token: never }).get('r-1')).toEqual({ kind: 'retry', problem });
    expect(stub.got).toEqual([]);
  });
});

describe('what a refusal says', () => {
  const detail = async (body: unknown): Promise<string> => {
    stub.answer = (response) => json(response, 400, body);
    const answer = await write();
    return 'detail' in answer ? answer.detail : '';
  };

  it('is cut to 300 characters on one line', async () => {
    const text = await detail(said('invalidRequest', `No.\r\n\u0000${'long words '.repeat(200)}`));
    expect(text).toHaveLength(300);
    expect(text).toMatch(/^No\. long words .*…$/);
  });

  it('gives away neither addresses nor tokens', async () => {
    const message = `kim@tailspin.example sent Bearer ${'eyJh.'.repeat(30)} twice`;
    const text = await detail(said('invalidRequest', message));
    expect(text).toBe('[e-mail] sent Bearer […] twice');
  });

  it('is for its author: what goes to the log has status and code alone', async () => {
    stub.answer = (response) => json(response, 400, said('invalidRequest', 'Kim Akers of Tailspin Toys'));
    expect(await write()).toMatchObject({
      detail: 'Kim Akers of Tailspin Toys',
      problem: 'Partner Center answered 400 (invalidrequest)',
    });
  });

  it.each([[{ error: {} }], [{ error: { code: 'two words', message: 9 } }]])(
    'names the status when the body is %j',
    async (body) => {
      expect(await detail(body)).toBe('Partner Center answered 400');
    },
  );

  it('knows the deepest code that it understands', async () => {
    stub.answer = (response) =>
      json(response, 400, {
        error: { code: 'invalidRequest', message: 'x', innerError: { code: 'preconditionFailed' } },
      });
    expect(await write()).toMatchObject({ kind: 'changed-meanwhile' });
  });
});
