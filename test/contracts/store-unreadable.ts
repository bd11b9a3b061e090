import type { Claim } from '../../src/application/ports/store';
import { sample } from './sample-drafts';
import type { Ground, Open } from './store';

const CLAIM: Claim = { now: 300, realNow: 0, until: 30_000, holder: 'me', limit: 10, kinds: ['draft'] };

/** A body that nobody can read keeps nobody from the others. */
export function setsAside(open: Open, spoil: Ground['spoil']): void {
  it('lists, claims and counts all others, and says which one is set aside', async () => {
    const { store } = await open();
    for (const id of ['a', 'b', 'c'])
      await store.insert('draft', sample(id, { stage: 'received', wakeAt: 100, words: ['contoso'] }));
    expect(await store.unreadable(10)).toEqual({ count: 0, refs: [] });
    await spoil('draft', 'b');

    expect((await store.list('draft', { stage: 'received' }, 10)).items.map(({ id }) => id)).toEqual([
      'a',
      'c',
    ]);
    expect(await store.unreadable(10)).toEqual({ count: 1, refs: [{ kind: 'draft', id: 'b' }] });
    expect(await store.unreadable(0)).toEqual({ count: 1, refs: [] });
    expect(await store.count('draft', { words: ['con'] }, 10)).toBe(2);
    expect((await store.claim(CLAIM)).map(({ id }) => id)).toEqual(['a', 'c']);
    await expect(store.get('draft', 'b')).rejects.toMatchObject({ code: 'unreadable-document' });
  });

  it('finds it out by a look for what is due, too, and does not look again and again', async () => {
    const { store } = await open();
    for (const id of ['a', 'b']) await store.insert('draft', sample(id, { wakeAt: 100 }));
    await spoil('draft', 'a');
    expect((await store.claim({ ...CLAIM, limit: 2 })).map(({ id }) => id)).toEqual(['b']);
    expect(await store.claim({ ...CLAIM, realNow: 60_000, until: 90_000 })).toHaveLength(1);
    expect(await store.unreadable(10)).toEqual({ count: 1, refs: [{ kind: 'draft', id: 'a' }] });
  });

  it('has it back when it is written anew', async () => {
    const { store } = await open();
    await store.insert('draft', sample('a'));
    await spoil('draft', 'a');
    await expect(store.get('draft', 'a')).rejects.toMatchObject({ code: 'unreadable-document' });

    expect(await store.save('draft', sample('a', { version: 1 }))).toBe(true);
    expect(await store.get('draft', 'a')).toMatchObject({ version: 2 });
    expect(await store.unreadable(10)).toEqual({ count: 0, refs: [] });
  });

  it('has back at the next start what was mended', async () => {
    const { store } = await open();
    await store.insert('draft', sample('a'));
    const mend = await spoil('draft', 'a');
    await expect(store.get('draft', 'a')).rejects.toMatchObject({ code: 'unreadable-document' });
    await mend();

    const next = await open();
    expect(await next.store.unreadable(10)).toEqual({ count: 0, refs: [] });
    expect((await next.store.list('draft', {}, 10)).items).toHaveLength(1);
  });
}
