import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stepReferral } from '../../src/application/living/step-referral';
import type { Store } from '../../src/application/ports/store';
import { receiveReferral } from '../../src/application/receive/receive-referral';
import { seen } from '../../src/domain/referral/face';
import { HOUR, T0, accept, hotLead, run } from '../domain/builders';
import { openDesk, type Desk0 } from './support';

/** What happens in one life of a referral, each at its time; what fails is done again by whoever did it. */
const LIFE: readonly (readonly [number, (desk: Desk0) => Promise<unknown>])[] = [
  [0, (desk) => receiveReferral(desk.world, hotLead(), 'partner-center')],
  [HOUR, () => Promise.resolve()],
  [2 * HOUR, (desk) => stepReferral(desk.world, 'acme/r-1', run(accept({ id: 't/megan', name: 'megan' })))],
  [2 * HOUR + 5_000, () => Promise.resolve()],
  [4 * HOUR, () => Promise.resolve()],
];

/** From its n-th write on the program is dead: nothing that it does reaches the store any more. */
function killedAt(n: number, state: { writes: number; dead: boolean }): (store: Store) => Store {
  return (store) =>
    new Proxy(store, {
      get: (target, name) => {
        const member = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
        return (...given: unknown[]) => {
          if (name === 'save' || name === 'insert') state.dead ||= (state.writes += 1) > n;
          return state.dead ? Promise.reject(new Error('killed')) : member.apply(target, given);
        };
      },
    });
}

interface Lived {
  readonly desk: Desk0;
  readonly writes: number;
}

/** Lives the life, killed at its n-th write and started again when the dead one's leases are over. */
async function lived(n: number): Promise<Lived> {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-')), 'desk.db');
  const set = await openDesk({ file });
  set.partnerCenter.has(hotLead());
  await set.bind('19:sales', [await set.person('megan')], [await set.person('nestor')]);
  await set.close();
  const state = { writes: 0, dead: false };
  let desk = await openDesk({ file, before: set, store: killedAt(n, state), holder: 'first' });
  for (const [after, act] of LIFE) {
    for (let again = 0; again < 2; again += 1) {
      await act(desk).catch(() => undefined);
      await desk.at(T0 + after).catch(() => undefined);
      if (!state.dead) break;
      await desk.close();
      state.dead = false;
      desk = await openDesk({ file, before: set, holder: 'second' });
      desk.realTime(60_000);
    }
  }
  return { desk, writes: state.writes };
}

it('killed between any two writes: nothing is lost, and nothing that was known as done is done again', async () => {
  const whole = await lived(Infinity);
  const usual = {
    sent: whole.desk.teams.sent.length,
    patches: patches(whole.desk),
    notices: whole.desk.teams.notices(),
  };
  expect(usual.patches).toBe(1);
  expect(usual.notices).toEqual(['reminder', 'reminder']);
  await whole.desk.close();
  for (let n = 0; n < whole.writes; n += 1) {
    const { desk } = await lived(n);
    const referral = await desk.referral();
    const told = `killed at write ${String(n)}`;
    expect([told, seen(referral).stage, referral.own.owner?.name, referral.intents, referral.outbox]).toEqual(
      [told, 'accepted', 'megan', [], []],
    );
    expect(desk.partnerCenter.records.get('r-1')).toMatchObject({
      status: 'Active',
      name: 'Tailspin Toys – Microsoft 365',
    });
    // What was on its way when it was killed may come twice: one effect a lane.
    expect([0, 1, 2]).toContain(desk.teams.sent.length - usual.sent);
    expect([0, 1]).toContain(patches(desk) - usual.patches);
    expect([told, desk.teams.notices().length >= usual.notices.length]).toEqual([told, true]);
    await desk.close();
  }
});

const patches = (desk: Desk0): number =>
  desk.partnerCenter.calls.filter((call) => call.startsWith('patch')).length;
