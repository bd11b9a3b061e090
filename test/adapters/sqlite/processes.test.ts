import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Connection } from '../../../src/adapters/sqlite/connection';
import { openSqlite } from '../../../src/adapters/sqlite/open-sqlite';
import { projectSample, sample } from '../../contracts/sample-drafts';
import { temporaryFolder } from './temporary-folder';

const inFolder = temporaryFolder();

function writer(...args: readonly string[]): ChildProcessByStdio<null, Readable, null> {
  const script = path.join(__dirname, 'writer.cjs');
  return spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Kills a writing process once it has acknowledged so many writes; answers with all that it acknowledged. */
async function writeAndKill(name: string, acknowledged: number): Promise<string[]> {
  const child = writer('insert', inFolder('desk.db'), name);
  const ended = once(child, 'close');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === acknowledged) child.kill('SIGKILL');
  }
  await ended;
  return lines;
}

describe('processes that share a SQLite file', () => {
  it('lose no acknowledged write when one is killed in the middle', async () => {
    const acknowledged: string[] = [];
    for (const [round, writes] of [50, 173, 331].entries()) {
      acknowledged.push(...(await writeAndKill(`round${String(round)}`, writes)));
    }

    const { store } = await openSqlite(inFolder('desk.db'), projectSample);
    for (const id of acknowledged) {
      expect(await store.get('draft', id)).toMatchObject({ version: 1 });
      expect(await store.count('draft', { words: [id] }, 1)).toBe(1);
    }
    await store.close();
    const connection = new Connection(inFolder('desk.db'));
    expect(connection.pragma('integrity_check')).toBe('ok');
    connection.close();
  });

  it('count up together without losing one, and make the new file together', async () => {
    const children = ['a', 'b', 'c'].map((name) => writer('insert', inFolder('together.db'), name, '60'));
    for (const child of children) child.stdout.resume();
    const made = await Promise.all(children.map((child) => once(child, 'close')));
    expect(made.map(([code]) => code as number)).toEqual([0, 0, 0]);

    const { store } = await openSqlite(inFolder('together.db'), projectSample);
    expect(await store.count('draft', {}, 1_000)).toBe(180);
    await store.insert('draft', sample('counter'));
    const counters = ['a', 'b'].map((name) => writer('count', inFolder('together.db'), name, '200'));
    for (const child of counters) child.stdout.resume();
    const codes = await Promise.all(counters.map((child) => once(child, 'close')));
    expect(codes.map(([code]) => code as number)).toEqual([0, 0]);
    expect(await store.get('draft', 'counter')).toMatchObject({ touchedAt: 400, version: 401 });
    await store.close();
  });
});
