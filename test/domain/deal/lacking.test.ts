import { lackingOf } from '../../../src/domain/deal/lacking';
import type { Resource } from '../../../src/domain/record/resource';
import { currentOf } from '../../../src/domain/record/reading';
import { lead, T0 } from '../builders';

const US = 'us';
const own = { organizationId: US, inviteContext: { invitedBy: { organizationId: US } } };
const person = { firstName: 'Ana', lastName: 'Ruiz', phoneNumber: '+34', email: 'ana@partner.example' };
const whole: Partial<Resource> = {
  ...own,
  ...{ status: 'Active', substatus: 'Accepted', qualification: 'SalesQualified', name: 'Eighty seats' },
  consent: { consentToShareReferralWithMicrosoftSellers: true },
  customerProfile: { name: 'Tailspin Toys', team: [person] },
  team: [person],
  details: {
    ...{ dealValue: 40_000, currency: 'EUR', closingDateTime: '2026-06-30T00:00:00Z' },
    requirements: { solutions: [{ id: 'SOL-1', name: 'Move' }] },
  },
};
const lackingIn = (over: Partial<Resource> = {}) => lackingOf(currentOf(lead({ ...whole, ...over }), T0));

const bare: Partial<Resource> = {
  ...{ name: null, team: [], details: {} },
  customerProfile: { name: 'Tailspin Toys', team: [] },
};
const hidden = { consent: { consentToShareReferralWithMicrosoftSellers: false } };

it.each<[string, Partial<Resource>, ReturnType<typeof lackingOf>]>([
  ['a partner-led deal with all of it', {}, undefined],
  [
    'a partner-led deal',
    bare,
    { before: 'invited', what: ['colleagues', 'contacts', 'solutions', 'name', 'dealValue', 'closeDate'] },
  ],
  [
    'a private deal: nobody asks for a contact',
    { ...bare, ...hidden },
    { before: 'won', what: ['colleagues', 'solutions', 'name', 'dealValue', 'closeDate'] },
  ],
  ['co-sell', { type: 'Shared', team: [] }, { before: 'won', what: ['colleagues'] }],
  [
    'a value without its currency',
    { ...hidden, details: { ...whole.details, currency: null } },
    { before: 'won', what: ['currency'] },
  ],
  ['a lead', { ...bare, inviteContext: { invitedBy: { organizationId: 'msft' } } }, undefined],
  ['what nobody has accepted', { ...bare, status: 'New', substatus: 'Pending' }, undefined],
  ['what is closed', { ...bare, status: 'Closed', substatus: 'Won' }, undefined],
])('%s', (_, over, expected) => {
  expect(lackingIn(over)).toEqual(expected);
});
