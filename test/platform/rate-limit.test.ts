import { createRateLimit, type RateLimit } from '../../src/platform/rate-limit';

const time = { now: 1_000_000 };
const taken = (times: number, limit: RateLimit): number[] =>
  Array.from({ length: times }, () => limit.take('one'));

beforeEach(() => {
  time.now = 1_000_000;
});

it('lets so many pass in a minute, each caller by itself, and says for how long there is none', () => {
  const limit = createRateLimit(2, () => time.now);
  expect(taken(3, limit)).toEqual([0, 0, 60]);
  expect(limit.take('another')).toBe(0);
  time.now += 59_500;
  expect(limit.take('one')).toBe(1);
  time.now += 500;
  expect(limit.take('one')).toBe(0);
});

it('holds up nobody for hours because the clock was set back', () => {
  const limit = createRateLimit(2, () => time.now);
  expect(taken(3, limit).at(-1)).toBe(60);
  time.now -= 3_600_000;
  expect(limit.take('one')).toBe(0);
});
