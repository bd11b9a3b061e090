import { createClockRoutes, createSandboxClock, type SandboxClock } from '../../src/sandbox/clock';
import { memoryRecords } from '../support/memory-records';
import type { Loose } from './teams/sandbox-under-test';
import { hostRoutes } from './teams/route-host';

const START = Date.parse('2026-11-21T09:00:00Z');
const HOUR = 3_600_000;

const at = async (records = memoryRecords(), options: { real?: number; start?: number } = {}) => {
  const time = { real: options.real ?? START };
  const start = options.start === undefined ? {} : { start: options.start };
  const clock = createSandboxClock({ real: () => time.real, records, ...start });
  await clock.load();
  return { clock, time, records };
};

describe('the clock of the sandbox', () => {
  it('runs with real time, moves ahead, and never goes back', async () => {
    const { clock, time } = await at();
    time.real += 1_000;
    expect(clock.now()).toBe(START + 1_000);
    await clock.moveTo(START + HOUR);
    expect(clock.now()).toBe(START + HOUR);
    await clock.moveTo(START);
    time.real -= HOUR;
    expect(clock.now()).toBe(START + HOUR);
  });

  it('keeps its offset over a restart, and begins at the set time only in a new database', async () => {
    const { clock, records } = await at(memoryRecords(), { start: START + 24 * HOUR });
    expect(clock.now()).toBe(START + 24 * HOUR);
    await clock.moveTo(START + 30 * HOUR);
    const again = await at(records, { real: START + HOUR, start: START + 100 * HOUR });
    expect(again.clock.now()).toBe(START + 31 * HOUR);
    const setBack = await at(records, { real: START - 50 * HOUR });
    expect(setBack.clock.now()).toBe(START + 30 * HOUR);
  });
});

/** A worker with work at fixed moments, which writes down when it did it. */
async function hosted(
  clock: SandboxClock,
  due: number[],
  options: { maxMoves?: number; stuck?: boolean } = {},
) {
  const worked: number[] = [];
  const next = (upTo: number) => due.filter((one) => one <= upTo).sort((a, b) => a - b)[0];
  const routes = createClockRoutes({
    clock,
    nextDue: async (upTo) => next(upTo),
    runDue: async () => {
      if (options.stuck) return 0;
      const done = due.filter((one) => one <= clock.now());
      for (const one of done) {
        due.splice(due.indexOf(one), 1);
        worked.push(clock.now());
      }
      return done.length;
    },
    ...(options.maxMoves === undefined ? {} : { maxMoves: options.maxMoves }),
  });
  const host = await hostRoutes(routes);
  const post = async (body: unknown) => {
    const response = await fetch(`${host.url}/sandbox/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Loose };
  };
  return { host, post, worked };
}

describe('moving it over HTTP', () => {
  it('goes from one due moment to the next in order, also to those that come up on the way', async () => {
    const { clock } = await at();
    const due = [START + 4 * HOUR, START + HOUR, START + 30 * HOUR];
    const { host, post, worked } = await hosted(clock, due);
    expect(await post({ advance: 'PT12H' })).toEqual({
      status: 200,
      body: { now: '2026-11-21T21:00:00.000Z', wakes: 2 },
    });
    expect(worked).toEqual([START + HOUR, START + 4 * HOUR]);
    const to = await post({ to: '2026-11-22T15:00:00Z' });
    expect(to.body).toEqual({ now: '2026-11-22T15:00:00.000Z', wakes: 1 });
    const now = await (await fetch(`${host.url}/sandbox/clock`)).json();
    expect(now).toEqual({ now: '2026-11-22T15:00:00.000Z' });
    await host.close();
  });

  it('makes a second call wait for the first', async () => {
    const { clock } = await at();
    const [, route] = createClockRoutes({ clock, nextDue: async () => undefined, runDue: async () => 0 });
    const post = (body: unknown): Loose => route!.handle({ body } as Loose);
    const both = await Promise.all([post({ advance: 'PT2H' }), post({ advance: 'PT3H' })]);
    expect(both.map((one) => one.body.now)).toEqual(['2026-11-21T11:00:00.000Z', '2026-11-21T14:00:00.000Z']);
  });

  it('leaps to the end when too much is due or something does not get done, and says so', async () => {
    const { clock } = await at();
    const many = await hosted(
      clock,
      [1, 2, 3, 4, 5].map((hours) => START + hours * HOUR),
      { maxMoves: 3 },
    );
    expect((await many.post({ advance: 'PT6H' })).body).toEqual({
      now: '2026-11-21T15:00:00.000Z',
      wakes: 5,
      jumped: 'after 3 moves',
    });
    const stuck = await hosted(clock, [START], { stuck: true });
    expect((await stuck.post({ advance: 'PT1H' })).body).toMatchObject({
      now: '2026-11-21T16:00:00.000Z',
      jumped: expect.stringContaining('could not be worked off'),
    });
    await many.host.close();
    await stuck.host.close();
  });

  it.each([
    [{}],
    [[]],
    ['PT1H'],
    [{ advance: 'an hour' }],
    [{ advance: 5 }],
    [{ advance: '-PT1H' }],
    [{ advance: 'P401D' }],
    [{ to: '2026-11-20T09:00:00Z' }],
    [{ to: 'tomorrow' }],
    [{ to: '2026-11-22T09:00:00Z', advance: 'PT1H' }],
  ])('refuses %j in words', async (body) => {
    const { clock } = await at();
    const { host, post } = await hosted(clock, []);
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 400, body: { status: 400, detail: expect.any(String) } });
    expect(clock.now()).toBe(START);
    await host.close();
  });
});
