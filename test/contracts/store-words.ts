import type { Store } from '../../src/application/ports/store';
import { sample } from './sample-drafts';
import type { Open } from './store';

const found = async (store: Store, ...words: readonly string[]) =>
  (await store.list('draft', { words }, 100)).items.map((document) => document.id);

/** Search: every word of the query is the beginning of one of the document's words. */
export function findsWords(open: Open): void {
  it('finds documents by the beginnings of their words, all of them', async () => {
    const { store } = await open();
    await store.insert('draft', sample('a', { words: ['contoso', 'hotel', 'azure'] }));
    await store.insert('draft', sample('b', { words: ['contoso', 'bank'] }));
    await store.insert('draft', sample('c', { words: ['constant'] }));

    expect(await found(store, 'con')).toEqual(['a', 'b', 'c']);
    expect(await found(store, 'conto')).toEqual(['a', 'b']);
    expect(await found(store, 'az', 'conto')).toEqual(['a']);
    expect(await found(store, 'contoso', 'contoso')).toEqual(['a', 'b']);
    expect(await found(store, 'ontoso')).toEqual([]);
    expect(await found(store, 'contosos')).toEqual([]);
    expect(await found(store, 'con', 'nothing')).toEqual([]);
  });

  it('does not take two beginnings of different words for one', async () => {
    const { store } = await open();
    await store.insert('draft', sample('a', { words: ['aa', 'zz'] }));
    expect(await found(store, 'mm')).toEqual([]);
  });

  it('counts the first five words; an empty one says nothing', async () => {
    const { store } = await open();
    await store.insert('draft', sample('a', { words: ['a1', 'b1', 'c1', 'd1', 'e1'] }));
    await store.insert('draft', sample('none'));

    expect(await found(store, 'a', 'b', 'c', 'd', 'e', 'unknown')).toEqual(['a']);
    expect(await found(store, 'a', 'b', 'c', 'd', 'unknown')).toEqual([]);
    expect(await found(store, '', 'e')).toEqual(['a']);
    expect(await found(store, '')).toEqual(['a', 'none']);
  });

  it('finds words of every script', async () => {
    const { store } = await open();
    await store.insert('draft', sample('a', { words: ['müller', '東京都', '🚀start', 'ﬀ'] }));

    for (const word of ['mü', 'müller', '東', '東京', '🚀', 'ﬀ'])
      expect(await found(store, word)).toEqual(['a']);
    for (const word of ['mu', '京', '🚁', 'ｆ']) expect(await found(store, word)).toEqual([]);
  });

  it('takes what is a wildcard elsewhere as the character that it is', async () => {
    const { store } = await open();
    await store.insert('draft', sample('plain', { words: ['100', 'ab', 'a'] }));
    const special = [
      '%',
      '_b',
      '100%',
      '.*',
      '^a',
      '[a-z]',
      '*',
      '?',
      '\\',
      '$gt',
      "'; DROP TABLE documents",
    ];
    for (const word of special) expect(await found(store, word)).toEqual([]);

    await store.insert('draft', sample('special', { words: special }));
    for (const word of special) expect(await found(store, word)).toEqual(['special']);
  });

  it('follows the words when they change', async () => {
    const { store } = await open();
    await store.insert('draft', sample('a', { words: ['contoso'] }));
    await store.save('draft', { ...sample('a', { words: ['fabrikam'] }), version: 1 });

    expect(await found(store, 'contoso')).toEqual([]);
    expect(await found(store, 'fab')).toEqual(['a']);
  });
}
