import { LIST, startPartnerCenter, type Loose, type Reply, type UnderTest } from './under-test';

let center: UnderTest;
beforeEach(async () => {
  center = await startPartnerCenter();
});
afterEach(() => center.close());

const DAY = 86_400_000;
const ACCEPTED = { status: 'Active', substatus: 'Accepted' };
const WON = { status: 'Closed', substatus: 'Won' };

const put = (id: string, fields: Record<string, unknown>): Promise<Reply> =>
  center.call(
    'PATCH',
    `${LIST}/${id}`,
    Object.entries(fields).map(([path, value]) => ({ op: 'replace', path: `/${path}`, value })),
  );
const read = async (id: string): Promise<Loose> => (await center.call('GET', `${LIST}/${id}`)).body;

describe('a joint planning lead', () => {
  const plan = async (): Promise<Loose> =>
    center.sandbox.sample('joint-planning', { ...ACCEPTED, acceptedDateTime: '2026-11-23T09:00:00Z' });

  it('is qualified, evaluated and won, in this order alone', async () => {
    const { id } = await plan();
    expect(await put(id, WON)).toMatchObject({ status: 400, body: { error: { target: 'salesStage' } } });
    expect((await put(id, { salesStage: '40' })).status).toBe(400);
    expect((await put(id, { salesStage: '20' })).status).toBe(204);
    expect((await put(id, WON)).status).toBe(400);
    expect((await put(id, { salesStage: '40' })).status).toBe(204);
    expect((await put(id, WON)).status).toBe(204);
  });

  it('is lost after 60 days in which it was not evaluated', async () => {
    const [idle, busy] = [await plan(), await plan()];
    await put(busy.id, { salesStage: '20' });
    await put(busy.id, { salesStage: '40' });
    center.time.now += 59 * DAY;
    expect(await read(idle.id)).toMatchObject(ACCEPTED);
    center.time.now += 1 * DAY;
    expect(await read(idle.id)).toMatchObject({ status: 'Closed', substatus: 'Lost' });
    expect(await read(busy.id)).toMatchObject(ACCEPTED);
  });
});

describe('a co-sell deal', () => {
  it.each([
    ['team', { team: [] }],
    ['customerProfile/team', { customerProfile: { team: [] } }],
    ['details/requirements/solutions', { details: { requirements: { solutions: [] } } }],
    ['details/closingDateTime', { details: { closingDateTime: null } }],
  ])('is not won without %s, and may be lost', async (target, lacks) => {
    const { id } = await center.sandbox.sample('co-sell-outbound', lacks);
    expect(await put(id, WON)).toMatchObject({ status: 400, body: { error: { target } } });
    expect((await put(id, { status: 'Closed', substatus: 'Lost', statusReason: '3' })).status).toBe(204);
  });

  it('is won with all that it needs; a lead needs none of it', async () => {
    const { id } = await center.sandbox.sample('co-sell-outbound');
    const lead = await center.sandbox.sample('customer-inquiry', ACCEPTED);
    expect((await put(id, WON)).status).toBe(204);
    expect((await put(lead.id, WON)).status).toBe(204);
  });
});
