import { UNDO_MS } from '../../src/domain/operations/hold';
import { startPolling } from '../../src/application/sync/poll';
import type { Store } from '../../src/application/ports/store';
import type { Person } from '../../src/domain/person/person';
import { DAY, HOUR, T0, hotLead, lead, iso } from '../domain/builders';
import { openDesk, PRESS, type Desk0 } from './support';

/** The longest that it is between two polls. */
const POLL_EVERY_MS = 270_000;

let desk: Desk0;
afterEach(() => desk.close());

async function accept(by: Person, id = 'acme/r-1'): Promise<void> {
  const form = await desk.useCases.operate.begin('accept', id, by, PRESS);
  if (form.kind !== 'form') throw new Error(form.kind);
  const answers = { ...form.values, dealValue: '40000' };
  expect(await desk.useCases.operate.answer(form.draft, by, { kind: 'sheet', answers })).toMatchObject({
    kind: 'ended',
  });
}

describe('an effect that waits is freed by its event', () => {
  it('the owner could not be written to, and writes to the bot: the deal is in their chat', async () => {
    desk = await openDesk({ connected: false });
    const megan = await desk.person('megan');
    await desk.bind('19:sales', [megan]);
    await desk.useCases.receive.intake(lead());
    desk.teams.answers = ({ address }) =>
      address.to === 'person' ? { kind: 'unreachable', problem: '403' } : undefined;
    await accept(megan);
    await desk.at(T0);
    expect(await desk.store.count('referral', { key: 'parked/person-reachable' }, 9)).toBe(1);

    desk.teams.answers = () => undefined;
    await desk.person('megan', { conversation: 'chat-megan' });
    const before = desk.teams.cards('person').length;
    await desk.at(T0 + 1_000);
    expect(desk.teams.cards('person')).toHaveLength(before + 1);
    expect(await desk.store.count('referral', { key: 'parked/person-reachable' }, 9)).toBe(0);
  });

  it('signed out for one write only, between two polls: written after the next one', async () => {
    desk = await openDesk();
    const megan = await desk.person('megan');
    await desk.bind('19:sales', [megan]);
    desk.partnerCenter.has(lead());
    await startPolling(desk.world);
    await desk.at(T0);
    desk.partnerCenter.answers = (call) =>
      call === 'patch' ? { kind: 'signed-out', why: 'refused', problem: '401' } : undefined;
    const form = await desk.useCases.operate.begin('decline', 'acme/r-1', megan, PRESS);
    if (form.kind !== 'form') throw new Error(form.kind);
    await desk.useCases.operate.answer(form.draft, megan, {
      kind: 'sheet',
      answers: { reason: '5', notes: '' },
    });
    await desk.at(T0 + 1_000);
    await desk.at(T0 + UNDO_MS + 1_000);
    expect((await desk.referral()).outbox).toContainEqual(expect.objectContaining({ parked: 'signed-in' }));

    desk.partnerCenter.answers = () => undefined;
    await desk.at(T0 + POLL_EVERY_MS + 1_000);
    await desk.at(T0 + POLL_EVERY_MS + 10_000);
    expect((await desk.referral()).intents).toEqual([]);
    expect(desk.partnerCenter.records.get('r-1')).toMatchObject({ status: 'Closed', substatus: 'Declined' });
  });

  it('the bot was out of the team for a week: the card comes first, then one reminder', async () => {
    desk = await openDesk({ connected: false });
    const megan = await desk.person('megan');
    await desk.bind('19:sales', [megan]);
    desk.teams.answers = () => ({ kind: 'unreachable', problem: '403' });
    await desk.useCases.receive.intake(hotLead());
    for (let at = T0; at <= T0 + 8 * DAY; at += 6 * HOUR) await desk.at(at);
    desk.teams.sent.length = 0;
    desk.teams.answers = () => undefined;
    await desk.useCases.desks.installed('team-19:sales', 'https://smba/');
    await desk.at(T0 + 8 * DAY + 10_000);
    expect(
      desk.teams.sent.map(({ message }) => ('notice' in message ? message.notice.kind : message.kind)),
    ).toEqual(['card', 'reminder']);
  });

  it('a referral that came before any desk is shown once one is bound', async () => {
    desk = await openDesk({ connected: false });
    await desk.useCases.receive.intake(lead());
    await desk.at(T0 + HOUR);
    expect(desk.teams.sent).toEqual([]);
    await desk.bind('19:sales', [await desk.person('megan')]);
    await desk.at(T0 + HOUR);
    expect(desk.teams.posted('channel')).toHaveLength(1);
  });

  it('a desk bound in the very moment that a referral comes: it is shown all the same', async () => {
    const state = { bind: (): Promise<unknown> => Promise.resolve() };
    const slow = (store: Store): Store =>
      new Proxy(store, {
        get: (target, name) => {
          const member = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
          return async (...given: unknown[]) => {
            if (name === 'insert' && given[0] === 'referral') await state.bind();
            return member.apply(target, given);
          };
        },
      });
    desk = await openDesk({ connected: false, store: slow });
    const megan = await desk.person('megan');
    state.bind = () => desk.bind('19:sales', [megan]);
    await desk.useCases.receive.intake(lead());
    await desk.at(T0);
    expect(desk.teams.posted('channel')).toHaveLength(1);
  });
});

describe('the poll', () => {
  beforeEach(async () => {
    desk = await openDesk();
    await desk.bind('19:sales', [await desk.person('megan')]);
  });

  it('begins at the newest change read, and does not move when it ends in the middle', async () => {
    desk.partnerCenter.has(lead({ updatedDateTime: iso(T0 - HOUR) }));
    await startPolling(desk.world);
    await desk.at(T0);
    desk.partnerCenter.answers = () => ({ kind: 'retry', problem: '503' });
    await desk.at(T0 + POLL_EVERY_MS);
    desk.partnerCenter.answers = () => undefined;
    await desk.at(T0 + 2 * POLL_EVERY_MS);
    const lists = desk.partnerCenter.calls.filter((call) => call.startsWith('list'));
    expect(lists).toEqual(['list all', `list ${iso(T0 - HOUR)}`, `list ${iso(T0 - HOUR)}`]);
  });

  it('a time that cannot be, or lies years ahead, hides no later change', async () => {
    desk.partnerCenter.has(lead({ id: 'r-0', updatedDateTime: 'soon' }));
    desk.partnerCenter.has(lead({ updatedDateTime: iso(T0) }));
    desk.partnerCenter.has(lead({ id: 'r-2', updatedDateTime: '2999-01-01T00:00:00Z' }));
    await startPolling(desk.world);
    await desk.at(T0);
    expect((await desk.store.get('account', 'acme'))?.watermark).toBe(iso(T0));
  });

  it('a record that breaks the program keeps no other from being read', async () => {
    const broken = { ...lead({ id: 'r-0' }), customerProfile: null } as never;
    desk.partnerCenter.has(broken);
    desk.partnerCenter.has(lead());
    await startPolling(desk.world);
    await desk.at(T0);
    expect((await desk.referral()).referralId).toBe('r-1');
    expect(desk.logged).toHaveLength(1);
  });
});

it('run once without Partner Center, what it knows is not taken for gone', async () => {
  desk = await openDesk({ connected: false });
  const megan = await desk.person('megan');
  await desk.bind('19:sales', [megan]);
  await desk.useCases.receive.intake(lead());
  const referral = await desk.referral();
  await desk.store.save('referral', { ...referral, truth: 'partner-center' });
  await desk.at(T0 + 15 * DAY);
  expect((await desk.referral()).own.goneAt).toBeUndefined();
});
