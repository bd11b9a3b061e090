import { createFaults } from '../../src/sandbox/faults';
import { LIST, startPartnerCenter, type UnderTest } from './partner-center/under-test';

let center: UnderTest;
beforeEach(async () => {
  center = await startPartnerCenter({ timeoutMs: 200 });
});
afterEach(() => center.close());

const FAULTS = '/sandbox/faults';

describe('faults on demand', () => {
  it('come as often as asked for, in the service’s own shape, and then it answers again', async () => {
    await center.fault({ answer: 503, times: 2 });
    expect(await center.call('GET', LIST)).toMatchObject({
      status: 503,
      body: { error: { code: 'serviceNotAvailable' } },
    });
    expect((await center.call('GET', FAULTS)).body).toEqual([
      { on: 'partner-center', answer: 503, times: 1 },
    ]);
    expect((await center.call('GET', LIST)).status).toBe(503);
    expect((await center.call('GET', LIST)).status).toBe(200);
  });

  it('throttle with the time to wait', async () => {
    await center.fault({ answer: 429, retryAfter: 2 });
    const { headers, body } = await center.call('GET', LIST);
    expect(headers.get('retry-after')).toBe('2');
    expect(body).toEqual({ statusCode: 429, message: expect.any(String) });
    await center.fault({ answer: 429, retryAfter: 2 });
    expect(await center.client.list(undefined)).toMatchObject({ kind: 'retry', afterMs: 2_000 });
  });

  it('are calls that hang, are cut or bring a web page', async () => {
    const { id } = await center.sandbox.sample('customer-inquiry');
    for (const answer of ['hang', 'reset', 'html']) {
      await center.fault({ answer });
      expect([answer, await center.client.get(id)]).toEqual([
        answer,
        expect.objectContaining({ kind: 'retry' }),
      ]);
    }
    expect(await center.client.get(id)).toMatchObject({ kind: 'ok' });
  });

  it('may be of one method, and come after the call was carried out', async () => {
    const made = await center.sandbox.sample('customer-inquiry');
    await center.fault({ answer: 'reset', method: 'PATCH', after: true });
    expect(await center.client.get(made.id)).toMatchObject({ kind: 'ok' });
    expect(await center.client.patch(made, { name: 'Written' })).toMatchObject({ kind: 'unsure' });
    expect(center.sandbox.all()[0]).toMatchObject({ name: 'Written' });
  });

  it('are of one service, and can be cleared', async () => {
    await center.call('POST', FAULTS, { on: 'teams', answer: 500 });
    expect((await center.call('GET', LIST)).status).toBe(200);
    expect((await center.call('DELETE', FAULTS)).status).toBe(204);
    expect((await center.call('GET', FAULTS)).body).toEqual([]);
  });

  it('of Teams have its error’s shape, or the body given', async () => {
    const faults = createFaults();
    const set = async (body: unknown) =>
      faults.routes
        .find(({ method }) => method === 'POST')!
        .handle({
          method: 'POST',
          path: FAULTS,
          params: {},
          query: new URLSearchParams(),
          headers: {},
          body,
          reference: '',
        });
    await set({ on: 'teams', answer: 404 });
    await set({ on: 'teams', answer: 502, body: { error: { code: 'Own' } } });
    expect(faults.take('teams')).toMatchObject({
      status: 404,
      body: { error: { code: 'ConversationNotFound' } },
    });
    expect(faults.take('teams')).toMatchObject({ status: 502, body: { error: { code: 'Own' } } });
    expect(faults.take('teams')).toBeUndefined();
  });

  it.each([
    [[]],
    ['text'],
    [{}],
    [{ on: 'outlook', answer: 500 }],
    [{ on: 'teams' }],
    [{ on: 'teams', answer: 200 }],
    [{ on: 'teams', answer: 600 }],
    [{ on: 'teams', answer: 'slow' }],
    [{ on: 'teams', answer: 500, times: 0 }],
    [{ on: 'teams', answer: 500, times: 1.5 }],
    [{ on: 'teams', answer: 500, retryAfter: -1 }],
    [{ on: 'teams', answer: 500, retryAfter: 'soon' }],
    [{ on: 'teams', answer: 500, method: 'PATCH' }],
    [{ on: 'partner-center', answer: 500, method: 'patch' }],
    [{ on: 'partner-center', answer: 500, after: 'yes' }],
    [{ on: 'teams', answer: 500, often: 3 }],
  ])('%j is a problem in words', async (body) => {
    const reply = await center.call('POST', FAULTS, body);
    expect(reply.status).toBe(400);
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
    expect(reply.body.detail).toMatch(/^.{20,}$/);
    expect((await center.call('GET', FAULTS)).body).toEqual([]);
  });
});
