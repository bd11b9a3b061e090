import type { ReferralKind, Sender } from '../../src/domain/record/kind';
import { readersOf } from '../../src/domain/record/readers';

const seller: Sender = { kind: 'microsoft-seller' };
const self: Sender = { kind: 'self' };

it.each<[ReferralKind, Sender, object]>([
  ['private', self, { kind: 'private' }],
  ['partner-led', self, { kind: 'microsoft' }],
  ['co-sell-outbound', self, { kind: 'microsoft' }],
  ['co-sell-inbound', seller, { kind: 'microsoft' }],
  ['co-sell-inbound', { kind: 'partner', name: 'Fabrikam' }, { kind: 'partner', name: 'Fabrikam' }],
  ['sales-qualified', seller, { kind: 'record' }],
  ['customer-inquiry', { kind: 'customer' }, { kind: 'record' }],
  ['lead', { kind: 'unknown' }, { kind: 'record' }],
])('of %s from %j: %j', (kind, sender, readers) => {
  expect(readersOf({ kind, sender })).toEqual(readers);
});
