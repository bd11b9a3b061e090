import { HOUR, T0, lead } from '../domain/builders';
import { isOutside } from './directory';
import { openDesk, type Desk0 } from './support';

let desk: Desk0;
afterEach(() => desk.close());

describe('lists', () => {
  it('ten a page by key, each row once, with an exact total and sums per currency', async () => {
    desk = await openDesk({ connected: false });
    const diego = await desk.person('diego');
    await desk.bind('19:sales', [diego]);
    for (let n = 0; n < 23; n += 1) {
      const details = { dealValue: n % 2 === 0 ? 10.1 : '5', currency: n % 2 === 0 ? 'EUR' : 'usd' };
      await desk.useCases.receive.intake(lead({ id: `r-${String(n)}`, expirationDateTime: null, details }));
    }
    const ids: string[] = [];
    let page = await desk.useCases.lists.page('inbox', '', diego);
    for (;;) {
      if (page.kind !== 'list') throw new Error(page.kind);
      expect(page.total).toBe(23);
      expect(page.from).toBe(ids.length + 1);
      expect([...page.sums].sort((a, b) => (a.currency < b.currency ? -1 : 1))).toEqual([
        { currency: 'EUR', value: '121.20' },
        { currency: 'USD', value: '55' },
      ]);
      ids.push(...page.rows.map((row) => row.referralId));
      if (!page.next) break;
      page = await desk.useCases.lists.page('inbox', '', diego, page.next, ids.length + 1);
    }
    expect(new Set(ids).size).toBe(23);
    expect(await desk.useCases.lists.page('expiring', '', diego)).toMatchObject({ total: 23 });
    await desk.at(T0 + 25 * HOUR);
    expect(await desk.useCases.lists.page('expiring', '', diego)).toMatchObject({ total: 0, rows: [] });
    await desk.at(T0 + 11 * 24 * HOUR + HOUR);
    expect(await desk.useCases.lists.page('expiring', '', diego)).toMatchObject({ total: 23 });
  });

  it('of which desk a list is, when it is of one', async () => {
    desk = await openDesk({ connected: false });
    const [megan, diego] = [await desk.person('megan'), await desk.person('diego')];
    await desk.bind('19:sales', [megan]);
    await desk.useCases.receive.intake(lead());
    await desk.at(T0);
    expect(await desk.useCases.lists.page('inbox', '', megan)).toMatchObject({ desk: '19:sales' });
    await desk.bind('19:other', [diego]);
    expect(await desk.useCases.lists.page('inbox', '', megan)).not.toHaveProperty('desk');
    isOutside(desk.teams, 'team-19:other', 'megan');
    expect(await desk.useCases.lists.page('inbox', '', megan)).toMatchObject({ desk: '19:sales' });
    expect(await desk.useCases.lists.page('my-active-deals', '', megan)).not.toHaveProperty('desk');
  });
});
