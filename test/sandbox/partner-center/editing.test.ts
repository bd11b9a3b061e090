import { LIST, startPartnerCenter, type Loose, type Reply, type UnderTest } from './under-test';

let center: UnderTest;
beforeEach(async () => {
  center = await startPartnerCenter();
});
afterEach(() => center.close());

const set = (fields: Record<string, unknown>) =>
  Object.entries(fields).map(([path, value]) => ({ op: 'replace', path: `/${path}`, value }));

const patch = (id: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> =>
  center.call('PATCH', `${LIST}/${id}`, body, { prefer: 'return=representation', ...headers });

const DEAL = {
  name: 'Deal',
  'details/dealValue': '40000.50',
  'details/currency': 'EUR',
  'details/closingDateTime': '2026-12-31T00:00:00Z',
};
const ACCEPTED = { status: 'Active', substatus: 'Accepted' };
const MEMBER = {
  firstName: 'Ana',
  lastName: 'Ruiz',
  phoneNumber: '+34910000000',
  email: 'ana@partner.example',
};

const inquiry = async (): Promise<Loose> => center.sandbox.sample('customer-inquiry');

describe('a referral is edited', () => {
  it('is accepted with its deal: the value may be text, its expiry stays', async () => {
    const made = await inquiry();
    center.time.now += 60_000;
    const { status, headers, body } = await patch(made.id, set({ ...DEAL, ...ACCEPTED }), {
      'client-request-id': 'call-1',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...ACCEPTED,
      name: 'Deal',
      details: { dealValue: 40000.5, notes: made.details.notes },
      acceptedDateTime: '2026-11-23T09:01:00.0000000Z',
      updatedDateTime: '2026-11-23T09:01:00.0000000Z',
      expirationDateTime: made.expirationDateTime,
    });
    expect(headers.get('etag')).toBe(body.eTag);
    expect(headers.get('client-request-id')).toBe('call-1');
    expect((await center.call('GET', `${LIST}/${made.id}`)).body).toEqual(body);
  });

  it('answers 204 unless the caller prefers the representation', async () => {
    const made = await inquiry();
    const { status, headers, body } = await patch(made.id, set({ name: 'x' }), { prefer: 'return=minimal' });
    expect([status, body]).toEqual([204, undefined]);
    expect(headers.get('etag')).toBe(center.sandbox.all()[0]!.eTag);
  });

  it('has another eTag and a later moment after each write, in the same millisecond too', async () => {
    const made = await inquiry();
    const first = (await patch(made.id, set({ name: 'a' }))).body;
    const second = (await patch(made.id, set({ name: 'b' }), { 'if-match': first.eTag })).body;
    const moments = [made, first, second].map(({ updatedDateTime }) => updatedDateTime);
    expect(moments).toEqual([...moments].sort());
    expect(new Set(moments).size).toBe(3);
    expect(new Set([made, first, second].map(({ eTag }) => eTag)).size).toBe(3);
    expect(made.eTag).toMatch(/^"[0-9a-f-]{36}"$/);
    expect(await patch(made.id, set({ name: 'c' }), { 'if-match': first.eTag })).toMatchObject({
      status: 412,
      body: { error: { code: 'preconditionFailed' } },
    });
    expect((await patch(made.id, set({ name: 'c' }))).status).toBe(200);
  });

  it('takes a colleague more, and a replaced list', async () => {
    const made = await inquiry();
    const add = (path: string, value: unknown) => ({ op: 'add', path, value });
    expect(
      (await patch(made.id, [add('/team/-', MEMBER), add('/team/0', { ...MEMBER, firstName: 'Bo' })])).body
        .team,
    ).toEqual([{ ...MEMBER, firstName: 'Bo' }, MEMBER]);
    expect((await patch(made.id, set({ team: [MEMBER] }))).body.team).toEqual([MEMBER]);
    expect((await patch(made.id, set({ 'team/0': { ...MEMBER, lastName: 'R' } }))).body.team).toEqual([
      { ...MEMBER, lastName: 'R' },
    ]);
  });

  it.each<[string, unknown]>([
    ['no array', { op: 'replace', path: '/name', value: 'x' }],
    ['an empty array', []],
    ['no object in it', [null]],
    ['another operation', [{ op: 'remove', path: '/name' }]],
    ['no pointer', [{ op: 'replace', path: 'name', value: 'x' }]],
    ['no value', [{ op: 'replace', path: '/name' }]],
    ['a field that is read-only', set({ 'customerProfile/name': 'x' })],
    ['the id', set({ id: 'x' })],
    ['the expiry', set({ expirationDateTime: null })],
    ['a field that there is not', set({ nmae: 'x' })],
    ['a prototype', [{ op: 'add', path: '/details/__proto__/polluted', value: 1 }]],
    ['a prototype as a whole', [{ op: 'add', path: '/details/__proto__', value: { polluted: 1 } }]],
    ['a parent that there is not', set({ 'details/a/b': 1 })],
    ['a member that there is not', set({ 'team/3': MEMBER })],
    ['a member without a phone', [{ op: 'add', path: '/team/-', value: { ...MEMBER, phoneNumber: ' ' } }]],
    ['a member that is none', [{ op: 'add', path: '/team/-', value: null }]],
    ['a team that is none', set({ team: {} })],
    ['51 members', set({ team: Array.from({ length: 51 }, () => MEMBER) })],
    ['a name that is no text', set({ name: 7 })],
    ['details that are none', set({ details: 'x' })],
    ['notes that are none', set({ 'details/notes': [] })],
    ['a value below zero', set({ 'details/dealValue': -1 })],
    ['a value that is none', set({ 'details/dealValue': 'much' })],
    ['a currency that is none', set({ 'details/currency': 'euro' })],
    ['a date that is none', set({ 'details/closingDateTime': 'soon' })],
  ])('takes no edit with %s', async (_what, body) => {
    const made = await inquiry();
    const reply = await patch(made.id, body);
    expect(reply).toMatchObject({ status: 400, body: { error: { code: 'invalidRequest' } } });
    expect(reply.body.error.message.length).toBeGreaterThan(10);
    expect(center.sandbox.all()).toEqual([made]);
    expect(({} as Loose).polluted).toBeUndefined();
  });
});

describe('a referral goes from state to state', () => {
  const closed = (substatus: string) => ({ status: 'Closed', substatus, statusReason: 'Others' });
  const NEW = { status: 'New', substatus: 'Pending' };
  const inState: Record<string, (id: string) => Promise<unknown>> = {
    New: async () => undefined,
    Active: (id) => patch(id, set({ ...DEAL, ...ACCEPTED })),
    Closed: (id) => patch(id, set(closed('Declined'))),
  };

  it.each<[string, Record<string, unknown>, number]>([
    ['New', { status: 'New', substatus: 'Received' }, 200],
    ['New', { ...DEAL, ...ACCEPTED }, 200],
    ['New', ACCEPTED, 400],
    ['New', { status: 'Active' }, 400],
    ['New', { substatus: 'Accepted' }, 400],
    ['New', { ...DEAL, status: 'Active', substatus: 'Won' }, 400],
    ['New', { status: 'Paused', substatus: 'Accepted' }, 400],
    ['New', closed('Declined'), 200],
    ['New', { status: 'Closed', substatus: 'Declined' }, 400],
    ['New', closed('Won'), 400],
    ['New', closed('Lost'), 400],
    ['New', closed('Expired'), 400],
    ['Active', NEW, 400],
    ['Active', { name: 'Other' }, 200],
    ['Active', closed('Lost'), 200],
    ['Active', { status: 'Closed', substatus: 'Won' }, 200],
    ['Active', { status: 'Closed', substatus: 'Lost' }, 400],
    ['Active', closed('Declined'), 400],
    ['Active', closed('Expired'), 400],
    ['Closed', { name: 'Other' }, 409],
    ['Closed', NEW, 409],
    ['Closed', { ...DEAL, ...ACCEPTED }, 409],
  ])('%s, %j: %d', async (from, edit, expected) => {
    const { id } = await inquiry();
    await inState[from]!(id);
    const before = center.sandbox.all()[0];
    const { status, body } = await patch(id, set(edit));
    expect(status).toBe(expected);
    if (status === 200) {
      expect(body.closedDateTime).toEqual(edit.status === 'Closed' ? expect.stringMatching(/Z$/) : null);
    } else {
      expect(body.error.code).toBe('invalidRequest');
      expect(center.sandbox.all()[0]).toEqual(before);
    }
  });

  it('names what is missing to accept, and more for co-sell', async () => {
    const lead = await inquiry();
    expect((await patch(lead.id, set(ACCEPTED))).body.error.message).toBe(
      'Required to accept: name, details/dealValue, details/currency, details/closingDateTime.',
    );
    const shared = await center.sandbox.sample('co-sell-inbound');
    expect((await patch(shared.id, set({ ...DEAL, ...ACCEPTED }))).body.error).toMatchObject({
      target: 'team',
      message: 'Required to accept: team.',
    });
    const whole = [...set({ ...DEAL, ...ACCEPTED }), { op: 'add', path: '/team/-', value: MEMBER }];
    expect((await patch(shared.id, whole)).status).toBe(200);
  });
});

describe('the obsolete PUT', () => {
  const put = (id: string, body: unknown, headers: Record<string, string> = {}) =>
    center.call('PUT', `${LIST}/${id}`, body, headers);

  it('takes the whole record without its links, for the eTag that was read', async () => {
    const { links: _, ...made } = await inquiry();
    const wanted = {
      ...made,
      name: 'Deal',
      ...ACCEPTED,
      details: { ...made.details, dealValue: 5, currency: 'EUR', closingDateTime: '2026-12-31T00:00:00Z' },
    };
    expect(await put(made.id, wanted)).toMatchObject({ status: 400 });
    expect(await put(made.id, wanted, { 'if-match': '"other"' })).toMatchObject({ status: 412 });
    expect(await put(made.id, { ...wanted, links: {} }, { 'if-match': made.eTag })).toMatchObject({
      status: 400,
    });
    expect(await put(made.id, { ...wanted, mpnId: '7' }, { 'if-match': made.eTag })).toMatchObject({
      status: 400,
    });
    expect(await put(made.id, [], { 'if-match': made.eTag })).toMatchObject({ status: 400 });
    expect(await put('nobody', wanted, { 'if-match': made.eTag })).toMatchObject({ status: 404 });
    expect(await put(made.id, wanted, { 'if-match': made.eTag })).toMatchObject({
      status: 200,
      body: { name: 'Deal', ...ACCEPTED },
    });
  });
});

describe('a new deal of the partner’s own', () => {
  const deal = {
    name: 'Own deal',
    qualification: 'SalesQualified',
    type: 'Independent',
    customerProfile: { name: 'Tailspin Toys', address: { country: 'DE' } },
    consent: { consentToToShareInfoWithOthers: true },
    details: { dealValue: '10', currency: 'EUR', closingDateTime: '2026-12-31T00:00:00Z' },
    team: [MEMBER],
  };

  it('begins accepted', async () => {
    const { status, body } = await center.call('POST', LIST, deal);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...ACCEPTED,
      name: 'Own deal',
      direction: 'Incoming',
      details: { dealValue: 10 },
    });
    expect((await center.call('GET', `${LIST}/${body.id}`)).body).toEqual(body);
  });

  it.each([
    [undefined],
    [[]],
    [{}],
    [{ ...deal, name: null }],
    [{ ...deal, customerProfile: {} }],
    [{ ...deal, team: [{}] }],
  ])('is not made out of %j', async (body) => {
    const reply = await center.call('POST', LIST, body);
    expect(reply).toMatchObject({ status: 400, body: { error: { code: 'invalidRequest' } } });
    expect(center.sandbox.all()).toEqual([]);
  });
});
