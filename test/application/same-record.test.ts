import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stepReferral } from '../../src/application/living/step-referral';
import { newsOf } from '../../src/application/sync/news';
import { poll, startPolling } from '../../src/application/sync/poll';
import { accept, DAY, decline, HOUR, MINUTE, run, T0 } from '../domain/builders';
import { type FakePartnerCenter, openDesk } from './support';
import { all, at, both, clock, desk, deskOfBoth, megan, theLead } from './two-tenants';

deskOfBoth();
const patched = ({ calls }: FakePartnerCenter): number =>
  calls.filter((call) => call.startsWith('patch')).length;

describe('a record that two accounts show', () => {
  it('is one referral with one card, however it comes', async () => {
    await startPolling(desk.world);
    await at(T0);
    both.north.has(theLead);
    await newsOf(desk.world, 'r-1');
    await at(T0 + MINUTE);
    await at(T0 + 6 * MINUTE);
    await desk.useCases.receive.intake(theLead);
    await at(T0 + 7 * MINUTE);
    for (const days of [1, 2, 8]) await at(T0 + days * DAY);
    expect(await all()).toEqual([expect.objectContaining({ account: 'north', alsoIn: ['south'] })]);
    expect(desk.teams.posted('channel')).toHaveLength(1);
  });

  it('that both had before the desk knew them is one row of one list', async () => {
    for (let n = 1; n <= 12; n += 1) both.north.has({ ...theLead, id: `r-${String(n)}` });
    await startPolling(desk.world);
    await at(T0);
    await at(T0 + MINUTE);
    expect(await all()).toHaveLength(10);
    expect(await desk.store.count('referral', { stage: 'received' }, 100)).toBe(12);
  });

  it('is one when two processes ask in the same moment', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-'));
    const file = path.join(folder, 'desk.db');
    const one = await openDesk({ accounts: both.accounts, file, holder: 'one' });
    const two = await openDesk({ accounts: both.accounts, file, holder: 'two', before: one });
    try {
      await startPolling(one.world);
      for (let n = 1; n <= 20; n += 1) both.north.has({ ...theLead, id: `r-${String(n)}` });
      const go = () => Promise.resolve(true);
      await Promise.all([poll(one.world, 'south', go), poll(two.world, 'north', go)]);
      expect(await one.store.count('referral', {}, 100)).toBe(20);
    } finally {
      await two.close();
      await one.close();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is gone only when no account shows it', async () => {
    await startPolling(desk.world);
    both.north.has(theLead);
    await at(T0);
    both.north.get = () => Promise.resolve({ kind: 'not-found' });
    for (const days of [1, 2]) await at(T0 + days * DAY);
    expect((await all())[0]?.own.goneAt).toBeUndefined();
    both.north.records.clear();
    for (const days of [3, 4]) await at(T0 + days * DAY);
    expect((await all())[0]?.own.goneAt).toBeDefined();
  });
});

describe('what is done with it', () => {
  beforeEach(async () => {
    await startPolling(desk.world);
    await at(T0);
    both.north.has(theLead);
    await at(T0 + 6 * MINUTE);
  });
  const declined = async (): Promise<void> => {
    await stepReferral(desk.world, 'north/r-1', run(decline(megan)));
    await at(clock.now + MINUTE);
  };

  it('goes through the account of its own organisation', async () => {
    await declined();
    expect([patched(both.north), patched(both.south)]).toEqual([1, 0]);
    expect(both.north.records.get('r-1')).toMatchObject({ substatus: 'Declined' });
  });

  it('goes through the other where that one may not, and stays there', async () => {
    both.north.answers = (call) =>
      call === 'patch' ? { kind: 'refused', why: 'forbidden', detail: 'no', problem: '403' } : undefined;
    await stepReferral(desk.world, 'north/r-1', run(accept(megan)));
    for (const minutes of [1, 2]) await at(clock.now + minutes * MINUTE);
    expect([patched(both.north), patched(both.south)]).toEqual([1, 1]);
    expect(both.north.records.get('r-1')).toMatchObject({ status: 'Active' });
    const [referral] = await all();
    expect(referral?.own.writtenBy).toBe('south');
    expect(referral?.intents).toEqual([]);
  });

  it('goes through the other where somebody has to sign in, or by whoever signs in first', async () => {
    const out = () => ({ kind: 'signed-out' as const, why: 'mfa' as const, problem: '401' });
    both.north.answers = out;
    both.south.answers = out;
    await declined();
    await at(clock.now + 10 * MINUTE);
    expect((await all())[0]?.outbox.find(({ kind }) => kind === 'write')?.parked).toBe('signed-in');
    both.south.answers = () => undefined;
    for (let hours = 1; hours <= 3; hours += 1) await at(clock.now + HOUR);
    expect(both.north.records.get('r-1')).toMatchObject({ substatus: 'Declined' });
  });

  it('is told no where no account may', async () => {
    const no = (call: string) =>
      call === 'patch'
        ? { kind: 'refused' as const, why: 'forbidden' as const, detail: 'no', problem: '403' }
        : undefined;
    both.north.answers = no;
    both.south.answers = no;
    await declined();
    expect((await all())[0]?.intents).toEqual([]);
    expect(
      desk.teams.sent.some(({ message }) => message.kind === 'notice' && message.notice.kind === 'refused'),
    ).toBe(true);
  });
});
