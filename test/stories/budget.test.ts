import { health, MEGAN, noMoreFaults, fail, say } from './doing';
import { startProgram, textOf, type Loose, type Program } from './program';

const KEY = { authorization: 'Bearer sandbox' };
const COUNT = 60;
/** As Teams sees it: what is sent within the budget may be under way for some time, and arrive closer together. */
const WITHIN = [
  [1_000, 7],
  [2_000, 8],
  [30_000, 50],
] as const;

/** Half of 80 % of the 60 that Teams takes, and the same room for what was under way. */
const HALF_IN_30_S = 26;

let program: Program;
beforeEach(async () => {
  program = await startProgram({ PARTNER_CENTER: 'none' });
  await program.settle();
});
afterEach(() => program.stop());

const names = Array.from({ length: COUNT }, (_, n) => `Customer ${String(n).padStart(2, '0')} Ltd`);

async function takeAllIn(): Promise<void> {
  const { now } = await program.get('/sandbox/clock');
  const leads = names.map((name, n) => ({
    id: `lead-${String(n)}`,
    createdDateTime: now,
    customerProfile: { name },
  }));
  expect((await program.post('/api/referrals', leads, KEY)).status).toBe(200);
}

/** What came at once is one list; when its time to answer runs out, each gets its card and a reminder. */
async function untilAllAreDue(): Promise<void> {
  await takeAllIn();
  await program.advance('PT19H59M');
  expect(await cards()).toEqual([]);
}

const isCard = (one: Loose): boolean => one.thread === null && !/new referral/.test(textOf(one));
const cards = async (): Promise<Loose[]> =>
  (await program.channel()).filter((one) => one.from.bot && isCard(one) && /Customer \d/.test(textOf(one)));

const metrics = async (): Promise<string> => (await fetch(`${program.url}/metrics`)).text();

const most = (times: readonly number[], ms: number): number =>
  Math.max(...times.map((at) => times.filter((other) => other > at - ms && other <= at).length));

it('sixty cards and sixty reminders at once: none is lost, Teams has no reason to refuse one, and people are answered at once', async () => {
  await untilAllAreDue();
  await program.advance('PT1M');
  await say(program, MEGAN, 'help');
  const soon = await cards();
  expect(soon.length).toBeLessThan(COUNT / 2);
  expect(await say(program, MEGAN, 'inbox')).toContain('Customer');
  expect(await health(program, 'teams-budget')).toMatchObject({
    state: 'degraded',
    detail: expect.stringContaining('until Teams'),
  });
  expect(await metrics()).toMatch(/referral_desk_held_back_total\{by="conversation"\} [1-9]/);

  await program.advance('PT4M');
  const all = await cards();
  expect(all.map((one) => /Customer \d+ Ltd/.exec(textOf(one))?.[0]).sort()).toEqual(names);
  const sent = (await program.channel()).filter((one) => one.from.bot);
  expect(sent.filter((one) => /Nobody has answered/.test(textOf(one)))).toHaveLength(COUNT);
  const times = sent.map((one) => Date.parse(one.timestamp)).slice(-2 * COUNT);
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(30_000);
  // These are times of arrival: a pause of this machine brings two that were sent apart together.
  for (const [ms, limit] of WITHIN) expect(most(times, ms)).toBeLessThanOrEqual(limit + 2);
  // The sandbox's Teams refuses what is above its limits, as Teams does: a pause of this machine may bring that about.
  const [, refused = '0'] =
    /effect_seconds_count\{kind="show",result="retry"\} (\d+)/.exec(await metrics()) ?? [];
  expect(Number(refused)).toBeLessThanOrEqual(2);
  expect(await health(program, 'teams-budget')).toMatchObject({ state: 'ok' });
});

it('after a 429 the channel gets half as much for ten minutes', async () => {
  await untilAllAreDue();
  const before = (await program.channel()).length;
  await fail(program, { on: 'teams', answer: 429, retryAfter: 1 });
  await program.advance('PT3M');
  const times = (await program.channel()).slice(before).map((one) => Date.parse(one.timestamp));
  expect(times.length).toBeGreaterThan(10);
  expect(most(times, 30_000)).toBeLessThanOrEqual(HALF_IN_30_S);
  await noMoreFaults(program);
  await program.advance('PT10M');
  expect(await cards()).toHaveLength(COUNT);
});
