import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { keepSignIn } from '../../src/application/sync/service-token';
import { inTurn, type Turns } from '../../src/application/sync/renewal-turn';
import { openSqlite } from '../../src/adapters/sqlite/open-sqlite';
import { NEW_DOCUMENT } from '../../src/domain/living/document';
import type { Store } from '../../src/application/ports/store';

const ACCOUNT = { kind: 'account', id: 'tenant' } as const;

let store: Store;
let now: number;

beforeEach(async () => {
  ({ store } = await openSqlite(
    path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-')), 'desk.db'),
  ));
  now = 1_000_000;
  await keepSignIn(store, 'tenant', { sealed: 'sealed', from: 'setting' }, now);
});
afterEach(() => store.close());

/** A process; `meanwhile` happens while it waits for its turn. */
const process = (name: string, meanwhile: () => unknown = () => undefined): Turns => ({
  store,
  real: () => now,
  pause: async () => meanwhile(),
  newId: () => name,
});

/** A process that has the turn until it is told to end, which resolves when it has given the turn back; or for good. */
async function atWork(name: string): Promise<() => Promise<void>> {
  let done = (): void => undefined;
  let turn = Promise.resolve();
  await new Promise<void>((begun) => {
    turn = inTurn(process(name), ACCOUNT, async () => {
      const over = new Promise<void>((resolve) => (done = resolve));
      begun();
      await over;
    });
  });
  return () => {
    done();
    return turn;
  };
}

it('one process renews at a time; the next one begins when it is done', async () => {
  const end = await atWork('first');
  let waits = 0;
  const second = process('second', () => {
    waits += 1;
    return waits === 3 ? end() : undefined;
  });
  await inTurn(second, ACCOUNT, async () => undefined);
  expect(waits).toBe(3);
  expect((await store.get('account', 'tenant'))?.renewing).toBeUndefined();
});

it('a process that is gone keeps its turn for ten seconds', async () => {
  await atWork('gone');
  const moments: number[] = [];
  const next = process('next', () => {
    moments.push(now);
    now += 5_000;
  });
  await expect(inTurn(next, ACCOUNT, async () => 'renewed')).resolves.toBe('renewed');
  expect(moments).toEqual([1_000_000, 1_005_000]);
});

it('who waits in vain is told so, and renews nothing', async () => {
  await atWork('slow');
  const work = jest.fn();
  await expect(inTurn(process('late'), ACCOUNT, work)).rejects.toThrow('another process has been renewing');
  expect(work).not.toHaveBeenCalled();
});

it('work that fails gives the turn back', async () => {
  const failing = inTurn(process('failing'), ACCOUNT, () => Promise.reject(new Error('no answer')));
  await expect(failing).rejects.toThrow('no answer');
  await expect(inTurn(process('next'), ACCOUNT, async () => 'renewed')).resolves.toBe('renewed');
});

it('an account that is not stored yet has nobody to wait for', async () => {
  await expect(inTurn(process('only'), { kind: 'account', id: 'new' }, async () => 'renewed')).resolves.toBe(
    'renewed',
  );
});

it('a person’s own sign-in is renewed in turns of its own', async () => {
  const person = { kind: 'person', id: 't/megan' } as const;
  await store.insert('person', {
    ...NEW_DOCUMENT,
    ...{ kind: 'person', id: person.id, tenant: 't', aadObjectId: 'megan', name: 'Megan', reachable: true },
  });
  const end = await atWork('of the account');
  const order: string[] = [];
  const second = process('second', () => undefined);
  await inTurn(process('first'), person, async () => {
    order.push('first');
    await expect(inTurn(second, person, async () => order.push('second'))).rejects.toThrow('too long');
  });
  await inTurn(second, person, async () => order.push('second'));
  expect(order).toEqual(['first', 'second']);
  expect((await store.get('person', person.id))?.renewing).toBeUndefined();
  await end();
});
