import { openFile } from '../../../src/adapters/sqlite/open-sqlite';
import { SqliteStore } from '../../../src/adapters/sqlite/sqlite-store';
import type { ListQuery } from '../../../src/application/ports/store';
import { projectSample, sample } from '../../contracts/sample-drafts';
import { temporaryFolder } from './temporary-folder';

const inFolder = temporaryFolder();

/** How SQLite goes about what `ask` asks of the store. */
async function plansOf(ask: (store: SqliteStore) => Promise<unknown>): Promise<string> {
  const { connection, turns } = await openFile(inFolder('desk.db'), projectSample);
  const asked: [string, unknown[]][] = [];
  const all = connection.all.bind(connection);
  const spy = jest.spyOn(connection, 'all').mockImplementation((sql, ...values) => {
    asked.push([sql, values]);
    return all(sql, ...values);
  });
  const store = new SqliteStore(connection, turns, projectSample);
  await ask(store);
  spy.mockRestore();
  const plans = asked.flatMap(([sql, values]) =>
    connection.all(`EXPLAIN QUERY PLAN ${sql}`, ...(values as string[])).map(({ detail }) => String(detail)),
  );
  await store.close();
  return plans.join('\n');
}

const LISTS: readonly (readonly [string, ListQuery, string])[] = [
  ['a stage', { stage: 'received' }, 'documents_stage'],
  ['one desk', { stage: 'received', desks: ['north'] }, 'documents_desk'],
  ['several desks', { stage: 'received', desks: ['north', 'south'] }, 'documents_desk'],
  ['an owner', { stage: 'accepted', owner: 'ada' }, 'documents_owner'],
  ['all there is', {}, 'documents_all'],
];

describe('lists on SQLite', () => {
  it.each(LISTS)('of %s come out of an index in their order', async (_name, query, index) => {
    const plans = await plansOf((store) => store.list('draft', query, 10, { urgency: 1, id: 'a' }));
    expect(plans).toContain(`USING INDEX ${index}`);
    expect(plans).not.toMatch(/TEMP B-TREE|SCAN documents(?! USING)/);
  });

  it('of what runs out read only that', async () => {
    const plans = await plansOf((store) => store.list('draft', { dueBefore: 10 }, 10));
    expect(plans).toContain('USING INDEX documents_ahead (due_at<?)');
  });

  it('a look for what is due, the end of leases and unreadable documents each have an index', async () => {
    const plans = await plansOf(async (store) => {
      await store.insert('draft', sample('due', { wakeAt: 0 }));
      await store.claim({ now: 1, realNow: 1, until: 2, holder: 'me', limit: 8, kinds: ['draft'] });
      await store.nextWake([]);
      await store.takeBack(() => true);
      await store.unreadable(5);
    });
    for (const index of ['documents_due', 'documents_leased', 'documents_aside'])
      expect(plans).toContain(index);
    expect(plans.match(/documents_due \(wake_at<\?\)/g)).toHaveLength(2);
    expect(plans).not.toMatch(/SCAN documents(?! USING)|USING INDEX documents_(?:all|stage|owner|desk)/);
  });
});
