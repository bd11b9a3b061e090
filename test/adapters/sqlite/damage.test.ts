import fs from 'node:fs';
import { openSqlite } from '../../../src/adapters/sqlite/open-sqlite';
import { projectSample, sample } from '../../contracts/sample-drafts';
import { temporaryFolder } from './temporary-folder';

const inFolder = temporaryFolder();
const PAGE = 4_096;

/** A database of some hundred pages; `harm` overwrites those from one to another. */
async function filled(): Promise<{ harm: (from: number, to: number) => void }> {
  const { store } = await openSqlite(inFolder('desk.db'), projectSample);
  const notes = 'x'.repeat(3_000);
  for (let index = 0; index < 200; index += 1)
    await store.insert('draft', sample(String(index), { answers: { notes }, stage: 'received' }));
  await store.close();
  return {
    harm: (from, to) => {
      const file = fs.openSync(inFolder('desk.db'), 'r+');
      fs.writeSync(file, Buffer.alloc((to - from) * PAGE, 0xa5), 0, undefined, from * PAGE);
      fs.closeSync(file);
    },
  };
}

it('damage that shows itself while reading keeps the store from saying that all is well', async () => {
  const { harm } = await filled();
  harm(60, 200);
  const { store } = await openSqlite(inFolder('desk.db'), projectSample);
  await store.check();

  const damaged = { code: 'store-unavailable', message: expect.stringContaining('damaged') };
  const reads = Array.from({ length: 200 }, (_, index) => store.get('draft', String(index)));
  const refused = (await Promise.allSettled(reads)).filter(({ status }) => status === 'rejected');
  expect(refused).not.toEqual([]);
  expect(refused[0]).toMatchObject({ reason: damaged });
  await expect(store.check()).rejects.toMatchObject(damaged);
  await expect(store.insert('draft', sample('new'))).rejects.toMatchObject(damaged);
  await store.close();
});

it('damage that shows itself at the start is said in plain words', async () => {
  const { harm } = await filled();
  harm(1, 40);
  await expect(openSqlite(inFolder('desk.db'), projectSample)).rejects.toMatchObject({
    code: 'store-cannot-open',
    message: expect.stringContaining('damaged'),
  });
});
