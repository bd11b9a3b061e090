import { audienceOf } from '../../src/application/people/audience';
import { stepDesk } from '../../src/application/living/step-others';
import type { Store } from '../../src/application/ports/store';
import { NEW_DOCUMENT } from '../../src/domain/living/document';
import { DAY, HOUR, MINUTE, T0, hotLead, lead } from '../domain/builders';
import { openDesk, type Desk0 } from './support';

let desk: Desk0;
afterEach(() => desk.close());

const toPeople = () =>
  desk.teams.sent.flatMap(({ address, message }) =>
    address.to === 'person' && message.kind !== 'card' ? [[address.person.name, message.kind] as const] : [],
  );

const many = async (count: number, of = lead): Promise<void> => {
  for (let n = 0; n < count; n += 1) await desk.useCases.receive.intake(of({ id: `r-${String(n)}` }));
};

describe('what concerns many referrals is swept, page by page, by the document that caused it', () => {
  it('a desk’s new rules: nothing of it happens in the admin’s turn, all of it afterwards, by the desk’s own wake', async () => {
    desk = await openDesk({ connected: false, settings: { budgetPercent: 1_000 } });
    const megan = await desk.person('megan');
    await desk.bind('19:sales', [megan]);
    await many(60);
    await desk.at(T0);
    const before = (await desk.referral('r-59')).version;
    desk.teams.sent.length = 0;
    const known = await desk.store.get('desk', '19:sales');
    if (!known) throw new Error('no desk');
    await stepDesk(desk.world, known.id, { kind: 'renamed', name: 'Leads' });
    expect((await desk.referral('r-59')).version).toBe(before);
    const sweeps = (await desk.store.get('desk', '19:sales'))?.outbox;
    expect(sweeps).toMatchObject([{ kind: 'sweep' }, { kind: 'sweep' }]);
    await desk.at(T0 + 1);
    expect(desk.teams.cards('channel')).toHaveLength(60);
    expect((await desk.store.get('desk', '19:sales'))?.outbox).toEqual([]);
  });

  it('who comes back frees what waited for them, and nothing of others', async () => {
    desk = await openDesk({ connected: false });
    const [megan, nestor, ada] = [
      await desk.person('megan'),
      await desk.person('nestor'),
      await desk.person('ada'),
    ];
    await desk.bind('19:sales', [megan], [nestor, ada]);
    desk.teams.answers = ({ address }) =>
      address.to === 'person' || address.to === 'thread'
        ? { kind: 'unreachable', problem: '403' }
        : undefined;
    await desk.useCases.receive.intake(lead());
    await desk.at(T0 + 1);
    for (let at = T0; at <= T0 + 22 * HOUR; at += HOUR) await desk.at(at);
    desk.teams.answers = () => undefined;
    desk.teams.sent.length = 0;
    await desk.useCases.people.see({ tenant: 't', aadObjectId: 'megan', conversation: 'chat-megan' });
    await desk.at(T0 + 22 * HOUR + 1);
    expect(desk.teams.sent).toEqual([]);
  });
});

describe('a channel that is gone', () => {
  it('is told once to whoever bound it, in their chat; nothing is sent there until it is back', async () => {
    desk = await openDesk({ connected: false });
    const megan = await desk.person('megan');
    await desk.bind('19:sales', [megan]);
    await desk.useCases.desks.changed({ kind: 'team-closed', team: 'team-19:sales' });
    await desk.useCases.desks.changed({ kind: 'team-closed', team: 'team-19:sales' });
    await desk.at(T0 + 1);
    expect(toPeople()).toEqual([['megan', 'word']]);
    expect(desk.teams.sent).toMatchObject([{ message: { notice: { kind: 'desk-lost', name: '19:sales' } } }]);
  });
});

