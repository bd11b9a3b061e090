import fc from 'fast-check';
import {
  dayIn,
  dayOf,
  endOfMonth,
  endOfNextMonth,
  endOfQuarter,
  endOfYear,
  isDay,
  later,
  weekday,
} from '../../src/domain/record/dates';

describe('A day', () => {
  it.each([
    ['2026-12-31', true],
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['26-01-01', false],
    ['2026-1-1', false],
    ['2026-12-31T00:00:00Z', false],
    ['+002026-12-31', false],
    ['tomorrow', false],
    ['', false],
  ])('%j is one: %s', (text, is) => {
    expect(isDay(text)).toBe(is);
  });

  it('depends on the zone, at the same moment', () => {
    const moment = Date.parse('2026-11-21T23:30:00Z');
    expect(dayIn(moment, 'UTC')).toBe('2026-11-21');
    expect(dayIn(moment, 'Europe/Berlin')).toBe('2026-11-22');
    expect(dayIn(moment, 'America/Los_Angeles')).toBe('2026-11-21');
    expect(dayIn(moment, 'Pacific/Kiritimati')).toBe('2026-11-22');
    expect(dayIn(moment, 'No/Such_Zone')).toBe('2026-11-21');
  });

  it.each([
    ['2026-11-21', '2026-12-31'],
    ['2026-12-31', '2027-01-31'],
    ['2027-01-31', '2027-02-28'],
    ['2028-01-30', '2028-02-29'],
  ])('%s has %s as the end of its next month', (day, end) => {
    expect(endOfNextMonth(day)).toBe(end);
  });

  it('knows the ends of its month, quarter and year, and its weekday', () => {
    expect(endOfMonth('2026-11-21')).toBe('2026-11-30');
    expect(endOfQuarter('2026-11-21')).toBe('2026-12-31');
    expect(endOfYear('2026-11-21')).toBe('2026-12-31');
    expect(weekday('2026-11-21')).toBe(6);
    expect(dayOf(2026, 2, 30)).toBeUndefined();
    expect(dayOf(999, 1, 1)).toBeUndefined();
  });

  it('and so many days later is a later day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (days) => {
        const then = later('2026-11-21', { days });
        expect(isDay(then) && then > '2026-11-21').toBe(true);
        expect(later(then, { days: -days })).toBe('2026-11-21');
      }),
    );
  });
});
