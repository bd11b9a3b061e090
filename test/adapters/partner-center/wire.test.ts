import { createPartnerCenter } from '../../../src/adapters/partner-center/client';
import type { Resource } from '../../../src/domain/record/resource';
import { json, reply, startStub, type StubService } from './stub-service';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
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

const client = (baseUrl = stub.url) =>
  createPartnerCenter({ baseUrl: () => baseUrl, token: async () => 'secret-token', timeoutMs: 500 });

describe('a list', () => {
  it('asks for what changed since the watermark, with a minute before it, oldest first', async () => {
    stub.answer = (response) => json(response, 200, { value: [] });
    expect(await client().list('2026-11-23T09:00:30.1234567Z')).toEqual({
      kind: 'ok',
      value: { resources: [] },
    });
    await client().list(undefined);
    await client().list('never');
    const queries = stub.got.map(({ url }) => [...new URL(url, 'http://x').searchParams]);
    expect(queries).toEqual([
      [
        ['$filter', 'updatedDateTime ge 2026-11-23T08:59:30.123Z'],
        ['$orderby', 'updatedDateTime asc'],
      ],
      [['$orderby', 'updatedDateTime asc']],
      [['$orderby', 'updatedDateTime asc']],
    ]);
    expect(stub.got[0]!.url).toMatch(/^\/v1\.0\/engagements\/referrals\?\$filter=updatedDateTime%20ge%20/);
  });

  describe('whose filter is refused', () => {
    const at = (id: string, updatedDateTime: string) => ({ ...RECORD, id, updatedDateTime });
    const pages: Readonly<Record<string, object>> = {
      '?$orderby=updatedDateTime%20desc': {
        value: [at('r-3', '2026-11-23T09:30:00Z'), at('r-2', '2026-11-23T09:10:00Z')],
        '@odata.nextLink': 'https://x.example/?$skiptoken=2',
      },
      '?$skiptoken=2': {
        value: [at('r-1', '2026-11-23T08:59:30Z'), at('r-0', '2026-11-23T08:00:00Z')],
        '@odata.nextLink': 'https://x.example/?$skiptoken=3',
      },
    };

    it('is read newest first until the watermark, and is not asked with it again', async () => {
      stub.answer = (response, { url }) => {
        const { search } = new URL(url, 'http://x');
        if (search.includes('filter'))
          json(response, 400, { error: { code: 'invalidRequest', message: 'No.' } });
        else json(response, 200, pages[search]);
      };
      const it = client();
      const first = await it.list('2026-11-23T09:00:00Z');
      expect(first).toMatchObject({
        kind: 'ok',
        value: { resources: [{ id: 'r-3' }, { id: 'r-2' }], next: '?$skiptoken=2' },
      });
      expect(await it.list('2026-11-23T09:00:00Z', '?$skiptoken=2')).toEqual({
        kind: 'ok',
        value: {
          resources: [expect.objectContaining({ id: 'r-1' }), expect.objectContaining({ id: 'r-0' })],
        },
      });
      await it.list('2026-11-23T09:30:00Z');
      expect(stub.got.filter(({ url }) => url.includes('filter'))).toHaveLength(1);
      expect(it.noticed()).toMatchObject({ filters: false });
    });

    it('for another reason than the filter is refused', async () => {
      stub.answer = (response) => json(response, 400, { error: { code: 'invalidRequest', message: 'No.' } });
      expect(await client().list('2026-11-23T09:00:00Z')).toMatchObject({ kind: 'refused' });
      expect(await client().list(undefined)).toMatchObject({ kind: 'refused' });
    });
  });

  it.each([
    'http://elsewhere.example/v1.0/referrals?$skiptoken=abc&$top=5',
    'https://api.partner.microsoft.com/v1.0/engagements/referrals?$skiptoken=abc&$top=5',
    '//elsewhere.example?$skiptoken=abc&$top=5',
    '?$skiptoken=abc&$top=5',
  ])('goes on at its own address, whatever the link says: %s', async (link) => {
    stub.answer = (response) =>
      json(response, 200, { value: [RECORD, null, { name: 'without id' }], '@odata.nextLink': link });
    const first = await client().list(undefined);
    expect(first).toMatchObject({ kind: 'ok', value: { resources: [{ id: 'r-1' }] } });
    if (first.kind !== 'ok') return;
    stub.answer = (response) => json(response, 200, { value: [] });
    expect(await client().list(undefined, first.value.next)).toEqual({
      kind: 'ok',
      value: { resources: [] },
    });
    expect(stub.got[1]!.url).toBe('/v1.0/engagements/referrals?$skiptoken=abc&$top=5');
    expect(stub.got[1]!.headers.authorization).toBe('Bearer secret-token');
  });

  it.each([['http://['], [7], ['https://api.partner.microsoft.com/v1.0/engagements/referrals']])(
    'that cannot go on is not taken for the whole list: %j',
    async (link) => {
      stub.answer = (response) => json(response, 200, { value: [], '@odata.nextLink': link });
      expect(await client().list(undefined)).toMatchObject({ kind: 'retry' });
    },
  );

  it('does not go round in circles', async () => {
    stub.answer = (response) =>
      json(response, 200, { value: [], '@odata.nextLink': `${stub.url}?$skiptoken=a` });
    expect(await client().list(undefined, '?$skiptoken=a')).toMatchObject({ kind: 'retry' });
  });
});

describe('a write', () => {
  it('holds for the record that was read, and has an id of its own each time', async () => {
    stub.answer = (response) => json(response, 200, { ...RECORD, eTag: '"2"' });
    await client(`${stub.url}/`).patch(RECORD, { name: 'New' });
    await client().patch(RECORD, { name: 'New' });
    const [first, second] = stub.got.map(({ headers }) => headers);
    expect(stub.got[0]).toMatchObject({ method: 'PATCH', url: '/v1.0/engagements/referrals/r-1' });
    expect(JSON.parse(stub.got[0]!.body)).toEqual([{ op: 'replace', path: '/name', value: 'New' }]);
    expect(first).toMatchObject({
      'if-match': '"1"',
      prefer: 'return=representation',
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: 'Bearer secret-token',
      'client-request-id': expect.stringMatching(GUID),
      'ms-correlationid': expect.stringMatching(GUID),
    });
    expect(second!['client-request-id']).not.toBe(first!['client-request-id']);
    // Of responses only: no idempotency of writes is promised.
    expect(first).not.toHaveProperty('request-id');
  });

  it('that is answered without a body is followed by a read', async () => {
    stub.answer = (response, { method }) => {
      if (method === 'PATCH') reply(response, 204);
      else json(response, 200, { ...RECORD, name: 'New', eTag: undefined }, { etag: '"2"' });
    };
    const answer = await client().patch(RECORD, { name: 'New' });
    expect(answer).toMatchObject({ kind: 'ok', value: { name: 'New', eTag: '"2"' } });
    stub.answer = (response, { method }) => json(response, method === 'PATCH' ? 204 : 500, undefined);
    expect(await client().patch(RECORD, { name: 'New' })).toMatchObject({ kind: 'unsure' });
  });

  it('of a record without an eTag is not sent: it is read first', async () => {
    const { eTag: _, ...without } = RECORD;
    expect(await client().patch(without, { name: 'New' })).toEqual({ kind: 'changed-meanwhile' });
    expect(stub.got).toEqual([]);
  });

  it('keeps an id within its part of the path', async () => {
    await client().get('../a b?c#d');
    expect(stub.got[0]!.url).toBe('/v1.0/engagements/referrals/..%2Fa%20b%3Fc%23d');
  });
});
