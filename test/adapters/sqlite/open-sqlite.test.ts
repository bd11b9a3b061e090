import fs from 'node:fs';
import path from 'node:path';
import { Connection } from '../../../src/adapters/sqlite/connection';
import { openSqlite } from '../../../src/adapters/sqlite/open-sqlite';
import { TABLES_VERSION } from '../../../src/adapters/sqlite/tables';
import { NEW_DOCUMENT } from '../../../src/domain/living/document';
import { owed, projectSample, sample } from '../../contracts/sample-drafts';
import { temporaryFolder } from './temporary-folder';

const inFolder = temporaryFolder();
const NOBODY = 65_534;

const refused = (words: string) => ({
  code: 'store-cannot-open',
  message: expect.stringContaining(words),
});

/** As a user whom file permissions bind, when the tests run as root. */
async function asOrdinaryUser(work: () => Promise<void>) {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid!(NOBODY);
  try {
    await work();
  } finally {
    process.seteuid!(0);
  }
}

function ofAnotherProgram(file: string) {
  const connection = new Connection(file);
  connection.exec("CREATE TABLE customers (name TEXT); INSERT INTO customers VALUES ('Contoso')");
  connection.close();
}

describe('opening a SQLite database', () => {
  it('makes the file and its folders, for their owner only', async () => {
    const { store } = await openSqlite(inFolder('new/data/desk.db'));
    await store.close();
    expect(fs.statSync(inFolder('new/data/desk.db')).mode & 0o077).toBe(0);
    expect(fs.statSync(inFolder('new/data')).mode & 0o077).toBe(0);
  });

  it('keeps everything in the one file once it is closed', async () => {
    const { store } = await openSqlite(inFolder('desk.db'), projectSample);
    await store.insert('draft', sample('one'));
    await store.close();
    fs.copyFileSync(inFolder('desk.db'), inFolder('copy.db'));

    const copy = await openSqlite(inFolder('copy.db'), projectSample);
    expect(await copy.store.get('draft', 'one')).toMatchObject({ version: 1 });
    await copy.store.close();
  });

  it('indexes what the domain projects', async () => {
    const { store } = await openSqlite(inFolder('desk.db'));
    const outbox = [
      { ...owed({ parked: 'signed-in' }), kind: 'tell', to: 'admins', notice: { kind: 'expired' } },
    ] as const;
    await store.insert('account', { ...NEW_DOCUMENT, kind: 'account', id: 'none', outbox });
    expect(await store.count('account', { key: 'parked/signed-in' }, 10)).toBe(1);
    await store.close();
  });

  it('takes a path as a path, whatever it looks like', async () => {
    const before = process.cwd();
    process.chdir(path.dirname(inFolder('desk.db')));
    try {
      for (const name of [':memory:', 'file:desk.db?mode=memory']) {
        const { store } = await openSqlite(name);
        await store.close();
        expect(fs.existsSync(inFolder(name))).toBe(true);
      }
    } finally {
      process.chdir(before);
    }
  });

  it('takes an empty file', async () => {
    fs.writeFileSync(inFolder('desk.db'), '');
    const { store } = await openSqlite(inFolder('desk.db'));
    await store.check();
    await store.close();
  });

  it.each([
    ['text', 'Dear diary, '.repeat(1_000)],
    ['one byte', 'x'],
    ['a few bytes', 'hello'],
    ['the head of a database and nothing right after it', `SQLite format 3\0${'\u0001'.repeat(4_096)}`],
  ])('refuses a file that is no database (%s) and leaves it as it is', async (_name, content) => {
    fs.writeFileSync(inFolder('desk.db'), content);
    await expect(openSqlite(inFolder('desk.db'))).rejects.toMatchObject(refused('not a database'));
    expect(fs.readFileSync(inFolder('desk.db'), 'utf8')).toBe(content);
  });

  it('refuses the database of another program and leaves it as it is', async () => {
    ofAnotherProgram(inFolder('crm.db'));
    const before = fs.readFileSync(inFolder('crm.db'));
    await expect(openSqlite(inFolder('crm.db'))).rejects.toMatchObject(refused('another program'));
    expect(fs.readFileSync(inFolder('crm.db')).equals(before)).toBe(true);
  });

  it('refuses an empty database that another program has marked as its own', async () => {
    const connection = new Connection(inFolder('crm.db'));
    connection.exec('PRAGMA application_id = 7');
    connection.close();
    await expect(openSqlite(inFolder('crm.db'))).rejects.toMatchObject(refused('another program'));
  });

  it('finds what a former version stored by what is projected of it today', async () => {
    const former = await openSqlite(inFolder('desk.db'), () => ({ urgency: 0, words: ['old'], keys: [] }));
    await former.store.insert('draft', sample('a', { keys: ['tab/leads'], urgency: 7 }));
    await former.store.close();
    const connection = new Connection(inFolder('desk.db'));
    connection.exec('PRAGMA user_version = 2');
    connection.close();
    const { store } = await openSqlite(inFolder('desk.db'), projectSample);
    expect((await store.list('draft', { key: 'tab/leads' }, 9)).items).toMatchObject([
      { id: 'a', version: 1 },
    ]);
    expect(await store.count('draft', { words: ['old'] }, 9)).toBe(0);
    await store.close();
  });

  it('refuses the tables of a newer version', async () => {
    await (await openSqlite(inFolder('desk.db'))).store.close();
    const connection = new Connection(inFolder('desk.db'));
    connection.exec(`PRAGMA user_version = ${String(TABLES_VERSION + 1)}`);
    connection.close();
    await expect(openSqlite(inFolder('desk.db'))).rejects.toMatchObject(refused('newer version'));
  });

  it('refuses a folder, and a path through a file', async () => {
    fs.mkdirSync(inFolder('folder'));
    fs.writeFileSync(inFolder('file'), 'x');
    await expect(openSqlite(inFolder('folder'))).rejects.toMatchObject(refused('a folder'));
    await expect(openSqlite(inFolder('file/desk.db'))).rejects.toMatchObject(refused('not a folder'));
    await expect(openSqlite(inFolder('file/deep/desk.db'))).rejects.toMatchObject(refused('not a folder'));
  });

  it('refuses a read-only file', async () => {
    await (await openSqlite(inFolder('desk.db'))).store.close();
    fs.copyFileSync(inFolder('desk.db'), inFolder('copy.db'));
    fs.chmodSync(inFolder('copy.db'), 0o444);
    fs.chmodSync(inFolder(''), 0o777);
    await asOrdinaryUser(async () => {
      await expect(openSqlite(inFolder('copy.db'))).rejects.toMatchObject(refused('read-only'));
    });
  });

  it('refuses a folder where it may not write', async () => {
    fs.mkdirSync(inFolder('locked'));
    await (await openSqlite(inFolder('locked/desk.db'))).store.close();
    fs.chmodSync(inFolder('locked/desk.db'), 0o666);
    fs.chmodSync(inFolder('locked'), 0o555);
    fs.chmodSync(inFolder(''), 0o755);
    await asOrdinaryUser(async () => {
      const openIn = (file: string) => expect(openSqlite(inFolder(file))).rejects;
      await openIn('locked/new.db').toMatchObject(refused('may not write'));
      await openIn('locked/data/desk.db').toMatchObject(refused('may not write'));
      await openIn('locked/desk.db').toMatchObject(refused('its folder cannot be read or written'));
    });
  });

  it('waits for another program that holds the file, then says so', async () => {
    await (await openSqlite(inFolder('desk.db'))).store.close();
    const other = new Connection(inFolder('desk.db'));
    other.run('BEGIN IMMEDIATE');
    await expect(openSqlite(inFolder('desk.db'))).rejects.toMatchObject(refused('another program holds it'));
    other.run('ROLLBACK');
    other.close();
  });
});
