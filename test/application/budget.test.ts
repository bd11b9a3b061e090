import { createBudget } from '../../src/application/budget/budget';
import type { Budget } from '../../src/application/ports/ports';
import { PUBLISHED, type LimitOf } from '../../src/domain/budget/limits';

const TENANT = 't';

/** Chance that comes again with the same seed (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Several processes over one store, each answer of which comes late by some turns. */
function processes(count: number, chance: () => number) {
  const time = { now: 1_700_000_000_000 };
  const kept = new Map<string, string>();
  const late = async (): Promise<void> => {
    for (let turns = Math.floor(chance() * 4); turns > 0; turns -= 1) await Promise.resolve();
  };
  const store = {
    tally: async (key: string) => {
      await late();
      return kept.get(key);
    },
    swapTally: async (key: string, from: string | undefined, to: string) => {
      await late();
      if (kept.get(key) !== from) return false;
      kept.set(key, to);
      await late();
      return true;
    },
  };
  const held = { conversation: 0, tenant: 0 };
  const budgets = Array.from({ length: count }, () =>
    createBudget({
      store,
      clock: { now: () => time.now, real: () => time.now },
      settings: {},
      metrics: { heldBack: (by: LimitOf) => void (held[by] += 1) },
      log: { warn: () => undefined },
    } as unknown as Parameters<typeof createBudget>[0]),
  );
  return { time, budgets, held };
}

const most = (times: readonly number[], ms: number): number => {
  let [first, found] = [0, 0];
  times.forEach((at, index) => {
    while ((times[first] ?? 0) <= at - ms) first += 1;
    found = Math.max(found, index - first + 1);
  });
  return found;
};

function expectWithin(times: readonly number[], of: LimitOf): void {
  for (const { ms, most: limit } of PUBLISHED[of])
    expect(most(times, ms)).toBeLessThanOrEqual(Math.floor(limit * 0.8));
}

const ask = (budget: Budget | undefined, conversation: string, id: string, deadline = 0) =>
  budget?.ask({ conversation, tenant: TENANT }, () => ({ id, deadline }));

it.each([1, 2, 3, 4, 5, 6])(
  'no window is ever over its limit, whoever asks and whenever (%i)',
  async (seed) => {
    const chance = chanceOf(seed);
    const { time, budgets, held } = processes(1 + (seed % 4), chance);
    const sent = new Map<string, number[]>();
    const note = (key: string): void => void sent.set(key, [...(sent.get(key) ?? []), time.now]);
    for (let round = 0; round < 900; round += 1) {
      // Now and then a long pause, else a rush.
      time.now += Math.floor(chance() ** 8 * 20_000);
      const asked = Array.from({ length: Math.ceil(chance() * 12) }, async (_, index) => {
        const conversation = chance() < 0.6 ? 'channel' : `chat ${Math.floor(chance() * 60)}`;
        const budget = budgets[Math.floor(chance() * budgets.length)];
        if ((await ask(budget, conversation, `${round} ${index}`)) !== undefined) return;
        note(conversation);
        note(TENANT);
      });
      await Promise.all(asked);
    }
    for (const [key, times] of sent) expectWithin(times, key === TENANT ? 'tenant' : 'conversation');
    expect(sent.get('channel')?.length).toBeGreaterThan(100);
    expect(held.conversation).toBeGreaterThan(0);
  },
);

it('everybody in the tenant together stays within its limit', async () => {
  const { time, budgets, held } = processes(3, chanceOf(7));
  const sent: number[] = [];
  for (let round = 0; round < 60; round += 1, time.now += 50) {
    const all = Array.from({ length: 9 }, async (_, index) => {
      if ((await ask(budgets[index % 3], `chat ${round} ${index}`, `${round} ${index}`)) === undefined)
        sent.push(time.now);
    });
    await Promise.all(all);
  }
  expectWithin(sent, 'tenant');
  expect(sent.length).toBeGreaterThan(60);
  expect(held.tenant).toBeGreaterThan(0);
});

it('who is held back is told when, the nearest deadline first', async () => {
  const { time, budgets } = processes(1, chanceOf(1));
  const [budget] = budgets;
  for (let n = 0; n < 5; n += 1) expect(await ask(budget, 'channel', `first ${n}`)).toBeUndefined();
  const late = await ask(budget, 'channel', 'due late', time.now + 86_400_000);
  const last = await ask(budget, 'channel', 'a list', Infinity);
  const soon = await ask(budget, 'channel', 'due soon', time.now + 60_000);
  expect(soon).toBeGreaterThan(time.now);
  expect(soon).toBeLessThanOrEqual(late ?? 0);
  expect(last).toBeGreaterThan(late ?? Infinity);
  time.now = soon ?? 0;
  expect(await ask(budget, 'channel', 'due soon', 0)).toBeUndefined();
});

it('answers count and are never held back', async () => {
  const { budgets } = processes(2, chanceOf(1));
  const [one, other] = budgets;
  await one?.sent({ conversation: 'channel', tenant: TENANT }, 30);
  expect(await ask(other, 'channel', 'a')).toBeGreaterThan(0);
  expect(await ask(other, 'chat', 'b')).toBeUndefined();
});

it('what one process was refused, all are careful with', async () => {
  const { budgets } = processes(2, chanceOf(1));
  const [one, other] = budgets;
  await one?.throttled({ conversation: 'channel', tenant: TENANT });
  const asked = await Promise.all(['a', 'b', 'c'].map(async (id) => ask(other, 'channel', id)));
  expect(asked.filter((at) => at === undefined)).toHaveLength(2);
  expect(await Promise.all(['a', 'b', 'c'].map(async (id) => ask(other, 'chat', id)))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
