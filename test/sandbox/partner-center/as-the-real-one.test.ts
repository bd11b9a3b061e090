import { isSibling } from '../../../src/domain/record/kind';
import { LIST, startPartnerCenter, type UnderTest } from './under-test';

let center: UnderTest;
beforeEach(async () => {
  center = await startPartnerCenter();
});
afterEach(() => center.close());

const SHARE = '/consent/consentToShareReferralWithMicrosoftSellers';
const replace = (path: string, value: unknown) => ({ op: 'replace', path, value });
const patch = (id: string, ...operations: object[]) => center.call('PATCH', `${LIST}/${id}`, operations);

it('an own deal shared with Microsoft has a record of Microsoft beside it, which has the help asked for', async () => {
  const deal = await center.sandbox.sample('co-sell-outbound');
  const [other] = center.sandbox.all().filter(({ id }) => id !== deal.id);
  expect(isSibling(other!, deal.organizationId ?? '')).toBe(true);
  expect(other).toMatchObject({ engagementId: deal.engagementId, status: 'New', substatus: 'Pending' });
  expect(other!.inviteContext?.assistanceRequestCode).toBe('WorkloadSpecificValueProposition');
  expect(deal).toMatchObject({ direction: 'Incoming', inviteContext: { assistanceRequestCode: 'Unknown' } });
  expect(deal.details?.closingDateTime).toMatch(/T2[23]:00:00/);
});

it('a second POST with the engagement invites Microsoft', async () => {
  const own = await center.sandbox.sample('private');
  const { status, body } = await center.call('POST', LIST, {
    ...own,
    target: [{ type: 'BusinessProfileLocation', id: 'msft' }],
    inviteContext: { assistanceRequestCode: 'QuotesOrLicensing' },
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    ...{ engagementId: own.engagementId, organizationId: 'msft', substatus: 'Pending' },
    inviteContext: { assistanceRequestCode: 'QuotesOrLicensing' },
  });
  expect(body.id).not.toBe(own.id);
});

it('a won deal is registered afterwards, and takes nothing else', async () => {
  const { id } = await center.sandbox.sample('partner-led');
  await patch(id, replace('/status', 'Closed'), replace('/substatus', 'Won'));
  const contract = {
    ...{ currency: 'EUR', value: 40_000, term: 'Perpetual' },
    ...{ signDateTime: '2026-03-01T00:00:00Z', startDateTime: '2026-03-02T00:00:00Z' },
  };
  const value = { type: 'AzureIPCoSell', contract, solutionDetails: [{ id: 'SOL-1' }] };
  const registration = { op: 'add', path: '/registrations/-', value };
  expect((await patch(id, registration, replace('/name', 'Other'))).status).toBe(409);
  await patch(id, registration);
  expect((await center.call('GET', `${LIST}/${id}`)).body).toMatchObject({
    ...{ registrationStatus: 'ReviewPending', substatus: 'Won' },
    registrations: [{ type: 'AzureIPCoSell' }],
  });
});

it.each([
  ['the consent', 'partner-led', SHARE, false],
  ['the help asked for', 'co-sell-inbound', '/inviteContext/assistanceRequestCode', 'Unknown'],
  ['the note to Microsoft', 'co-sell-outbound', '/inviteContext/notes', 'Other'],
  ["the customer's contacts", 'co-sell-outbound', '/customerProfile/team', []],
] as const)('%s cannot be taken back', async (_, kind, path, value) => {
  const { id } = await center.sandbox.sample(kind);
  expect((await patch(id, replace(path, value))).body.error).toMatchObject({
    code: 'invalidRequest',
    target: path.slice(1),
  });
});
