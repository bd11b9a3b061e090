import { setImmediate as nextTurn } from 'node:timers/promises';
import { Connection } from '../../../src/adapters/sqlite/connection';
import { Turns } from '../../../src/adapters/sqlite/turns';
import { temporaryFolder } from './temporary-folder';

const inFolder = temporaryFolder();

/** A table, and a disk whose syncs end when the test says so. */
function ground() {
  const connection = new Connection(inFolder('plain.db'));
  connection.pragma('journal_mode = WAL');
  connection.exec('CREATE TABLE t (a INTEGER PRIMARY KEY)');
  const syncs: { end: () => void; fail: () => void }[] = [];
  const sync = () =>
    new Promise<void>((resolve, reject) => {
      syncs.push({ end: resolve, fail: () => reject(new Error('EIO')) });
    });
  const turns = new Turns(connection, { sync, close: () => Promise.resolve() });
  const insert = (a: number) => turns.write(() => connection.run('INSERT INTO t VALUES (?)', a));
  const acknowledged: string[] = [];
  const note = (name: string, what: Promise<unknown>) =>
    what.then(
      () => acknowledged.push(name),
      () => acknowledged.push(`${name} failed`),
    );
  return { connection, turns, syncs, insert, acknowledged, note };
}

async function someTurns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await nextTurn();
}

describe('turns at a SQLite database', () => {
  it('acknowledge a write when it has reached the disk, and not before', async () => {
    const { syncs, insert, acknowledged, note, connection } = ground();
    const first = note('first', insert(1));
    await someTurns();
    expect(connection.all('SELECT a FROM t')).toHaveLength(1);
    expect([syncs.length, acknowledged]).toEqual([1, []]);
    syncs[0]!.end();
    await first;
    expect(acknowledged).toEqual(['first']);
  });

  it('make one transaction and one sync of all that waits, each failing alone', async () => {
    const { syncs, insert, acknowledged, note, connection } = ground();
    const commits = jest.spyOn(connection, 'transaction');
    const all = [note('a', insert(1)), note('b', insert(2)), note('again', insert(1)), note('c', insert(3))];
    await someTurns();
    expect([commits.mock.calls.length, syncs.length, acknowledged]).toEqual([1, 1, []]);
    syncs[0]!.end();
    await Promise.all(all);
    expect(acknowledged).toEqual(['a', 'b', 'again failed', 'c']);
    expect(connection.all('SELECT a FROM t ORDER BY a')).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }]);
  });

  it('take what comes during a sync into the next one', async () => {
    const { syncs, insert, acknowledged, note } = ground();
    const first = note('first', insert(1));
    await someTurns();
    const others = [note('second', insert(2)), note('third', insert(3))];
    await someTurns();
    expect(syncs).toHaveLength(1);
    syncs[0]!.end();
    await first;
    await someTurns();
    expect([syncs.length, acknowledged]).toEqual([2, ['first']]);
    syncs[1]!.end();
    await Promise.all(others);
    expect(acknowledged).toEqual(['first', 'second', 'third']);
  });

  it('confirm what was read only when the write that it saw lasts', async () => {
    const { syncs, insert, acknowledged, note, turns } = ground();
    const first = note('first', insert(1));
    await someTurns();
    const confirmed = note('confirmed', turns.lasting());
    await someTurns();
    expect(acknowledged).toEqual([]);
    syncs[0]!.end();
    await someTurns();
    syncs[1]!.end();
    await Promise.all([first, confirmed]);
    await turns.lasting();
    expect(syncs).toHaveLength(2);
  });

  it('trust the disk no more once a sync has failed', async () => {
    const { syncs, insert, turns } = ground();
    const unavailable = { code: 'store-unavailable', message: expect.stringContaining('the disk answers') };
    const first = expect(insert(1)).rejects.toMatchObject(unavailable);
    await someTurns();
    syncs[0]!.fail();
    await first;
    await expect(insert(2)).rejects.toMatchObject(unavailable);
    expect(() => turns.mustBeSound()).toThrow('the disk answers');
    expect(syncs).toHaveLength(1);
  });

  it('let others in while many read and write', async () => {
    const { turns, connection } = ground();
    const seen = { turns: 0, watching: true };
    const watch = (async () => {
      for (; seen.watching; seen.turns += 1) await nextTurn();
    })();
    const slow = () => {
      const until = performance.now() + 2;
      while (performance.now() < until) connection.get('SELECT 1');
    };
    for (let index = 0; index < 100; index += 1) await turns.read(slow);
    seen.watching = false;
    await watch;
    expect(seen.turns).toBeGreaterThan(10);
  });
});
