import { createPartnerCenter } from '../../../src/adapters/partner-center/client';
import type { Resource } from '../../../src/domain/record/resource';
import { json, reply, startStub, type StubService } from './stub-service';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
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
  it('holds for the record that was read, and is the same request when it is sent again', async () => {
    stub.answer = (response) => json(response, 200, { ...RECORD, eTag: '"2"' });
    await client(`${stub.url}/`).patch(RECORD, { name: 'New' }, 'referral#7');
    await client().patch(RECORD, { name: 'New' }, 'referral#7');
    await client().patch(RECORD, { name: 'New' }, 'referral#8');
    await client().patch({ ...RECORD, eTag: '"2"' }, { name: 'New' }, 'referral#7');
    const [first, second, other, later] = stub.got.map(({ headers }) => headers);
    expect(stub.got[0]).toMatchObject({ method: 'PATCH', url: '/v1.0/engagements/referrals/r-1' });
    expect(JSON.parse(stub.got[0]!.body)).toEqual([{ op: 'replace', path: '/name', value: 'New' }]);
    expect(first).toMatchObject({
      'if-match': '"1"',
      prefer: 'return=representation',
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: 'Bearer secret-token',
      'request-id': expect.stringMatching(GUID),
    });
    expect(second!['request-id']).toBe(first!['request-id']);
    expect(other!['request-id']).not.toBe(first!['request-id']);
    expect(later!['request-id']).not.toBe(first!['request-id']);
    expect(new Set([first, second, other, later].map((headers) => headers!['client-request-id'])).size).toBe(
      4,
    );
  });

  it('that is answered without a body is followed by a read', async () => {
    stub.answer = (response, { method }) => {
      if (method === 'PATCH') reply(response, 204);
      else json(response, 200, { ...RECORD, name: 'New', eTag: undefined }, { etag: '"2"' });
    };
    const answer = await client().patch(RECORD, { name: 'New' }, 'e');
    expect(answer).toMatchObject({ kind: 'ok', value: { name: 'New', eTag: '"2"' } });
    stub.answer = (response, { method }) => json(response, method === 'PATCH' ? 204 : 500, undefined);
    expect(await client().patch(RECORD, { name: 'New' }, 'e')).toMatchObject({ kind: 'unsure' });
  });

  it('of a record without an eTag is not sent: it is read first', async () => {
    const { eTag: _, ...without } = RECORD;
    expect(await client().patch(without, { name: 'New' }, 'e')).toEqual({ kind: 'changed-meanwhile' });
    expect(stub.got).toEqual([]);
  });

  it('keeps an id within its part of the path', async () => {
    await client().get('../a b?c#d');
    expect(stub.got[0]!.url).toBe('/v1.0/engagements/referrals/..%2Fa%20b%3Fc%23d');
  });
});
