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

  it('words find what one owns wherever it is, and nothing else of desks that one does not belong to', async () => {
    desk = await openDesk({ connected: false });
    const [diego, megan] = [await desk.person('diego'), await desk.person('megan')];
    await desk.bind('19:sales', [diego]);
    await desk.at(T0 + 1);
    await desk.bind('19:other', [megan]);
    await desk.useCases.receive.intake(lead());
    await desk.useCases.receive.intake(lead({ id: 'r-2', customerProfile: { name: 'Tailspin Air' } }));
    await desk.at(T0 + 2);
    const form = await desk.useCases.operate.begin('accept', 'acme/r-1', diego, { id: 'accept-1' });
    if (form.kind !== 'form') throw new Error(form.kind);
    const answers = { ...form.values, dealValue: '40000' };
    await desk.useCases.operate.answer(form.draft, diego, { kind: 'sheet', answers });
    isOutside(desk.teams, 'team-19:sales', diego.aadObjectId);
    isOutside(desk.teams, 'team-19:sales', megan.aadObjectId);
    const { find } = desk.useCases.lists;
    const own = { kind: 'one', view: { referralId: 'r-1' } };
    for (const words of ['tailspin', 'tailspin toys', 'r-1'])
      expect(await find(words, diego)).toMatchObject(own);
    for (const words of ['tailspin air', 'r-2']) expect((await find(words, diego)).kind).toBe('none');
    for (const words of ['tailspin', 'r-1', 'r-2']) expect((await find(words, megan)).kind).toBe('none');
  });
});