describe('messages to one person', () => {
  it('are at most ten a minute; what is above that is one list when the minute is over', async () => {
    desk = await openDesk({ connected: false });
    const [megan, nestor] = [await desk.person('megan'), await desk.person('nestor')];
    await desk.bind('19:sales', [megan], [nestor]);
    await many(14);
    await desk.at(T0);
    desk.teams.sent.length = 0;
    await desk.at(T0 + 22 * HOUR);
    expect(toPeople()).toHaveLength(10);
    await desk.at(T0 + 22 * HOUR + MINUTE);
    expect(toPeople().slice(10)).toEqual([['nestor', 'gathered']]);
    const list = desk.teams.sent.at(-1)?.message;
    expect(list).toMatchObject({ kind: 'gathered', total: 4 });
    await desk.at(T0 + 22 * HOUR + 3 * MINUTE);
    expect(toPeople()).toHaveLength(11);
  });

  it('keep who was reached and by which rule', async () => {
    desk = await openDesk({ connected: false });
    const [megan, nestor] = [await desk.person('megan'), await desk.person('nestor')];
    await desk.bind('19:sales', [megan], [nestor]);
    await desk.useCases.receive.intake(lead());
    await desk.at(T0);
    await desk.at(T0 + 22 * HOUR);
    const told = (await desk.referral()).audit.flatMap(({ to }) => to ?? []);
    expect(told).toContainEqual({ to: { id: megan.id, name: 'megan' }, rule: 'answers' });
    expect(told).toContainEqual({ to: { id: nestor.id, name: 'nestor' }, rule: 'manages' });
  });
});

describe('an audience', () => {
  it('of admins is found by object id, sign-in name or e-mail; without a desk too', async () => {
    desk = await openDesk({ connected: false, settings: { admins: ['ada@contoso.com'] } });
    await desk.useCases.people.see({
      tenant: 't',
      aadObjectId: 'ada',
      name: 'Ada',
      email: 'ada.l@contoso.com',
      userPrincipalName: 'ADA@contoso.com',
    });
    await desk.useCases.receive.intake(lead());
    const referral = await desk.referral();
    expect(await audienceOf(desk.world, referral, 'admins')).toEqual([
      { to: { id: 't/ada', name: 'Ada' }, rule: 'named-admin' },
    ]);
  });
});

describe('a wake that nobody can work', () => {
  it.each(['draft', 'person', 'desk'] as const)('of a %s keeps no one from the others', async (kind) => {
    desk = await openDesk({ connected: false });
    const megan = await desk.person('megan');
    await desk.bind('19:sales', [megan]);
    const times = { boundAt: T0 + DAY, touchedAt: 0 };
    const odd = {
      ...times,
      ...NEW_DOCUMENT,
      kind,
      id: 'odd',
      wakeAt: T0,
      answers: {},
      of: 'x',
      team: 'x',
      aadObjectId: 'x',
    };
    await desk.store.insert(kind, odd as never);
    await desk.useCases.receive.intake(hotLead());
    await desk.at(T0);
    expect(desk.teams.cards('channel')).toHaveLength(1);
    expect((await desk.store.get(kind, 'odd'))?.wakeAt).toBeNull();
  });
});

it('a kick that comes while the store is asked is not lost until the next tick', async () => {
  const asked: (() => void)[] = [];
  const slow = (store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        const member = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
        return async (...given: unknown[]) => {
          const answer = await member.apply(target, given);
          if (name === 'claim' || name === 'due') for (const then of asked.splice(0)) then();
          return answer;
        };
      },
    });
  desk = await openDesk({ connected: false, store: slow });
  await desk.bind('19:sales', [await desk.person('megan')]);
  const received = new Promise<void>((resolve) => {
    asked.push(() => void desk.useCases.receive.intake(lead()).then(() => resolve()));
  });
  desk.dispatcher.kick();
  await received;
  for (let turn = 0; turn < 500 && desk.teams.sent.length === 0; turn += 1)
    await new Promise((resolve) => setImmediate(resolve));
  expect(desk.teams.cards('channel')).toHaveLength(1);
});

it('after sixty changes in Partner Center a repeated command still does nothing', async () => {
  desk = await openDesk();
  const megan = await desk.person('megan');
  await desk.bind('19:sales', [megan]);
  desk.partnerCenter.has(hotLead());
  await desk.useCases.receive.intake(hotLead());
  await desk.at(T0);
  const press = () => desk.useCases.operate.begin('contact', 'acme/r-1', megan, { id: 'the-press' });
  await press();
  for (let n = 1; n <= 60; n += 1) {
    desk.partnerCenter.has(
      hotLead({ name: `n${String(n)}`, updatedDateTime: new Date(T0 + n).toISOString() }),
    );
    await desk.useCases.sync.pollNow();
    await desk.at(T0 + n);
  }
  desk.teams.sent.length = 0;
  await press();
  await desk.at(T0 + DAY / 24);
  expect(desk.teams.notices('contacting')).toEqual([]);
});
