import { isSibling, kindOf, organizationOf, senderOf } from '../../src/domain/record/kind';
import type { Resource } from '../../src/domain/record/resource';
import { seen } from '../../src/domain/referral/face';
import { fromPartnerCenter, go, iso, lead, T0 } from './builders';

const US = '5c1d0f6e-4b0e-4c56-9a53-0d0a7d1c2f10';
const invitedBy = (organizationId: string | null, organizationName = 'Fabrikam'): Partial<Resource> => ({
  organizationId: US,
  inviteContext: { assistanceRequestCode: 'Unknown', invitedBy: { organizationId, organizationName } },
});
const msft = invitedBy('msft', 'Microsoft');
const shares = { consentToShareReferralWithMicrosoftSellers: true };

const told: readonly [string, string, Partial<Resource>][] = [
  ['customer-inquiry', 'customer', msft],
  ['customer-inquiry', 'customer', { ...invitedBy(null), qualification: null }],
  ['customer-inquiry', 'customer', { ...msft, type: null, qualification: null }],
  ['marketplace-lead', 'marketplace', { ...msft, referralSource: 'AzureMarketplace' }],
  ['marketplace-lead', 'marketplace', { ...msft, callToAction: 'PLT' }],
  ['marketing-qualified', 'microsoft-marketing', { ...msft, qualification: 'MarketingQualified' }],
  ['sales-qualified', 'microsoft-seller', { ...msft, qualification: 'SalesQualified' }],
  // Source and action alone do not make a marketplace lead of what is qualified.
  [
    'sales-qualified',
    'microsoft-seller',
    { ...msft, qualification: 'SalesQualified', referralSource: 'AppSource' },
  ],
  [
    'joint-planning',
    'microsoft-seller',
    { ...msft, qualification: 'SalesQualified', referralProgram: 'JointPlanning' },
  ],
  ['co-sell-inbound', 'microsoft-seller', { ...msft, type: 'Shared', qualification: 'SalesQualified' }],
  ['co-sell-inbound', 'partner', { ...invitedBy('p-2'), type: 'Independent', qualification: 'None' }],
  // As live own records are: `Incoming`, and `Unknown` although help was asked for.
  [
    'co-sell-outbound',
    'self',
    { ...invitedBy(US), type: 'Shared', qualification: 'SalesQualified', consent: shares },
  ],
  [
    'partner-led',
    'self',
    { ...invitedBy(US.toUpperCase()), qualification: 'SalesQualified', consent: shares },
  ],
  ['private', 'self', { ...invitedBy(US), qualification: 'None' }],
  ['other', 'unknown', { ...msft, qualification: 'ProgramNominated' }],
  ['other', 'unknown', { ...msft, type: 'Nominated' }],
  // Who invited tells these, whatever type they have.
  ['private', 'self', { ...invitedBy(US), type: 'Nominated' }],
  ['co-sell-inbound', 'partner', { ...invitedBy('p-2'), type: 'Nominated' }],
];

it.each(told)('%s, from %s: %j', (kind, sender, over) => {
  expect(kindOf(lead(over))).toBe(kind);
  expect(senderOf(lead(over)).kind).toBe(sender);
});

describe('a programme that the settings name', () => {
  const nominated = lead({ ...msft, qualification: 'SalesQualified', referralProgram: 'SMEC Pipeline ' });

  it('is joint planning, in whatever letters, from the poll, the intake and every later read', () => {
    const facts = { jointPlanning: ['Other', 'smec pipeline'] };
    const born = fromPartnerCenter(nominated, T0, facts);
    expect(seen(born).kind).toBe('joint-planning');
    const resource = { ...nominated, updatedDateTime: iso(T0 + 1) };
    expect(seen(go(born, { kind: 'observed', resource }, T0 + 1, facts)).kind).toBe('joint-planning');
  });

  it('is what its qualification says without them', () => {
    expect(seen(fromPartnerCenter(nominated)).kind).toBe('sales-qualified');
    expect(seen(fromPartnerCenter(lead(msft), T0, { jointPlanning: ['', ' '] })).kind).toBe(
      'customer-inquiry',
    );
  });
});

// The first that fits: each has what a later one asks for, too.
it.each<[string, Partial<Resource>]>([
  ['joint-planning', { ...invitedBy(US), type: 'Shared', referralProgram: 'JointPlanning' }],
  ['co-sell-outbound', { ...invitedBy(US), type: 'Shared', qualification: 'Direct', consent: shares }],
  ['partner-led', { ...invitedBy(US), qualification: 'MarketingQualified', consent: shares }],
  [
    'private',
    {
      ...invitedBy(US),
      qualification: 'SalesQualified',
      consent: { ...shares, consentToShareReferralWithMicrosoftSellers: false },
    },
  ],
  ['co-sell-inbound', { ...msft, type: 'Shared', qualification: 'Direct' }],
  ['co-sell-inbound', { ...invitedBy('p-2'), qualification: 'SalesQualified' }],
  ['customer-inquiry', { ...msft, qualification: 'Direct' }],
  ['other', { ...msft, qualification: 'None' }],
])('is %s before it is anything else: %j', (kind, over) => {
  expect(kindOf(lead(over))).toBe(kind);
});

it('claims nothing of a record with an id, a time and a name alone', () => {
  const bare = {
    id: 'r-1',
    createdDateTime: '2026-03-02T08:00:00Z',
    customerProfile: { name: 'Tailspin Toys' },
  };
  expect([kindOf(bare), senderOf(bare).kind]).toEqual(['lead', 'unknown']);
});

describe("another organisation's record", () => {
  const shared = lead({ type: 'Shared', organizationId: 'p-2' });

  it("is told by its organisation, Microsoft's without knowing one's own", () => {
    expect(isSibling(shared, US)).toBe(true);
    expect(isSibling({ ...shared, organizationId: 'msft' }, undefined)).toBe(true);
  });

  it.each<[string, Resource, string | undefined]>([
    ["one's own", { ...shared, organizationId: US.toUpperCase() }, US],
    ['own organisation unknown', shared, undefined],
    ['no organisation named', { ...shared, organizationId: null }, US],
    ['shared with nobody', lead({ organizationId: 'p-2' }), US],
  ])('is none: %s', (_, resource, organization) => {
    expect(isSibling(resource, organization)).toBe(false);
  });

  it('cannot teach whose account it is; what is shared with nobody can', () => {
    expect(organizationOf(shared)).toBeUndefined();
    expect(organizationOf(lead({ organizationId: 'msft' }))).toBeUndefined();
    expect(organizationOf(lead({ organizationId: US }))).toBe(US);
  });
});
