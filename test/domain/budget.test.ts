import { EMPTY, enter, give, halved, opensAt, refusedFor, type Ledger } from '../../src/domain/budget/ledger';
import { partOf, PUBLISHED } from '../../src/domain/budget/limits';

const CHANNEL = partOf(PUBLISHED.conversation, 80);
const TENANT = partOf(PUBLISHED.tenant, 80);
const HOUR_MS = 3_600_000;

/** As many as are let out one by one from `now` on, each `every` ms, until one is not. */
function letOut(ledger: Ledger, now: number, every = 0): { ledger: Ledger; count: number; at: number } {
  for (let [count, at, known] = [0, now, ledger]; ; count += 1, at += every) {
    const block = give(known, 1, at, CHANNEL);
    if (!block) return { ledger: known, count, at };
    known = block.ledger;
  }
}

it('80 % of what is published, and never nothing', () => {
  expect(CHANNEL.map(({ most }) => most)).toEqual([5, 6, 48, 1_440]);
  expect(TENANT.map(({ most }) => most)).toEqual([40]);
  expect(partOf(PUBLISHED.conversation, 1).map(({ most }) => most)).toEqual([1, 1, 1, 18]);
});

it('says when there is room, and there is', () => {
  let { ledger, count } = letOut(EMPTY, 0);
  expect(count).toBe(5);
  const opens = opensAt(ledger, 1, 0, CHANNEL);
  expect(give(ledger, 1, opens - 1, CHANNEL)).toBeUndefined();
  expect(give(ledger, 1, opens, CHANNEL)).toBeDefined();
  // One at a time, each as soon as it may: the half minute is full in the end.
  let now = opens;
  for (count = 5; now < 30_000; count += 1) {
    const block = give(ledger, 1, now, CHANNEL);
    if (!block) break;
    ledger = block.ledger;
    now = opensAt(ledger, 1, now, CHANNEL);
  }
  expect(count).toBe(48);
});

it('places for many are spread over the windows that they need', () => {
  const { ledger } = letOut(EMPTY, 0);
  const [second, fiftieth, last] = [2, 50, 2_000].map((n) => opensAt(ledger, n, 0, CHANNEL));
  expect(second).toBeLessThan(5_000);
  expect(fiftieth).toBeGreaterThanOrEqual(30_000);
  expect(last).toBeGreaterThanOrEqual(HOUR_MS);
});

it('after a 429 half of it for ten minutes', () => {
  const ledger = halved(EMPTY, 0);
  expect(letOut(ledger, 0).count).toBe(2);
  expect(letOut(ledger, 599_999).count).toBe(2);
  expect(letOut(ledger, 600_000).count).toBe(5);
});

it('a tenant is halved by the third conversation within a minute, not by one that is refused often', () => {
  const often = [0, 1, 2, 3].reduce((ledger, at) => refusedFor(ledger, 'one', at), EMPTY);
  expect(often.halvedUntil).toBeUndefined();
  const slow = refusedFor(refusedFor(often, 'two', 50_000), 'three', 61_000);
  expect(slow.halvedUntil).toBeUndefined();
  expect(refusedFor(slow, 'four', 70_000).halvedUntil).toBe(670_000);
});

it('what was sent without asking counts', () => {
  expect(letOut(enter(EMPTY, 4, 0, CHANNEL), 0).count).toBe(1);
  expect(letOut(enter(EMPTY, 9, 0, CHANNEL), 1_999).count).toBe(0);
});

it('an hour at full rate is kept in few words', () => {
  let ledger = EMPTY;
  for (let now = 0; now < 2 * HOUR_MS; now = Math.max(now + 1, opensAt(ledger, 1, now, CHANNEL)))
    ledger = give(ledger, 1, now, CHANNEL)?.ledger ?? ledger;
  expect(ledger.given.length).toBeLessThan(300);
});
