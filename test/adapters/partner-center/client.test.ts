import { startPartnerCenter, valueOf, type UnderTest } from '../../sandbox/partner-center/under-test';

let center: UnderTest;
beforeEach(async () => {
  center = await startPartnerCenter({ timeoutMs: 300 });
});
afterEach(() => center.close());

const ACCEPT = {
  stage: 'accepted',
  name: 'Tailspin Toys, Microsoft 365',
  dealValue: '40000.50',
  currency: 'EUR',
  closeDate: '2026-12-31',
  notes: 'Called on Monday',
  crmId: 'CRM-7',
  campaignId: 'spring',
  colleagues: [
    {
      how: 'added',
      key: 'ana@partner.example',
      name: 'Ana Ruiz',
      entry: { firstName: 'Ana', lastName: 'Ruiz', phone: '+34910000000', email: 'ana@partner.example' },
    },
  ],
} as const;

describe('a referral through the client', () => {
  it('is listed, accepted with its deal, and read back as written', async () => {
    const made = await center.sandbox.sample('customer-inquiry');
    const { resources } = valueOf(await center.client.list(undefined));
    expect(resources.map(({ id }) => id)).toEqual([made.id]);
    const accepted = valueOf(await center.client.patch(resources[0]!, ACCEPT));
    expect(valueOf(await center.client.get(made.id))).toEqual(accepted);
    expect(accepted).toMatchObject({
      status: 'Active',
      substatus: 'Accepted',
      name: 'Tailspin Toys, Microsoft 365',
      externalReferenceId: 'CRM-7',
      campaignId: 'spring',
      expirationDateTime: made.expirationDateTime,
      details: {
        dealValue: 40000.5,
        currency: 'EUR',
        closingDateTime: '2026-12-31T00:00:00Z',
        notes: expect.stringMatching(/^We are 80 people[^]*\nCalled on Monday$/),
      },
      team: [
        { firstName: 'Ana', lastName: 'Ruiz', phoneNumber: '+34910000000', email: 'ana@partner.example' },
      ],
    });
    expect(accepted.eTag).not.toBe(made.eTag);
  });

  it('is declined with the reason in Partner Center’s words, and read with our code of it', async () => {
    const made = await center.sandbox.sample('sales-qualified');
    const declined = valueOf(
      await center.client.patch(made, { stage: 'archived', archivedAs: 'declined', reason: '2' }),
    );
    expect(declined).toMatchObject({ status: 'Closed', substatus: 'Declined', statusReason: '2' });
    expect(center.sandbox.all()[0]).toMatchObject({ statusReason: 'Customer did not respond' });
  });

  it('is not overwritten when somebody has changed it since it was read', async () => {
    const made = await center.sandbox.sample('customer-inquiry');
    await center.call('PATCH', `/sandbox/partner-center/v1.0/engagements/referrals/${made.id}`, [
      { op: 'replace', path: '/name', value: 'Theirs' },
    ]);
    expect(await center.client.patch(made, ACCEPT)).toMatchObject({ kind: 'changed-meanwhile' });
    expect(center.sandbox.all()[0]).toMatchObject({ name: 'Theirs', status: 'New' });
  });
});
