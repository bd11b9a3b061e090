import { type Bindable, Connection } from '../../../src/adapters/sqlite/connection';
import { SqliteRecords } from '../../../src/adapters/sqlite/sqlite-records';
import { openFile } from '../../../src/adapters/sqlite/open-sqlite';
import { SqliteStore } from '../../../src/adapters/sqlite/sqlite-store';
import { projectSample, sample } from '../../contracts/sample-drafts';
import { temporaryFolder } from './temporary-folder';

const inFolder = temporaryFolder();

/** A store, and the connection beneath it to do harm to. */
async function storeWithConnection() {
  const { connection, turns } = await openFile(inFolder('desk.db'));
  const store = new SqliteStore(connection, turns, projectSample);
  await store.insert('draft', sample('one'));
  return { connection, store, records: new SqliteRecords(connection, turns) };
}

describe('the connection to SQLite', () => {
  it('refuses values that would end the process inside the driver', () => {
    const connection = new Connection(inFolder('plain.db'));
    const values = [true, false, new Date(0), undefined, 1n, Number.NaN, Infinity, {}, [], Symbol('s')];
    for (const value of values) {
      expect(() => connection.all('SELECT ? AS value', value as Bindable)).toThrow(TypeError);
      expect(() => connection.run('PRAGMA user_version', value as Bindable)).toThrow(TypeError);
    }
    expect(connection.all('SELECT ? AS a, ? AS b, ? AS c', 'ü', -1_795_000_000_123, null)).toEqual([
      { a: 'ü', b: -1_795_000_000_123, c: null },
    ]);
    connection.close();
  });

  it('takes back all of a transaction that fails', () => {
    const connection = new Connection(inFolder('plain.db'));
    connection.exec('CREATE TABLE t (a INTEGER PRIMARY KEY)');
    const fail = () => {
      connection.run('INSERT INTO t VALUES (?)', 1);
      connection.run('INSERT INTO t VALUES (?)', 1);
    };
    expect(() => connection.transaction(fail)).toThrow(/UNIQUE/);
    expect(connection.all('SELECT a FROM t')).toEqual([]);
    connection.transaction(() => connection.run('INSERT INTO t VALUES (?)', 1));
    expect(connection.all('SELECT a FROM t')).toEqual([{ a: 1 }]);
    connection.close();
  });
});

describe('a store on SQLite in trouble', () => {
  it('refuses writes on a full disk, keeps what it has, and goes on when there is room', async () => {
    const { connection, store } = await storeWithConnection();
    const pages = Number(connection.pragma('page_count'));
    connection.exec(`PRAGMA max_page_count = ${String(pages)}`);
    const large = sample('large', { answers: { notes: 'x'.repeat(100_000) } });

    const full = { code: 'store-unavailable', message: expect.stringContaining('disk is full') };
    await expect(store.insert('draft', large)).rejects.toMatchObject(full);
    await expect(store.save('draft', { ...large, id: 'one', version: 1 })).rejects.toMatchObject(full);
    expect(await store.get('draft', 'one')).toMatchObject({ version: 1 });
    expect(await store.get('draft', 'large')).toBeUndefined();

    connection.exec(`PRAGMA max_page_count = ${String(pages + 100)}`);
    expect(await store.insert('draft', large)).toBe(true);
    await store.close();
  });

  it('says so in its check when there is no room for a document', async () => {
    const { connection, store } = await storeWithConnection();
    connection.exec('VACUUM');
    connection.exec(`PRAGMA max_page_count = ${String(connection.pragma('page_count'))}`);
    await expect(store.check()).rejects.toMatchObject({ code: 'store-unavailable' });
    await store.close();
  });

  it('refuses writes to a read-only file and still reads', async () => {
    const { connection, store, records } = await storeWithConnection();
    connection.exec('PRAGMA query_only = 1');

    const readOnly = { code: 'store-unavailable', message: expect.stringContaining('read-only') };
    await expect(store.check()).rejects.toMatchObject(readOnly);
    await expect(store.insert('draft', sample('two'))).rejects.toMatchObject(readOnly);
    await expect(store.renew({ kind: 'draft', id: 'one' }, 'me', 1)).rejects.toMatchObject(readOnly);
    await expect(records.put('people', 'ada', '{}')).rejects.toMatchObject(readOnly);
    expect(await store.get('draft', 'one')).toMatchObject({ version: 1 });
    await store.close();
  });

  it('waits for another writer without holding up the process, and saves when it is done', async () => {
    const { store } = await storeWithConnection();
    const other = new Connection(inFolder('desk.db'));
    other.run('BEGIN IMMEDIATE');
    let reads = 0;

    const saved = store.save('draft', sample('one', { version: 1 }));
    while (reads < 3) {
      expect(await store.get('draft', 'one')).toMatchObject({ version: 1 });
      await new Promise((resolve) => setImmediate(resolve));
      reads += 1;
    }
    other.run('COMMIT');

    expect(await saved).toBe(true);
    other.close();
    await store.close();
  });

  it('gives up after three seconds of waiting, all who wait at once', async () => {
    const { store } = await storeWithConnection();
    const other = new Connection(inFolder('desk.db'));
    other.run('BEGIN IMMEDIATE');
    const begun = performance.now();

    const busy = { code: 'store-busy' };
    await Promise.all([
      expect(store.save('draft', sample('one', { version: 1 }))).rejects.toMatchObject(busy),
      expect(store.insert('draft', sample('two'))).rejects.toMatchObject(busy),
      expect(store.check()).rejects.toMatchObject(busy),
    ]);
    expect(performance.now() - begun).toBeLessThan(4_000);

    other.run('ROLLBACK');
    expect(await store.save('draft', sample('one', { version: 1 }))).toBe(true);
    other.close();
    await store.close();
  });
});
