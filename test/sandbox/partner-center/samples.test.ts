import { kindOf } from '../../../src/domain/record/kind';
import { currentOf } from '../../../src/domain/record/reading';
import type { Resource } from '../../../src/domain/record/resource';
import { SAMPLE_KINDS } from '../../../src/sandbox/partner-center/samples';
import { memoryRecords } from '../../support/memory-records';
import { DAY_MS, LIST, START, startPartnerCenter, type UnderTest } from './under-test';

const SAMPLES = '/sandbox/partner-center/samples';

let center: UnderTest;
beforeEach(async () => {
  center = await startPartnerCenter();
});
afterEach(() => center.close());

const post = (body?: unknown) => center.call('POST', SAMPLES, body);

describe('samples', () => {
  it.each(SAMPLE_KINDS)('%s is one as the desk tells kinds, and is readable', async (kind) => {
    const { status, body } = await post({ kind });
    expect(status).toBe(201);
    expect(kindOf(body)).toBe(kind);
    expect((await center.call('GET', `${LIST}/${body.id}`)).body).toEqual(body);
    const current = currentOf(body, START);
    const own = ['co-sell-outbound', 'partner-led', 'private'].includes(kind);
    expect(current.stage).toBe(own ? 'accepted' : 'received');
    expect(current.expiresAt).toBe(START + 14 * DAY_MS);
    expect(body.expirationDateTime === null).toBe(own);
    expect(current.request).toMatch(/^.{40,}$/);
    expect(current.customer).toMatchObject({
      city: expect.any(String),
      country: expect.stringMatching(/^[A-Z]{2}$/),
    });
    for (const { email, phone, name } of current.contacts) {
      expect(email).toMatch(/^[a-z]+\.[a-z]+@[a-z0-9]+\.example$/);
      expect(phone).toMatch(/^\+\d{8,15}$/);
      expect(name).toMatch(/^\S+ \S+$/);
    }
    expect(current.contacts.length).toBeGreaterThan(0);
  });

  it('is a customer inquiry when no kind is named; every other one asks to be contacted', async () => {
    const made = [await post(), await post({}), await post({ kind: 'customer-inquiry' })].map(
      ({ body }) => body as Resource,
    );
    expect(made.map(kindOf)).toEqual(['customer-inquiry', 'customer-inquiry', 'customer-inquiry']);
    expect(made.map(({ details }) => details?.customerRequestedContact)).toEqual([true, false, true]);
  });

  it('has no two customers alike, however many there are', async () => {
    for (let at = 0; at < 600; at += 1) await center.sandbox.sample('sales-qualified');
    const names = center.sandbox.all().map(({ customerProfile }) => customerProfile.name);
    expect(new Set(names).size).toBe(600);
    expect(
      new Set(center.sandbox.all().map(({ customerProfile: { address } }) => address?.city)).size,
    ).toBeGreaterThan(10);
  });

  it('passes over a name that a customer has already', async () => {
    await post({ resource: { customerProfile: { name: 'Northwind Traders' } } });
    expect((await post()).body.customerProfile.name).not.toBe('Northwind Traders');
  });

  it('takes what is set of it, deeply, and works the expiry out from its creation', async () => {
    const { body } = await post({
      kind: 'customer-inquiry',
      resource: {
        id: 'my-own.id:1',
        createdDateTime: '2026-11-10T08:00:00Z',
        customerProfile: { name: 'Ümlaut & Söhne', address: { country: 'AT' } },
        details: { notes: '<b>bold</b>', customerRequestedContact: true },
        team: [{ email: 'x@partner.example' }],
      },
    });
    expect(body).toMatchObject({
      id: 'my-own.id:1',
      createdDateTime: '2026-11-10T08:00:00Z',
      expirationDateTime: '2026-11-24T08:00:00.0000000Z',
      customerProfile: { name: 'Ümlaut & Söhne', address: { country: 'AT', city: expect.any(String) } },
      details: { notes: '<b>bold</b>', requirements: { products: [expect.anything()] } },
      team: [{ email: 'x@partner.example' }],
      links: { self: { uri: expect.stringMatching(/my-own.id%3A1$/) } },
    });
    expect(await post({ resource: { id: 'my-own.id:1' } })).toMatchObject({ status: 409 });
  });

  it.each([
    [[]],
    [{ kind: 'lead' }],
    [{ kind: 7 }],
    [{ sort: 'x' }],
    [{ resource: [] }],
    [{ resource: { id: 'a b' } }],
    [{ resource: { id: 7 } }],
    [{ resource: { createdDateTime: 'today' } }],
    [{ resource: { customerProfile: 'x' } }],
    [{ resource: { customerProfile: { name: ' ' } } }],
    [{ resource: { details: [] } }],
  ])('%j is a problem in words', async (body) => {
    const reply = await post(body);
    expect(reply.status).toBe(400);
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
    expect(reply.body).toMatchObject({ status: 400, detail: expect.stringMatching(/^.{20,}$/) });
    expect(center.sandbox.all()).toEqual([]);
  });

  it('lists the kinds to choose from', async () => {
    expect((await post({ kind: 'lead' })).body.kinds).toEqual(SAMPLE_KINDS);
  });
});

describe('time and restarts', () => {
  it('closes by itself what nobody answered in time, and nothing else', async () => {
    const changes: string[] = [];
    center.sandbox.onChange((id) => changes.push(id));
    await center.sandbox.sample('customer-inquiry', { id: 'waiting' });
    await center.sandbox.sample('private', { id: 'own' });
    expect(center.sandbox.nextEvent()).toBe(START + 14 * DAY_MS);
    center.time.now = START + 14 * DAY_MS - 1;
    await center.sandbox.runDue();
    expect(changes).toEqual(['waiting', 'own']);
    center.time.now += 1;
    await center.sandbox.runDue();
    expect(changes).toEqual(['waiting', 'own', 'waiting']);
    expect(center.sandbox.nextEvent()).toBeUndefined();
    expect((await center.call('GET', `${LIST}/waiting`)).body).toMatchObject({
      status: 'Closed',
      substatus: 'Expired',
      closedDateTime: '2026-12-07T09:00:00.0000000Z',
    });
  });

  it('has closed it before the next call sees it, without being told that it is time', async () => {
    await center.sandbox.sample('customer-inquiry', { id: 'waiting' });
    center.time.now += 15 * DAY_MS;
    expect((await center.call('GET', `${LIST}/waiting`)).body.substatus).toBe('Expired');
  });

  it('has everything again after a restart, and goes on in order', async () => {
    const records = memoryRecords();
    const first = await startPartnerCenter({ records });
    await first.sandbox.sample('customer-inquiry');
    const changed = await first.sandbox.sample('private');
    await first.call('PATCH', `${LIST}/${changed.id}`, [{ op: 'replace', path: '/name', value: 'kept' }]);
    const before = first.sandbox.all();
    await first.close();
    const second = await startPartnerCenter({ records });
    expect(second.sandbox.all()).toEqual(before);
    const made = await second.sandbox.sample('customer-inquiry');
    expect(before.every(({ updatedDateTime }) => updatedDateTime! < made.updatedDateTime!)).toBe(true);
    expect(before.map(({ customerProfile }) => customerProfile.name)).not.toContain(
      made.customerProfile.name,
    );
    await second.close();
  });
});
