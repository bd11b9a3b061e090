import { LIST, startPartnerCenter, valueOf, type UnderTest } from './under-test';

let center: UnderTest;
beforeEach(async () => {
  center = await startPartnerCenter();
});
afterEach(() => center.close());

const list = (query: Record<string, string>) =>
  center.call('GET', `${LIST}?${new URLSearchParams(query).toString()}`);
const ids = async (query: Record<string, string>): Promise<string[]> =>
  (await list(query)).body.value.map(({ id }: { id: string }) => id);

describe('the list of referrals', () => {
  it('needs a token', async () => {
    const reply = await center.call('GET', LIST, undefined, { authorization: '' });
    expect(reply).toMatchObject({ status: 401, body: { error: { code: 'unauthenticated' } } });
    expect(await center.call('GET', `${LIST}/nobody`)).toMatchObject({
      status: 404,
      body: { error: { code: 'itemNotFound' } },
    });
  });

  it('is filtered by the documented fields', async () => {
    const inquiry = await center.sandbox.sample('customer-inquiry', {
      id: 'inquiry',
      customerProfile: { address: { country: 'DE' } },
    });
    center.time.now += 1_000;
    const coSell = await center.sandbox.sample('co-sell-outbound', { id: 'deal' });
    await center.sandbox.sample('co-sell-inbound', {
      id: 'inbound',
      customerProfile: { address: { country: 'SE' } },
    });
    const shared = ['deal', 'msft of deal', 'inbound', 'msft of inbound'];
    const named = (id: string): string => {
      const record = center.sandbox.all().find((one) => one.id === id);
      const ours = center.sandbox
        .all()
        .find((one) => one.engagementId === record?.engagementId && one.organizationId !== 'msft');
      return record?.organizationId === 'msft' ? `msft of ${ours?.id ?? ''}` : id;
    };
    const cases: [string, string[]][] = [
      [
        "type eq 'Shared' and direction eq 'Incoming'",
        ['deal', 'msft of deal', 'inbound', 'msft of inbound'],
      ],
      ["direction eq 'Incoming' and substatus eq 'Pending'", ['inquiry', 'msft of deal', 'inbound']],
      ["direction eq 'Outgoing'", []],
      [
        "status eq 'Active' and direction eq 'Incoming' and type eq 'Shared' and team/any(t:t/email eq 'diego.siciliani@contoso-partner.example')",
        ['deal'],
      ],
      ["(status eq 'New' or status eq 'Active') and (qualification eq 'Direct')", ['inquiry']],
      ["status ne 'New'", ['deal', 'msft of inbound']],
      ["customerProfile/address/country eq 'SE'", ['inbound', 'msft of inbound']],
      [`engagementId eq '${coSell.engagementId}'`, ['deal', 'msft of deal']],
      [`updatedDateTime gt ${inquiry.updatedDateTime}`, shared],
      [`updatedDateTime ge ${inquiry.updatedDateTime}`, ['inquiry', ...shared]],
      [`updatedDateTime le ${inquiry.updatedDateTime}`, ['inquiry']],
      [`updatedDateTime lt ${coSell.updatedDateTime}`, ['inquiry']],
      ['updatedDateTime lt 2020-01-01T00:00:00+02:00', []],
      ["engagementId eq 'it''s'", []],
      ['status eq null', []],
    ];
    for (const [filter, expected] of cases) {
      const listed = await ids({ $filter: filter, $orderby: 'updatedDateTime asc' });
      expect([filter, listed.map(named)]).toEqual([filter, expected]);
    }
  });

  it.each([
    { $filter: "email eq 'x'" },
    { $filter: "constructor eq 'x'" },
    { $filter: "status eq 'New" },
    { $filter: "status eq 'New' and" },
    { $filter: "(status eq 'New'" },
    { $filter: "status eq 'New' status" },
    { $filter: "status like 'New'" },
    { $filter: 'updatedDateTime gt yesterday' },
    { $filter: "team/any(t:t/phone eq 'x')" },
    { $filter: '' },
    { $orderby: 'name asc' },
    { $orderby: 'updatedDateTime upwards' },
    { $top: '-1' },
    { $skiptoken: 'x' },
    { $expand: 'team' },
  ])('does not take %j', async (query) => {
    expect(await list(query)).toMatchObject({
      status: 400,
      body: { error: { code: 'invalidRequest', target: 'query' } },
    });
  });

  it('is ordered, newest created first by default, cut and reduced to the fields asked for', async () => {
    for (const id of ['a', 'b', 'c']) {
      center.time.now += 1_000;
      await center.sandbox.sample('private', { id });
    }
    await center.call('PATCH', `${LIST}/a`, [{ op: 'replace', path: '/name', value: 'x' }]);
    expect(await ids({})).toEqual(['c', 'b', 'a']);
    expect(await ids({ $orderby: 'createdDateTime asc' })).toEqual(['a', 'b', 'c']);
    expect(await ids({ $orderby: 'updatedDateTime desc', $top: '2' })).toEqual(['a', 'c']);
    expect((await list({ $select: 'id,status', $top: '1' })).body).toEqual({
      '@odata.context': expect.stringContaining('$metadata#referrals'),
      '@odata.count': 3,
      value: [{ id: 'c', status: 'Active' }],
    });
    expect((await list({ $top: '0' })).body.value).toEqual([]);
  });

  it('comes in pages of 100 that lose nothing when a record changes between them', async () => {
    for (let at = 0; at < 230; at += 1) await center.sandbox.sample('customer-inquiry', { id: `r-${at}` });
    const first = valueOf(await center.client.list(undefined));
    expect(first.resources).toHaveLength(100);
    await center.call('PATCH', `${LIST}/r-5`, [{ op: 'replace', path: '/name', value: 'later' }]);
    const second = valueOf(await center.client.list(undefined, first.next));
    const third = valueOf(await center.client.list(undefined, second.next));
    expect(third.next).toBeUndefined();
    const seen = [first, second, third].flatMap(({ resources }) => resources.map(({ id }) => id));
    expect(seen).toEqual([...Array.from({ length: 230 }, (_, at) => `r-${at}`), 'r-5']);
  });

  it('keeps what was asked for over its pages', async () => {
    for (let at = 0; at < 120; at += 1) await center.sandbox.sample('private', { id: `r-${at}` });
    const { body } = await list({ $top: '110', $select: 'id', $filter: "status eq 'Active'" });
    expect([body.value.length, body['@odata.count']]).toEqual([100, 120]);
    const rest = (await center.call('GET', body['@odata.nextLink'].slice(center.url.length))).body;
    expect(rest.value).toHaveLength(10);
    expect(rest['@odata.nextLink']).toBeUndefined();
    expect(Object.keys(rest.value[0])).toEqual(['id']);
  });
});
