import { toPatch } from '../../../src/adapters/partner-center/to-patch';
import { seen } from '../../../src/domain/referral/face';
import { facts, fromPartnerCenter, go, iso, lead, T0 } from '../builders';

const closing = (closingDateTime: string) =>
  fromPartnerCenter(lead({ status: 'Active', details: { closingDateTime } }));

describe("a close date is a day in the desk's zone", () => {
  it.each([
    // Midnight in Berlin, in winter and in summer, as Partner Center keeps it.
    ['2026-03-30T22:00:00Z', '2026-03-31'],
    ['2026-12-30T23:00:00Z', '2026-12-31'],
    ['2026-06-29T23:00:00.0000000Z', '2026-06-30'],
    // Without a zone it stays that day, wherever it is read.
    ['2026-03-31T00:00:00Z', '2026-03-31'],
    ['2026-03-31T00:00:00.0000000Z', '2026-03-31'],
  ])('%s is read as %s', (moment, day) => {
    expect(seen(closing(moment)).deal.closeDate).toBe(day);
  });

  it('west of Greenwich, too', () => {
    const zone = { ...facts(T0).desk!, zone: 'America/Sao_Paulo' };
    const resource = lead({
      status: 'Active',
      updatedDateTime: iso(T0 + 1),
      details: { closingDateTime: '2026-03-04T03:00:00Z' },
    });
    const read = go(fromPartnerCenter(), { kind: 'observed', resource }, T0 + 1, { desk: zone });
    expect(seen(read).deal.closeDate).toBe('2026-03-04');
  });

  it.each([
    ['Europe/Berlin', '2026-12-31', '2026-12-30T23:00:00Z'],
    ['America/Sao_Paulo', '2026-03-04', '2026-03-04T03:00:00Z'],
    ['UTC', '2026-12-31', '2026-12-31T00:00:00Z'],
    ['Mars/Olympus', '2026-12-31', '2026-12-31T00:00:00Z'],
  ])('in %s %s is written as %s', (zone, closeDate, value) => {
    expect(toPatch(lead(), { closeDate }, zone)).toEqual([
      { op: 'replace', path: '/details/closingDateTime', value },
    ]);
  });
});
