import { stepReferral } from '../../src/application/living/step-referral';
import { newsOf } from '../../src/application/sync/news';
import { startPolling } from '../../src/application/sync/poll';
import { decline, lead, MINUTE, run, T0 } from '../domain/builders';
import { FakePartnerCenter, openDesk, type Desk0 } from './support';

let desk: Desk0;
afterEach(() => desk.close());

describe('two Partner Center accounts', () => {
  it('are each asked for news with a watermark of their own, and written to alone', async () => {
    const time = { now: T0 };
    const [north, south] = [new FakePartnerCenter(() => time.now), new FakePartnerCenter(() => time.now)];
    north.has(lead({ id: 'r-1', updatedDateTime: '2026-03-02T08:00:00Z' }));
    south.has(lead({ id: 'r-2', updatedDateTime: '2026-03-02T08:30:00Z' }));
    const clients = new Map([
      ['north', north],
      ['south', south],
    ]);
    desk = await openDesk({ accounts: { keys: ['north', 'south'], of: (id) => clients.get(id) } });
    const megan = await desk.person('Megan');
    await desk.bind('channel', [megan]);
    await startPolling(desk.world);
    await desk.at(T0);
    await desk.at(T0 + 6 * MINUTE);

    expect(north.calls.filter((call) => call.startsWith('list'))).toEqual([
      'list all',
      'list 2026-03-02T08:00:00Z',
    ]);
    expect(south.calls.filter((call) => call.startsWith('list'))).toEqual([
      'list all',
      'list 2026-03-02T08:30:00Z',
    ]);

    await stepReferral(desk.world, 'north/r-2', run(decline(megan)));
    await desk.at(T0 + 7 * MINUTE);
    expect(north.calls.some((call) => call.startsWith('patch'))).toBe(false);
    expect(south.records.get('r-2')).toMatchObject({ status: 'Closed', substatus: 'Declined' });
    expect(north.records.get('r-1')).toMatchObject({ status: 'New' });
  });
});

describe('an account that somebody must sign in to', () => {
  const HOUR = 60 * MINUTE;

  it('is asked by its poll alone, ever more seldom, until it works; its admins hear of it once', async () => {
    desk = await openDesk();
    const megan = await desk.person('megan', { conversation: 'chat' });
    await desk.bind('19:sales', [megan]);
    desk.partnerCenter.has(lead());
    await startPolling(desk.world);
    await desk.at(T0);
    const since = desk.partnerCenter.calls.length;
    desk.partnerCenter.answers = () => ({ kind: 'signed-out', why: 'mfa', problem: '401 (900421)' });
    for (let minutes = 5; minutes <= 24 * 60; minutes += 1) await desk.at(T0 + minutes * MINUTE);
    await stepReferral(desk.world, 'acme/r-1', run(decline(megan)));
    await desk.at(T0 + 24 * HOUR + MINUTE);
    const calls = desk.partnerCenter.calls.slice(since);
    expect(calls.filter((call) => !call.startsWith('list'))).toEqual([]);
    expect(calls.length).toBeLessThan(40);
    const told = desk.teams.sent.filter(({ message }) => message.kind === 'word');
    expect(told.map(({ message }) => message)).toEqual([
      expect.objectContaining({ notice: { kind: 'signed-out', why: 'mfa', problem: '401 (900421)' } }),
    ]);

    desk.partnerCenter.answers = () => undefined;
    await desk.at(T0 + 25 * HOUR + 2 * MINUTE);
    await desk.at(T0 + 25 * HOUR + 3 * MINUTE);
    expect(desk.partnerCenter.records.get('r-1')).toMatchObject({ substatus: 'Declined' });
  });
});

describe('a list that has no end', () => {
  it.each<[string, (page: number) => { readonly ids: readonly string[]; readonly next: string }]>([
    ['two pages lead to each other', (page) => ({ ids: [`r-${page % 2}`], next: `${page % 2}` })],
    ['each page is the one before, with another link', (page) => ({ ids: ['r-1'], next: `${page}` })],
    ['empty pages', (page) => ({ ids: [], next: `${page}` })],
  ])('%s: what it has is taken in, and it is asked again as after any failure', async (_, pageAt) => {
    desk = await openDesk();
    const megan = await desk.person('megan', { conversation: 'chat' });
    await desk.bind('19:sales', [megan]);
    let asked = 0;
    desk.partnerCenter.list = () => {
      const { ids, next } = pageAt((asked += 1));
      // Without an end to it, this one would not come to one by itself.
      const more = asked > 500 ? {} : { next };
      return Promise.resolve({
        kind: 'ok',
        value: { resources: ids.map((id) => lead({ id })), ...more },
      });
    };
    await startPolling(desk.world);
    await desk.at(T0);
    expect(asked).toBeLessThan(150);
    expect(await desk.store.get('account', 'acme')).toMatchObject({
      failures: 1,
      problem: expect.stringMatching(/has no end|round in circles/),
    });
    if (pageAt(1).ids.length > 0) expect(await desk.store.get('referral', 'acme/r-1')).toBeDefined();
    await desk.at(T0 + MINUTE);
    expect(asked).toBeGreaterThan(2);
  });

  it('is left by the weekly comparison, too, which goes on with what is open here', async () => {
    desk = await openDesk();
    await startPolling(desk.world);
    await desk.at(T0);
    let asked = 0;
    desk.partnerCenter.list = () => {
      const more = (asked += 1) > 500 ? {} : { next: 'the same' };
      return Promise.resolve({ kind: 'ok', value: { resources: [], ...more } });
    };
    const day = 24 * 60 * MINUTE;
    await desk.at(T0 + day);
    expect(asked).toBeLessThan(150);
    expect((await desk.store.get('account', 'acme'))?.reconciledAt).toBeGreaterThan(T0);
  });
});

describe('very many events at once', () => {
  const news = async (): Promise<void> => {
    for (let n = 0; n < 200; n += 1) await newsOf(desk.world, `r-${n}`);
  };

  it('are read by the list, and the account does not grow with them', async () => {
    desk = await openDesk();
    await startPolling(desk.world);
    await desk.at(T0);
    for (let n = 0; n < 200; n += 1) desk.partnerCenter.has(lead({ id: `r-${n}` }));
    await news();
    expect((await desk.store.get('account', 'acme'))?.outbox.length).toBeLessThan(60);
    await desk.at(T0 + MINUTE / 4);
    expect(desk.partnerCenter.calls.filter((call) => call.startsWith('get')).length).toBeLessThan(150);
    for (const n of [0, 100, 199]) expect(await desk.store.get('referral', `acme/r-${n}`)).toBeDefined();
  });

  it('bring no poll forward that waits since Partner Center failed', async () => {
    desk = await openDesk();
    await startPolling(desk.world);
    desk.partnerCenter.answers = () => ({ kind: 'retry', problem: '503' });
    for (let minutes = 0; minutes < 30; minutes += 1) await desk.at(T0 + minutes * MINUTE);
    const { pollAt } = (await desk.store.get('account', 'acme')) ?? {};
    await news();
    expect((await desk.store.get('account', 'acme'))?.pollAt).toBe(pollAt);
  });
});
