import { NEW_DOCUMENT, SCHEMA } from '../../src/domain/living/document';
import type { Account } from '../../src/domain/account/account';
import type { Draft } from '../../src/domain/draft/draft';
import type { Claim, Store } from '../../src/application/ports/store';
import { owed, sample } from './sample-drafts';
import type { Open } from './store';

const one = { kind: 'draft', id: 'one' } as const;
const account = (wakeAt: number | null): Account => ({
  ...NEW_DOCUMENT,
  kind: 'account',
  id: 'none',
  wakeAt,
});

/** Business time and real time are far apart here on purpose. */
const CLAIM: Claim = {
  now: 300,
  realNow: 9_000,
  until: 39_000,
  holder: 'me',
  limit: 10,
  kinds: ['referral', 'desk', 'person', 'account', 'draft'],
};

async function claimed(store: Store, over: Partial<Claim> = {}): Promise<string[]> {
  return (await store.claim({ ...CLAIM, ...over })).map(({ id }) => id);
}

/** Who is due, and who may work on it. */
export function keepsWakes(open: Open): void {
  claims(open);
  leases(open);
}

function claims(open: Open): void {
  it('gives those that are due, as they are stored, oldest wake first, and no more than asked for', async () => {
    const { store } = await open();
    await store.insert('draft', sample('later', { wakeAt: 301 }));
    await store.insert('draft', sample('third', { wakeAt: 300 }));
    await store.insert('account', account(200));
    await store.insert('draft', sample('first', { wakeAt: 100 }));
    await store.insert('draft', sample('never', { wakeAt: null }));

    expect(await claimed(store, { limit: 0 })).toEqual([]);
    expect(await store.claim({ ...CLAIM, limit: 1 })).toEqual([
      { kind: 'draft', id: 'first', document: { ...sample('first', { wakeAt: 100 }), version: 1 } },
    ]);
    expect(await claimed(store)).toEqual(['none', 'third']);
    expect(await claimed(store)).toEqual([]);
  });

  it('follows a wake that moves or ends', async () => {
    const { store } = await open();
    await store.insert('draft', sample('one', { wakeAt: 100 }));
    await store.save('draft', { ...((await store.get('draft', 'one')) as Draft), wakeAt: 500 });
    expect(await claimed(store, { now: 499 })).toEqual([]);
    expect(await claimed(store, { now: 500 })).toEqual(['one']);

    await store.save('draft', { ...((await store.get('draft', 'one')) as Draft), wakeAt: null }, 'me');
    expect(await claimed(store, { now: Number.MAX_SAFE_INTEGER })).toEqual([]);
    expect(await store.nextWake([])).toBeUndefined();
  });

  it('gives each document to one of twenty who ask at once', async () => {
    const { store } = await open();
    const ids = ['a', 'b', 'c'];
    await Promise.all(ids.map((id) => store.insert('draft', sample(id, { wakeAt: 100 }))));
    const asked = Array.from({ length: 20 }, (_, index) =>
      claimed(store, { holder: `holder ${String(index)}`, limit: 2 }),
    );
    expect((await Promise.all(asked)).flat().sort()).toEqual(ids);
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

  it('leaves alone what the one who asks cannot work on: another kind, or what a newer program owes', async () => {
    const { store } = await open();
    await store.insert('account', account(0));
    await store.insert('draft', sample('unreadable', { wakeAt: 1, minReader: SCHEMA + 1 }));
    const outbox = [owed({ since: 1 }), owed({ since: SCHEMA + 1 })];
    await store.insert('draft', sample('one', { wakeAt: 2, outbox }));
    await store.insert('draft', sample('two', { wakeAt: 3 }));

    expect(await claimed(store, { kinds: ['draft'], limit: 1 })).toEqual(['two']);
    expect(await claimed(store)).toEqual(['none']);

    const read = (await store.get('draft', 'one')) as Draft;
    await store.save('draft', { ...read, outbox: [owed({ since: 1 })] });
    expect(await claimed(store)).toEqual(['one']);
  });
}

function leases(open: Open): void {
  it('hides a claimed document until the lease runs out in real time', async () => {
    const { store } = await open();
    await store.insert('draft', sample('one', { wakeAt: 100 }));

    expect(await claimed(store, { realNow: 1_000, until: 31_000 })).toEqual(['one']);
    expect(await claimed(store, { realNow: 30_999, holder: 'another' })).toEqual([]);
    expect(await claimed(store, { realNow: 31_000, until: 60_000, holder: 'another' })).toEqual(['one']);
    expect(await store.renew(one, 'me', 62_000)).toBe(false);
    expect(await claimed(store, { realNow: 60_000, until: 90_000 })).toEqual(['one']);
  });

  it('lets the holder take the lease on, and nobody else', async () => {
    const { store } = await open();
    await store.insert('draft', sample('one', { wakeAt: 100 }));

    expect(await store.renew(one, 'me', 2_000)).toBe(false);
    await claimed(store, { realNow: 1_000, until: 2_000 });
    expect(await store.renew(one, 'me', 3_000)).toBe(true);
    expect(await store.renew(one, 'another', 9_000)).toBe(false);
    expect(await claimed(store, { realNow: 2_500 })).toEqual([]);
    expect(await claimed(store, { realNow: 3_000 })).toEqual(['one']);
    expect(await store.renew({ kind: 'draft', id: 'two' }, 'me', 1)).toBe(false);
  });

  it('is released by its holder only', async () => {
    const { store } = await open();
    await store.insert('draft', sample('one', { wakeAt: 100 }));
    await claimed(store);

    await store.release(one, 'a stranger');
    expect(await claimed(store)).toEqual([]);
    await store.release(one, 'me');
    expect(await claimed(store)).toEqual(['one']);
  });

  it('goes with a save that says so, if it is the holder who saves', async () => {
    const { store } = await open();
    await store.insert('draft', sample('one', { wakeAt: 100 }));
    await claimed(store);

    expect(await store.save('draft', sample('one', { wakeAt: 100, version: 1 }), 'a stranger')).toBe(true);
    expect(await claimed(store)).toEqual([]);
    expect(await store.save('draft', sample('one', { wakeAt: 100, version: 1 }), 'me')).toBe(false);
    expect(await claimed(store)).toEqual([]);
    expect(await store.save('draft', sample('one', { wakeAt: 100, version: 2 }), 'me')).toBe(true);
    expect(await claimed(store)).toEqual(['one']);
  });

  it('keeps version and lease apart: a lease spoils no save, a save ends no lease', async () => {
    const { store } = await open();
    await store.insert('draft', sample('one', { wakeAt: 100 }));
    const read = (await store.get('draft', 'one')) as Draft;
    await claimed(store);

    expect(await store.save('draft', { ...read, wakeAt: 50 })).toBe(true);
    expect(await store.get('draft', 'one')).toEqual({ ...read, wakeAt: 50, version: 2 });
    expect(await claimed(store)).toEqual([]);
  });

  it('ends the leases of those who are gone', async () => {
    const { store } = await open();
    await store.insert('draft', sample('one', { wakeAt: 100 }));
    await store.insert('draft', sample('two', { wakeAt: 200 }));
    await store.insert('draft', sample('three', { wakeAt: 250 }));
    await claimed(store, { holder: 'host/1/a', limit: 1 });
    await claimed(store, { holder: 'host/2/b', limit: 1 });

    expect(await store.takeBack((holder) => holder.startsWith('host/1/'))).toBe(1);
    expect(await store.takeBack((holder) => holder.startsWith('host/1/'))).toBe(0);
    expect(await claimed(store)).toEqual(['one', 'three']);
  });
}
