import { SCHEMA } from '../../src/domain/living/document';
import type { Draft } from '../../src/domain/draft/draft';
import type { ListQuery, RowKey, Store } from '../../src/application/ports/store';
import { sample } from './sample-drafts';
import type { Open } from './store';

const idsOf = async (store: Store, query: ListQuery) =>
  (await store.list('draft', query, 100)).items.map((document) => document.id);
const inserted = (store: Store, documents: readonly Draft[]) =>
  Promise.all(documents.map((document) => store.insert('draft', document)));

async function pagesOf(store: Store, limit: number, between?: (page: number) => Promise<void>) {
  const pages: string[][] = [];
  let after: RowKey | undefined;
  do {
    const page = await store.list('draft', { stage: 'received' }, limit, after);
    pages.push(page.items.map((document) => document.id));
    after = page.next;
    await between?.(pages.length);
  } while (after);
  return pages;
}

/** Lists by urgency, paged by key, and counts. */
export function keepsLists(open: Open): void {
  it('lists by stage, owner and desk, most urgent first', async () => {
    const { store } = await open();
    await inserted(store, [
      sample('a', { stage: 'accepted', owner: 'ada', desk: 'north', urgency: 30 }),
      sample('b', { stage: 'accepted', owner: 'ada', desk: 'south', urgency: 10 }),
      sample('c', { stage: 'received', desk: 'north', urgency: 20 }),
      sample('d', { stage: 'archived', owner: 'ada', desk: 'north', urgency: -1_795_000_000_000 }),
      sample('e', { stage: 'accepted', owner: 'bo', desk: 'north', urgency: 1_795_000_000_000 }),
    ]);

    expect(await idsOf(store, {})).toEqual(['d', 'b', 'c', 'a', 'e']);
    expect(await idsOf(store, { stage: 'accepted' })).toEqual(['b', 'a', 'e']);
    expect(await idsOf(store, { stage: 'accepted', owner: 'ada' })).toEqual(['b', 'a']);
    expect(await idsOf(store, { owner: 'ada' })).toEqual(['d', 'b', 'a']);
    expect(await idsOf(store, { desks: ['north'] })).toEqual(['d', 'c', 'a', 'e']);
    expect(await idsOf(store, { desks: ['north'], stage: 'accepted', owner: 'ada' })).toEqual(['a']);
    expect(await idsOf(store, { desks: ['south', 'north', 'east'] })).toEqual(['d', 'b', 'c', 'a', 'e']);
    expect(await idsOf(store, { desks: ['south', 'north', 'south'], stage: 'accepted' })).toEqual([
      'b',
      'a',
      'e',
    ]);
    expect(await idsOf(store, { desks: [], stage: 'accepted' })).toEqual([]);
    expect(await idsOf(store, { urgentBefore: 20 })).toEqual(['d', 'b']);
    expect(await idsOf(store, { owner: 'nobody' })).toEqual([]);
    expect((await store.list('account', {}, 10)).items).toEqual([]);
    expect((await store.list('draft', {}, 0)).items).toEqual([]);
  });

  it('pages by key, also where many are equally urgent', async () => {
    const { store } = await open();
    const letters = 'abcdefghijklmnopqrstuvw'.split('');
    const urgency = (index: number) => -Math.floor(index / 9);
    await inserted(
      store,
      letters.map((id, index) => sample(id, { stage: 'received', urgency: urgency(index) })),
    );
    const all = 'stuvwjklmnopqrabcdefghi'.split('');

    const pages = await pagesOf(store, 5);
    expect(pages.map((page) => page.length)).toEqual([5, 5, 5, 5, 3]);
    expect(pages.flat()).toEqual(all);
    expect(await pagesOf(store, 23)).toHaveLength(1);
  });

  it('neither repeats nor skips a row when others come and go between pages', async () => {
    const { store } = await open();
    const received = (id: string, urgency: number) => sample(id, { stage: 'received', urgency });
    await inserted(
      store,
      ['b', 'd', 'f', 'h'].map((id) => received(id, 1)),
    );

    const pages = await pagesOf(store, 2, async (page) => {
      if (page > 1) return;
      await inserted(store, [received('a', 1), received('e', 1), received('z', 0)]);
      const gone = (await store.get('draft', 'd')) as Draft;
      await store.save('draft', { ...sample('d', { stage: 'accepted' }), version: gone.version });
    });
    expect(pages).toEqual([['b', 'd'], ['e', 'f'], ['h']]);
  });

  it('finds an exact key, until the document has it no more', async () => {
    const { store } = await open();
    await inserted(store, [
      sample('a', { keys: ['dead', 'parked/signed-in'], words: ['of/x'] }),
      sample('b', { keys: ['parked/signed-in', 'of/x'] }),
    ]);

    expect(await idsOf(store, { key: 'parked/signed-in' })).toEqual(['a', 'b']);
    expect(await idsOf(store, { key: 'dead' })).toEqual(['a']);
    expect(await idsOf(store, { key: 'parked' })).toEqual([]);
    expect(await idsOf(store, { key: 'of/x' })).toEqual(['b']);

    await store.save('draft', { ...sample('a', { keys: ['parked/signed-in'] }), version: 1 });
    expect(await idsOf(store, { key: 'dead' })).toEqual([]);
    expect(await idsOf(store, { key: 'parked/signed-in' })).toEqual(['a', 'b']);
  });

  it('finds those that are named, within what else is asked', async () => {
    const { store } = await open();
    await inserted(store, [
      sample('a', { desk: 'north', urgency: 3, keys: ['tab/leads'], money: { currency: 'EUR', value: '5' } }),
      sample('b', { desk: 'south', urgency: 1, money: { currency: 'EUR', value: '2.5' } }),
      sample('c', { desk: 'north', urgency: 2, keys: ['tab/leads'] }),
      sample("d' OR 1", { desk: 'north', urgency: 4 }),
    ]);
    const ids = ['a', 'b', "d' OR 1", 'never'];

    expect(await idsOf(store, { ids })).toEqual(['b', 'a', "d' OR 1"]);
    expect(await idsOf(store, { ids: [] })).toEqual([]);
    expect(await idsOf(store, { ids, desks: ['north'] })).toEqual(['a', "d' OR 1"]);
    expect(await idsOf(store, { ids, desks: ['north', 'south'] })).toEqual(['b', 'a', "d' OR 1"]);
    expect(await idsOf(store, { ids, key: 'tab/leads' })).toEqual(['a']);
    expect((await store.list('account', { ids }, 9)).items).toEqual([]);
    expect(await store.totals('draft', { ids }, 9)).toEqual({
      count: 3,
      sums: [{ currency: 'EUR', value: '7.50' }],
    });
    const { items, next } = await store.list('draft', { ids }, 2);
    expect(items.map(({ id }) => id)).toEqual(['b', 'a']);
    expect((await store.list('draft', { ids }, 2, next)).items.map(({ id }) => id)).toEqual(["d' OR 1"]);
  });

  it('counts no further than it is asked to', async () => {
    const { store } = await open();
    await inserted(
      store,
      Array.from({ length: 12 }, (_, index) =>
        sample(String(index), { stage: index < 7 ? 'received' : 'accepted', words: ['contoso'] }),
      ),
    );
    expect(await store.count('draft', {}, 1_000)).toBe(12);
    expect(await store.count('draft', { stage: 'received' }, 1_000)).toBe(7);
    expect(await store.count('draft', { words: ['cont'], stage: 'accepted' }, 3)).toBe(3);
    expect(await store.count('draft', {}, 0)).toBe(0);
    expect(await store.count('account', {}, 10)).toBe(0);
  });

  it('pages over several desks as over one', async () => {
    const { store } = await open();
    await inserted(
      store,
      Array.from({ length: 30 }, (_, index) =>
        sample(String(index).padStart(2, '0'), {
          stage: 'received',
          desk: ['north', 'south', 'east'][index % 3]!,
          urgency: Math.floor(index / 10),
        }),
      ),
    );
    const query = { desks: ['east', 'north'], stage: 'received' } as const;
    const expected = Array.from({ length: 30 }, (_, index) => index).filter((index) => index % 3 !== 1);
    const found: string[] = [];
    let after: RowKey | undefined;
    do {
      const page = await store.list('draft', query, 7, after);
      found.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(found.map(Number)).toEqual(expected);
    expect(await store.count('draft', query, 100)).toBe(20);
  });

  it('lists what has a deadline ahead before a time, most urgent first', async () => {
    const { store } = await open();
    await inserted(store, [
      sample('a', { stage: 'received', dueAt: 20, urgency: 5 }),
      sample('b', { stage: 'accepted', dueAt: 10, urgency: 9 }),
      sample('c', { stage: 'accepted', dueAt: 30, urgency: 1 }),
      sample('d', { stage: 'archived', urgency: -1 }),
    ]);
    expect(await idsOf(store, { dueBefore: 30 })).toEqual(['a', 'b']);
    expect(await idsOf(store, { dueBefore: 31, stage: 'accepted' })).toEqual(['c', 'b']);
    expect(await store.count('draft', { dueBefore: 30 }, 10)).toBe(2);
  });

  it('sums up the money of all that is found, exactly, and of no part of it', async () => {
    const { store } = await open();
    const euro = (value: string) => ({ stage: 'accepted' as const, money: { currency: 'EUR', value } });
    await inserted(store, [
      sample('a', { ...euro('0.10'), words: ['contoso'] }),
      sample('b', { ...euro('0.20'), words: ['contoso'] }),
      sample('c', euro('999999999999.995')),
      sample('d', { stage: 'accepted', money: { currency: 'JPY', value: '5000' } }),
      sample('e', { stage: 'accepted' }),
      sample('f', { stage: 'received', money: { currency: 'EUR', value: '7' } }),
    ]);
    const { count, sums } = await store.totals('draft', { stage: 'accepted' }, 6);
    expect(count).toBe(5);
    expect([...sums].sort((a, b) => (a.currency < b.currency ? -1 : 1))).toEqual([
      { currency: 'EUR', value: '1000000000000.295' },
      { currency: 'JPY', value: '5000' },
    ]);
    expect(await store.totals('draft', { words: ['cont'] }, 6)).toEqual({
      count: 2,
      sums: [{ currency: 'EUR', value: '0.30' }],
    });
    expect(await store.totals('draft', { stage: 'accepted' }, 5)).toEqual({ count: 5, sums: [] });
    expect(await store.totals('draft', { stage: 'archived' }, 5)).toEqual({ count: 0, sums: [] });
  });

  it('leaves out of lists and counts what only a newer program may read', async () => {
    const { store } = await open();
    await inserted(store, [sample('mine'), sample('newer', { minReader: SCHEMA + 1 })]);
    expect(await idsOf(store, {})).toEqual(['mine']);
    expect(await store.count('draft', {}, 10)).toBe(1);
  });
}
