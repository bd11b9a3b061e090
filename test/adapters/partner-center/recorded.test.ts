import { createPartnerCenter } from '../../../src/adapters/partner-center/client';
import { currentOf } from '../../../src/domain/record/reading';
import { isSibling } from '../../../src/domain/record/kind';
import type { Resource } from '../../../src/domain/record/resource';
import { bodyOf, RECORDS } from '../../support/partner-center-bodies';
import { json, startStub, type StubService } from './stub-service';

const NOW = Date.parse('2026-03-02T08:00:00Z');
const OWN = '0d9c41f2-7b1e-4c57-9a10-2f1f1f0c6b31';

let stub: StubService;
beforeEach(async () => {
  stub = await startStub();
});
afterEach(() => stub.close());

const client = () =>
  createPartnerCenter({
    baseUrl: () => stub.url,
    token: async () => 'secret-token',
    timeoutMs: 2_000,
    real: () => NOW,
  });

async function read(name: string): Promise<Resource> {
  const body = bodyOf(name);
  stub.answer = (response) => json(response, 200, body);
  const answer = await client().get(body.id);
  if (answer.kind !== 'ok') throw new Error(answer.kind);
  return answer.value;
}

it.each([
  ['lead', { kind: 'customer-inquiry', stage: 'received', requestedContact: true, expiresAt: '2026-03-15' }],
  ['marketplace-lead', { kind: 'marketplace-lead', stage: 'received', requestedContact: true }],
  [
    'co-sell-inbound',
    {
      kind: 'co-sell-inbound',
      stage: 'received',
      help: 'ProofOfConceptOrDemo',
      solutions: ['Contoso Analytics'],
    },
  ],
  ['co-sell-outbound', { kind: 'co-sell-outbound', stage: 'accepted', colleagues: [{ lastName: 'Bowen' }] }],
  ['joint-planning', { kind: 'joint-planning', stage: 'received' }],
  ['archived', { kind: 'co-sell-outbound', stage: 'archived', archivedAs: 'won' }],
])('%s is read as what it is', async (name, expected) => {
  const { expiresAt, ...current } = currentOf(await read(name), NOW);
  const day = new Date(expiresAt).toISOString().slice(0, 10);
  expect({ ...current, expiresAt: day }).toMatchObject(expected);
});

it.each([
  ['co-sell-outbound', { dealValue: '125000.5', currency: 'USD', crmId: 'CRM-4711' }],
  ['co-sell-inbound', { dealValue: '40000', currency: 'EUR', name: 'Fabrikam data estate' }],
  ['archived', { dealValue: '64000.5', currency: 'CAD' }],
  ['lead', {}],
])('%s has its deal', async (name, deal) => {
  expect(currentOf(await read(name), NOW).deal).toMatchObject(deal);
});

it('Microsoft’s record of a deal is told from one’s own', async () => {
  expect(isSibling(await read('co-sell-outbound-microsofts'), OWN)).toBe(true);
  expect(isSibling(await read('co-sell-outbound'), OWN)).toBe(false);
});

it.each(RECORDS)('of %s nothing is lost that the desk does not know', async (name) => {
  const { trackingInfo, links, quality } = bodyOf(name);
  expect(await read(name)).toMatchObject({ trackingInfo, links, quality });
});

it('a page leads to the next one at the host that was asked', async () => {
  const page = bodyOf('page');
  const last = { '@odata.count': 2, value: [bodyOf('co-sell-inbound')] };
  stub.answer = (response, { url }) => json(response, 200, url.includes('skiptoken') ? last : page);
  const first = await client().list(undefined);
  if (first.kind !== 'ok') throw new Error(first.kind);
  expect(first.value.resources.map(({ id }) => id)).toEqual([bodyOf('lead').id]);
  const second = await client().list(undefined, first.value.next);
  expect(second).toMatchObject({ kind: 'ok', value: { resources: [{ name: 'Fabrikam data estate' }] } });
  expect(stub.got[1]?.url).toMatch(/^\/v1\.0\/engagements\/referrals\?/);
});

it.each([
  ['error', 400, { kind: 'refused', why: 'invalid', at: 'referral/details/closingDateTime' }],
  ['error-throttled', 429, { kind: 'retry', problem: 'Partner Center answered 429' }],
  ['error-older', 400, { kind: 'refused', detail: 'The deal name holds a character that is not allowed.' }],
])('%s (%d) is understood', async (name, status, expected) => {
  stub.answer = (response) => json(response, status, bodyOf(name));
  expect(await client().patch(bodyOf('lead'), { name: 'x' })).toMatchObject(expected);
});
