import { SCHEMA } from '../../src/domain/living/document';
import { NEW_DOCUMENT } from '../../src/domain/living/document';
import type { Account } from '../../src/domain/account/account';
import type { Draft } from '../../src/domain/draft/draft';
import { owed, sample } from './sample-drafts';
import type { Open } from './store';

const one = { kind: 'draft', id: 'one' } as const;
const account = (wakeAt: number | null): Account => ({
  ...NEW_DOCUMENT,
  kind: 'account',
  id: 'none',
  wakeAt,
});

/** Who is due, and who may work on it. Business time and real time are far apart here on purpose. */
export function keepsWakes(open: Open): void {
  it('names those that are due, oldest wake first, and no more than asked for', async () => {
    const { store } = await open();
    await store.insert('draft', sample('later', { wakeAt: 301 }));
    await store.insert('draft', sample('third', { wakeAt: 300 }));
    await store.insert('account', account(200));
    await store.insert('draft', sample('first', { wakeAt: 100 }));
    await store.insert('draft', sample('never', { wakeAt: null }));

    const ids = async (limit: number) => (await store.due(300, 9_000, limit)).map((ref) => ref.id);
    expect(await store.due(300, 9_000, 1)).toEqual([{ kind: 'draft', id: 'first' }]);
    expect(await ids(10)).toEqual(['first', 'none', 'third']);
    expect(await ids(2)).toEqual(['first', 'none']);
    expect(await ids(0)).toEqual([]);
  });

  it('follows a wake that moves or ends', async () => {
    const { store } = await open();
    await store.insert('draft', sample('one', { wakeAt: 100 }));
    await store.save('draft', { ...((await store.get('draft', 'one')) as Draft), wakeAt: 500 });
    expect(await store.due(499, 0, 10)).toEqual([]);
    expect(await store.due(500, 0, 10)).toEqual([one]);

    await store.save('draft', { ...((await store.get('draft', 'one')) as Draft), wakeAt: null });
    expect(await store.due(Number.MAX_SAFE_INTEGER, 0, 10)).toEqual([]);
    expect(await store.nextWake([])).toBeUndefined();
  });

  it('hides a leased document until the lease runs out in real time', async () => {
    const { store } = await open();
    await store.insert('draft', sample('one', { wakeAt: 100 }));

    expect(await store.lease(one, 'me', 1_000, 31_000)).toBe(true);
    expect(await store.due(100, 30_999, 10)).toEqual([]);
    expect(await store.lease(one, 'another', 30_999, 60_000)).toBe(false);
    expect(await store.due(100, 31_000, 10)).toEqual([one]);
    expect(await store.lease(one, 'another', 31_000, 60_000)).toBe(true);
    expect(await store.lease(one, 'me', 32_000, 62_000)).toBe(false);
  });

  it('lets the holder take the lease on, and nobody lease what is not there', async () => {
    const { store } = await open();
    await store.insert('draft', sample('one', { wakeAt: 100 }));

    expect(await store.lease(one, 'me', 1_000, 2_000)).toBe(true);
    expect(await store.lease(one, 'me', 1_500, 3_000)).toBe(true);
    expect(await store.due(100, 2_500, 10)).toEqual([]);
    expect(await store.lease({ kind: 'draft', id: 'two' }, 'me', 0, 1)).toBe(false);
  });

  it('gives a lease to one of twenty who ask at once', async () => {
    const { store } = await open();
    await store.insert('draft', sample('one', { wakeAt: 100 }));
    const asked = Array.from({ length: 20 }, (_, index) =>
      store.lease(one, `holder ${String(index)}`, 0, 1_000),
    );
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
  });

  it('is released by its holder only', async () => {
    const { store } = await open();
    await store.insert('draft', sample('one', { wakeAt: 100 }));
    await store.lease(one, 'me', 0, 1_000);

    await store.release(one, 'a stranger');
    expect(await store.due(100, 500, 10)).toEqual([]);
    await store.release(one, 'me');
    expect(await store.due(100, 500, 10)).toEqual([one]);
  });

  it('keeps version and lease apart: a lease spoils no save, a save ends no lease', async () => {
    const { store } = await open();
    await store.insert('draft', sample('one', { wakeAt: 100 }));
    const read = (await store.get('draft', 'one')) as Draft;
    await store.lease(one, 'me', 0, 1_000);

    expect(await store.save('draft', { ...read, wakeAt: 50 })).toBe(true);
    expect(await store.get('draft', 'one')).toEqual({ ...read, wakeAt: 50, version: 2 });
    expect(await store.due(100, 500, 10)).toEqual([]);
  });

  it('tells the next wake of all but the kinds named', async () => {
    const { store } = await open();
    expect(await store.nextWake([])).toBeUndefined();
    await store.insert('account', account(100));
    await store.insert('draft', sample('one', { wakeAt: 300 }));
    await store.insert('draft', sample('two', { wakeAt: -200 }));
    await store.insert('draft', sample('never', { wakeAt: null }));

    expect(await store.nextWake([])).toBe(-200);
    expect(await store.nextWake(['draft'])).toBe(100);
    expect(await store.nextWake(['referral', 'account'])).toBe(-200);
    expect(await store.nextWake(['draft', 'account'])).toBeUndefined();
  });

  it('leaves a document alone that owes what only a newer program can do', async () => {
    const { store } = await open();
    await store.insert('draft', sample('unreadable', { wakeAt: 1, minReader: SCHEMA + 1 }));
    await store.insert(
      'draft',
      sample('one', { wakeAt: 2, outbox: [owed({ since: 1 }), owed({ since: SCHEMA + 1 })] }),
    );

    expect(await store.due(10, 0, 10)).toEqual([]);
    expect(await store.lease(one, 'me', 0, 1)).toBe(false);
    expect(await store.lease({ kind: 'draft', id: 'unreadable' }, 'me', 0, 1)).toBe(false);

    const read = (await store.get('draft', 'one')) as Draft;
    await store.save('draft', { ...read, outbox: [owed({ since: 1 })] });
    expect(await store.due(10, 0, 10)).toEqual([one]);
  });
}
