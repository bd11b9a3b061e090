import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stepDesk } from '../../src/application/living/step-others';
import { startPolling } from '../../src/application/sync/poll';
import type { Store } from '../../src/application/ports/store';
import { lead, MINUTE, T0 } from '../domain/builders';
import { openDesk, type Desk0 } from './support';

const opened: Desk0[] = [];
const open = async (...given: Parameters<typeof openDesk>): Promise<Desk0> => {
  const desk = await openDesk(...given);
  opened.push(desk);
  return desk;
};
afterEach(async () => {
  for (const desk of opened.splice(0)) await desk.close();
});

const newFile = (): string => path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-')), 'desk.db');
const isNamed = (n: number): object => ({
  id: `r-${String(n)}`,
  customerProfile: { name: `Customer ${String(n)}` },
});
const records = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => ({ ...lead(), ...isNamed(from + n) }));

/** What was posted to channels anew: cards and lists. */
const posted = ({ teams }: Pick<Desk0, 'teams'>, channel?: string) =>
  teams.sent.filter(
    ({ how, address }) =>
      how === 'post' && address.to === 'channel' && (channel === undefined || address.desk.id === channel),
  );
const kinds = (desk: Pick<Desk0, 'teams'>, channel?: string): string[] =>
  posted(desk, channel).map(({ message }) => message.kind);
/** How many the newest drawing of a list counts. */
const counted = ({ teams }: Pick<Desk0, 'teams'>): number | undefined =>
  teams.sent.flatMap(({ message }) => (message.kind === 'listed' ? [message.total] : [])).at(-1);

it('what one poll brings is one list', async () => {
  const desk = await open();
  await desk.bind('19:sales', [await desk.person('megan')]);
  for (const record of records(30)) desk.partnerCenter.has(record);
  await startPolling(desk.world);
  await desk.at(T0);
  await desk.at(T0 + MINUTE);
  expect(kinds(desk)).toEqual(['listed']);
  expect(counted(desk)).toBe(30);
});

it('what waited for a desk comes to it as one list; a second desk that takes over has one of its own', async () => {
  const desk = await open({ connected: false });
  for (const record of records(30)) await desk.useCases.receive.intake(record);
  await desk.bind('19:sales', [await desk.person('megan')]);
  await desk.at(T0 + MINUTE);
  expect(kinds(desk)).toEqual(['listed']);
  await desk.bind('19:second', [await desk.person('diego')]);
  await stepDesk(desk.world, '19:sales', {
    kind: 'unbound',
    by: { id: 't/megan', name: 'megan' },
    heir: { id: '19:second', name: 'second' },
  });
  await desk.at(T0 + 2 * MINUTE);
  await desk.at(T0 + 3 * MINUTE);
  expect(kinds(desk, '19:second')).toEqual(['listed']);
  expect(counted(desk)).toBe(30);
});

it('what came while the channel was out of reach is one list once it is back', async () => {
  const desk = await open({ connected: false });
  await desk.bind('19:sales', [await desk.person('megan')]);
  await desk.useCases.desks.changed({ kind: 'team-closed', team: 'team-19:sales' });
  for (const record of records(12)) await desk.useCases.receive.intake(record);
  await desk.at(T0 + MINUTE);
  expect(kinds(desk)).toEqual([]);
  await desk.useCases.desks.installed('team-19:sales', 'https://smba.trafficmanager.net/emea/');
  await desk.at(T0 + 2 * MINUTE);
  await desk.at(T0 + 3 * MINUTE);
  expect(kinds(desk)).toEqual(['listed']);
  expect(counted(desk)).toBe(12);
});

it('two processes count together: ten cards and one list of the rest', async () => {
  const file = newFile();
  const one = await open({ file, connected: false, holder: 'one' });
  await one.bind('19:sales', [await one.person('megan')]);
  const other = await open({ file, connected: false, holder: 'other', before: one });
  for (const [n, record] of records(24).entries()) {
    const desk = n % 2 === 0 ? one : other;
    await desk.useCases.receive.intake(record);
    await Promise.all([one.at(T0 + n * 1_000), other.at(T0 + n * 1_000)]);
  }
  await Promise.all([one.at(T0 + MINUTE), other.at(T0 + MINUTE)]);
  expect(kinds(one).filter((kind) => kind === 'card')).toHaveLength(10);
  expect(kinds(one).filter((kind) => kind === 'listed')).toHaveLength(1);
  expect(counted(one)).toBe(14);
});

/** From its n-th write on the program is dead: nothing that it does reaches the store any more. */
const killedAt =
  (n: number, state: { writes: number }) =>
  (store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        const member = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
        return (...given: unknown[]) => {
          const isWrite = name === 'save' || name === 'insert' || name === 'swapTally';
          if (isWrite) state.writes += 1;
          return state.writes > n ? Promise.reject(new Error('killed')) : member.apply(target, given);
        };
      },
    });

it('killed between any two writes: each is a card or a row, and none is both', async () => {
  const life = async (n: number): Promise<{ desk: Desk0; writes: number }> => {
    const file = newFile();
    const before = await openDesk({ file, connected: false });
    await before.bind('19:sales', [await before.person('megan')]);
    await before.close();
    const state = { writes: 0 };
    const first = await openDesk({
      file,
      connected: false,
      before,
      store: killedAt(n, state),
      holder: 'first',
    });
    const all = records(12);
    await first.useCases.receive.coming(all).catch(() => undefined);
    for (const record of all) await first.useCases.receive.intake(record).catch(() => undefined);
    for (const at of [T0, T0 + MINUTE]) await first.at(at).catch(() => undefined);
    await first.close();
    const { writes } = state;
    const desk = await openDesk({ file, connected: false, before, holder: 'second' });
    desk.realTime(60_000);
    await desk.useCases.receive.coming(all);
    for (const record of all) await desk.useCases.receive.intake(record);
    for (const at of [T0 + MINUTE, T0 + 2 * MINUTE]) await desk.at(at);
    return { desk, writes };
  };
  const whole = await life(Infinity);
  await whole.desk.close();
  expect(whole.writes).toBeGreaterThan(24);
  for (let n = 0; n < whole.writes; n += 1) {
    const { desk } = await life(n);
    const told = `killed at write ${String(n)}`;
    const referrals = await Promise.all(records(12).map(({ id }) => desk.referral(id)));
    const rows = referrals.filter(({ own }) => own.places.some(({ listed }) => listed !== undefined));
    const cards = referrals.filter(({ own }) => own.places.some(({ activity }) => activity !== undefined));
    expect([told, rows.length, cards.length, counted(desk)]).toEqual([told, 12, 0, 12]);
    expect(referrals.flatMap(({ outbox }) => outbox)).toEqual([]);
    // A list whose booking was lost stands twice, as a card would.
    expect(kinds(desk).length).toBeLessThanOrEqual(2);
    await desk.close();
  }
});
