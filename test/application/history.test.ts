import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StoreUnavailable } from '../../src/application/ports/faults';
import { stepReferral } from '../../src/application/living/step-referral';
import type { History, Store } from '../../src/application/ports/store';
import { receiveReferral } from '../../src/application/receive/receive-referral';
import type { Person } from '../../src/domain/person/person';
import { HOUR, T0, accept, called, hotLead, run } from '../domain/builders';
import { openDesk, type Desk0 } from './support';

const MEGAN = { id: 't/megan', name: 'megan' };

async function begin(options: Parameters<typeof openDesk>[0] = {}): Promise<{ desk: Desk0; megan: Person }> {
  const desk = await openDesk(options);
  desk.partnerCenter.has(hotLead());
  const megan = await desk.person('megan');
  await desk.bind('19:sales', [megan]);
  await receiveReferral(desk.world, hotLead(), 'partner-center');
  await stepReferral(desk.world, 'acme/r-1', run(accept(MEGAN)));
  await desk.at(T0 + HOUR);
  return { desk, megan };
}

const call = (desk: Desk0, n: number): Promise<unknown> =>
  stepReferral(desk.world, 'acme/r-1', run(called(MEGAN, 'reached', `c${String(n)}`)));

async function calls(desk: Desk0, from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n += 1) await call(desk, n);
  // So many writes at once can win twenty races against the dispatcher, which lets the referral be for two seconds then.
  desk.realTime(3_000);
}

/** All pages from the newest line on. */
async function pages(
  desk: Desk0,
  by: Person,
): Promise<{ numbers: number[]; calls: number; longest: number }> {
  const { audited = 0 } = await desk.referral();
  const lines = [];
  let longest = 0;
  for (let from: number | undefined = audited; from !== undefined;) {
    const page = await desk.useCases.lists.past('acme/r-1', by, from);
    if (page.kind !== 'past') throw new Error(page.kind);
    lines.push(...page.lines);
    longest = Math.max(longest, page.lines.length);
    from = page.next;
  }
  return {
    numbers: lines.map(({ n }) => n),
    calls: lines.filter(({ what }) => what === 'called').length,
    longest,
  };
}

const downFrom = (n: number): number[] => Array.from({ length: n }, (_, at) => n - at);

describe('what happened long ago', () => {
  it('is in the history and not in the document, and is paged from both, ten at a time', async () => {
    const { desk, megan } = await begin();
    await calls(desk, 1, 75);
    await desk.at(T0 + 2 * HOUR);

    const { audit, audited = 0, leaving, outbox } = await desk.referral();
    expect([audit.length, leaving, outbox.length]).toEqual([50, undefined, 0]);
    expect(await desk.world.history.before('acme/r-1', 1_000, 1_000)).toHaveLength(audited - 50);
    expect(await pages(desk, megan)).toEqual({ numbers: downFrom(audited), calls: 75, longest: 10 });
    await desk.close();
  });

  it('is for those alone who may see the referral', async () => {
    const { desk } = await begin();
    await calls(desk, 1, 60);
    desk.teams.roster.length = 0;
    const lidia = await desk.useCases.people.see({
      tenant: 't',
      aadObjectId: 'lidia',
      name: 'lidia',
      teamsId: '29:lidia',
    });
    expect(await desk.useCases.lists.past('acme/r-1', lidia, 20)).toEqual({ kind: 'not-yours' });
    expect(await desk.useCases.lists.past('acme/r-2', lidia, 20)).toEqual({ kind: 'not-found' });
    await desk.close();
  });
});

describe('while the history cannot be written', () => {
  it('all else of the referral goes on and nothing is lost; later all is there once', async () => {
    const state = { down: true, tried: 0 };
    const history = (real: History): History => ({
      before: (...given) => real.before(...given),
      keep: (...given) => {
        state.tried += 1;
        return state.down ? Promise.reject(new StoreUnavailable('it is full')) : real.keep(...given);
      },
    });
    const { desk, megan } = await begin({ history });
    await calls(desk, 1, 70);
    const sent = desk.teams.sent.length;
    await desk.at(T0 + 2 * HOUR);

    const stuck = await desk.referral();
    expect(state.tried).toBeGreaterThan(0);
    expect(desk.teams.sent.length).toBeGreaterThan(sent);
    expect(stuck.outbox).toMatchObject([
      { kind: 'keep-history', problem: expect.stringContaining('it is full') },
    ]);
    expect(await pages(desk, megan)).toMatchObject({ numbers: downFrom(stuck.audited ?? 0), calls: 70 });

    state.down = false;
    await desk.at(T0 + 6 * HOUR);
    const after = await desk.referral();
    expect([after.leaving, after.outbox]).toEqual([undefined, []]);
    expect(await pages(desk, megan)).toMatchObject({ numbers: downFrom(after.audited ?? 0), calls: 70 });
    await desk.close();
  });
});

describe('killed after a write to the history and before the document knows', () => {
  it('writes the same rows again: each line once, in its place', async () => {
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-')), 'desk.db');
    const state = { armed: false, dead: false };
    const store = (real: Store): Store =>
      new Proxy(real, {
        get: (target, name) => {
          const member = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
          return (...given: unknown[]) =>
            state.dead ? Promise.reject(new Error('killed')) : member.apply(target, given);
        },
      });
    const history = (real: History): History => ({
      before: (...given) => real.before(...given),
      keep: async (...given) => {
        await real.keep(...given);
        state.dead = state.armed;
      },
    });
    const { desk } = await begin({ file, store, history, holder: 'first' });
    await calls(desk, 1, 55);
    state.armed = true;
    await desk.at(T0 + 2 * HOUR).catch(() => undefined);
    expect(state.dead).toBe(true);
    await desk.close();

    const next = await openDesk({ file, before: desk, holder: 'second' });
    next.realTime(60_000);
    const before = await next.referral();
    const written = await next.world.history.before('acme/r-1', 1_000, 1_000);
    expect(before.leaving?.length).toBeGreaterThan(0);
    expect(written.length).toBeGreaterThan(0);
    const megan = await next.person('megan');
    expect((await pages(next, megan)).numbers).toEqual(downFrom(before.audited ?? 0));

    await calls(next, 56, 60);
    await next.at(T0 + 3 * HOUR);
    const after = await next.referral();
    expect(after.leaving).toBeUndefined();
    expect(await pages(next, megan)).toEqual({
      numbers: downFrom(after.audited ?? 0),
      calls: 60,
      longest: 10,
    });
    expect(await next.world.history.before('acme/r-1', 1_000, written.length + 1)).toHaveLength(
      written.length + 1,
    );
    await next.close();
  });
});
