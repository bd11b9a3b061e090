import { listReferrals } from '../../src/application/lists/list-referrals';
import { viewOne } from '../../src/application/lists/one';
import { stepReferral } from '../../src/application/living/step-referral';
import { startPolling } from '../../src/application/sync/poll';
import { create } from '../../src/domain/referral/step';
import type { Referral } from '../../src/domain/referral/referral';
import { accept, DAY, decline, facts, HOUR, MINUTE, run, T0 } from '../domain/builders';
import { all, at, both, clock, desk, deskOfBoth, megan, theLead } from './two-tenants';

deskOfBoth();

describe('two documents of one record, stored by a former program', () => {
  const stored = async (
    account: string,
    change: (one: Referral) => Referral = (one) => one,
    resource = theLead,
  ): Promise<void> => {
    const desk0 = await desk.store.get('desk', '19:sales');
    const born = create(account, resource, 'partner-center', facts(T0, desk0 ? { desk: desk0 } : {}));
    await desk.store.insert('referral', change(born));
  };
  const note = (one: Referral, text: string, later = 0): Referral => ({
    ...one,
    own: { ...one.own, notes: [{ at: T0, by: megan, text }] },
    audit: [...one.audit, { at: T0 + later, what: 'noted', by: { id: megan.id, name: megan.name } }],
  });

  beforeEach(async () => {
    both.north.has(theLead);
    await stored('north', (one) => note(one, 'from the north'));
    await stored('south', (one) => note(one, 'from the south', 1));
    await desk.at(T0);
    await stepReferral(desk.world, 'south/r-1', run(accept(megan)));
    await desk.at(T0 + MINUTE);
  });

  it('become one at night: no card twice, nothing of either lost, one line to the admins', async () => {
    expect(desk.teams.posted('channel')).toHaveLength(2);
    await startPolling(desk.world);
    for (const days of [1, 2]) await at(T0 + days * DAY);

    const [one, ...others] = await all();
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: 'south/r-1', own: { owner: { id: megan.id }, doubles: ['north/r-1'] } });
    expect(one?.own.notes?.map(({ text }) => text).sort()).toEqual(['from the north', 'from the south']);
    expect(one?.audit.filter(({ what }) => what === 'noted')).toHaveLength(2);
    expect(desk.teams.removed).toHaveLength(1);
    const told = desk.teams.sent.filter(
      ({ message }) => message.kind === 'word' && message.notice.kind === 'reconciled',
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.message).toMatchObject({ notice: { found: { twice: 1 } } });
  });

  it('answer by either name afterwards, as favourites too; the one that has ended does nothing more', async () => {
    const favoured = await desk.useCases.lists.favour('north/r-1', megan, 'on', 'press');
    expect(favoured.kind).toBe('favoured');
    await startPolling(desk.world);
    for (const days of [1, 2]) await at(T0 + days * DAY);
    expect(await viewOne(desk.world, 'north/r-1', megan)).toMatchObject({ view: { id: 'south/r-1' } });
    const known = await desk.store.get('person', megan.id);
    const list = await listReferrals(desk.world, 'favourites', '', known ?? megan);
    expect(list).toMatchObject({ rows: [{ id: 'south/r-1' }] });
    const ended = await desk.store.get('referral', 'north/r-1');
    expect(ended).toMatchObject({ wakeAt: null, outbox: [], own: { doubleOf: 'south/r-1', places: [] } });
    const stepped = await stepReferral(desk.world, 'north/r-1', run(decline(megan)));
    expect(stepped?.outcome).toEqual({ kind: 'not-now', why: 'not-there' });
  });

  it('what was still to be written goes on by the one that stays', async () => {
    const other = { ...theLead, id: 'r-2' };
    both.north.has(other);
    both.north.answers = (call) => (call === 'patch' ? { kind: 'retry', problem: '503' } : undefined);
    both.south.answers = both.north.answers;
    await stored('north', undefined, other);
    await stored('south', (one) => ({ ...one, own: { ...one.own, owner: megan } }), other);
    await stepReferral(desk.world, 'north/r-2', run(decline(megan)));
    await startPolling(desk.world);
    for (const days of [1, 2]) await at(T0 + days * DAY);
    const south = async () => desk.store.get('referral', 'south/r-2');
    expect((await south())?.intents).toHaveLength(1);
    both.north.answers = () => undefined;
    both.south.answers = () => undefined;
    for (const hours of [3, 6]) await at(clock.now + hours * HOUR);
    expect((await south())?.intents).toEqual([]);
    expect(both.north.records.get('r-2')).toMatchObject({ substatus: 'Declined' });
  });
});
