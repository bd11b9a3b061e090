import { seen } from '../../src/domain/referral/face';
import { project } from '../../src/domain/projection';
import { momentOf } from '../../src/domain/record/reading';
import type { Resource } from '../../src/domain/record/resource';
import { T0, fromPartnerCenter, lead } from './builders';

describe('a moment of a resource', () => {
  const NINE = Date.parse('2026-03-02T09:00:00Z');

  it.each([
    '2026-03-02T09:00:00Z',
    '2026-03-02T09:00:00.0000000Z',
    '2026-03-02T10:00:00+01:00',
    '2026-03-02T10:00:00+0100',
    '2026-03-02T04:00:00-05:00',
  ])('%s is nine in UTC', (text) => {
    expect(momentOf(text)).toBe(NINE);
  });

  it.each(['2026-03-02T09:00:00', '2026-03-02T09:00', '2026-03-02T09:00:00.000', '2026-03-02 09:00:00'])(
    'without a zone, %s is UTC: the zone is not left to the machine',
    (text) => {
      const parse = jest.spyOn(Date, 'parse');
      expect(momentOf(text)).toBe(NINE);
      expect(parse).toHaveBeenCalledWith(`${text}Z`);
      parse.mockRestore();
    },
  );

  it('a day is its beginning in UTC; what is no moment is none', () => {
    expect(momentOf('2026-03-02')).toBe(Date.parse('2026-03-02T00:00:00Z'));
    for (const text of ['', 'soon', '03/02/2026', '2026-13-45T00:00:00Z', '2026', null, undefined])
      expect(momentOf(text)).toBeUndefined();
  });
});

const odd: readonly Partial<Resource>[] = [
  { createdDateTime: '', expirationDateTime: 'soon', updatedDateTime: 'yesterday', closedDateTime: '0' },
  { status: null, substatus: null, type: null, qualification: null, direction: null, inviteContext: null },
  { details: null, team: null, target: null, consent: null },
  { details: { dealValue: 1e30, currency: '€', closingDateTime: 'later', notes: '' } },
  { details: { dealValue: '1e5', requirements: { products: [], services: null, solutions: [{}] } } },
  { customerProfile: { name: '', size: null, address: null, team: [{}] } },
  { status: 'Closed', substatus: null, closedDateTime: '9999-12-31T23:59:59.9999999Z' },
  { status: 'Paused' },
];

it.each(odd)('an odd resource is read, and has its place in every list: %j', (over) => {
  const referral = fromPartnerCenter(lead(over), T0);
  expect(Number.isFinite(project(referral).urgency)).toBe(true);
  expect(Number.isFinite(seen(referral).expiresAt)).toBe(true);
  expect(referral.wakeAt === null || Number.isFinite(referral.wakeAt)).toBe(true);
});
