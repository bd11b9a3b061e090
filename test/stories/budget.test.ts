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

const cards = async (): Promise<Loose[]> =>
  (await program.channel()).filter(
    (one) => one.from.bot && one.thread === null && /Customer \d/.test(textOf(one)),
  );

const metrics = async (): Promise<string> => (await fetch(`${program.url}/metrics`)).text();

const most = (times: readonly number[], ms: number): number =>
  Math.max(...times.map((at) => times.filter((other) => other > at - ms && other <= at).length));

it('sixty referrals at once: none is lost, Teams has no reason to refuse one, and people are answered at once', async () => {
  await takeAllIn();
  await say(program, MEGAN, 'help');
  const soon = await cards();
  expect(soon.length).toBeLessThan(COUNT / 2);
  expect(await say(program, MEGAN, 'inbox')).toContain('Customer');
  expect(await health(program, 'teams-budget')).toMatchObject({
    state: 'degraded',
    detail: expect.stringContaining('until Teams'),
  });
  expect(await metrics()).toMatch(/referral_desk_held_back_total\{by="conversation"\} [1-9]/);

  await program.advance('PT2M');
  const all = await cards();
  expect(all.map((one) => /Customer \d+ Ltd/.exec(textOf(one))?.[0]).sort()).toEqual(names);
  const times = all.map((one) => Date.parse(one.timestamp));
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(30_000);
  for (const [ms, limit] of WITHIN) expect(most(times, ms)).toBeLessThanOrEqual(limit);
  // The sandbox's Teams refuses what is above its limits, as Teams does: a pause of this machine may bring that about.
  const [, refused = '0'] =
    /effect_seconds_count\{kind="show",result="retry"\} (\d+)/.exec(await metrics()) ?? [];
  expect(Number(refused)).toBeLessThanOrEqual(2);
  expect(await health(program, 'teams-budget')).toMatchObject({ state: 'ok' });
}, 60_000);

it('after a 429 the channel gets half as much for ten minutes', async () => {
  await fail(program, { on: 'teams', answer: 429, retryAfter: 1 });
  await takeAllIn();
  await program.advance('PT29S');
  const fewer = (await cards()).length;
  expect(fewer).toBeGreaterThan(10);
  expect(fewer).toBeLessThanOrEqual(24);
  await noMoreFaults(program);
  await program.advance('PT3M');
  expect(await cards()).toHaveLength(COUNT);
}, 60_000);
