import { MongoClient, type Db } from 'mongodb';
import { openMongo } from '../../../src/adapters/mongo/open-mongo';
import type { ListQuery, Store } from '../../../src/application/ports/store';
import { projectSample, sample } from '../../contracts/sample-drafts';
import { describeWithMongod, startSingle } from './servers';

const MANY = 1_500;
const FEW = 5;

/** What the server's profiler says of a command (https://www.mongodb.com/docs/manual/reference/database-profiler/). */
interface Profiled {
  readonly planSummary?: string;
  readonly hasSortStage?: boolean;
  readonly docsExamined?: number;
}

describeWithMongod('MongoDB goes by an index', () => {
  let server: Awaited<ReturnType<typeof startSingle>>;
  let client: MongoClient;
  let db: Db;
  let store: Store;

  beforeAll(async () => {
    server = await startSingle();
    client = await new MongoClient(server.getUri()).connect();
    db = client.db('referral-desk');
    ({ store } = await openMongo(server.getUri(), projectSample));
    const drafts = Array.from({ length: MANY }, (_, at) =>
      sample(`d${String(at)}`, {
        stage: at % 2 === 0 ? 'received' : 'accepted',
        desk: at % 3 === 0 ? 'north' : 'south',
        owner: at % 10 === 0 ? 'ada' : 'bob',
        urgency: (at * 7) % MANY,
        words: ['common', ...(at % 300 === 0 ? ['rare'] : [])],
        keys: [`card/${String(at)}`],
        ...(at % 300 === 0 ? { dueAt: at } : {}),
        wakeAt: at % 300 === 0 ? at : 1e12,
      }),
    );
    for (let from = 0; from < MANY; from += 100)
      await Promise.all(drafts.slice(from, from + 100).map((draft) => store.insert('draft', draft)));
  }, 120_000);
  afterAll(async () => {
    await store.close();
    await client.close();
    await server.stop();
  });

  /** All that the server did for it. */
  async function profiled(ask: () => Promise<unknown>): Promise<Profiled[]> {
    await db.command({ profile: 0 });
    await db.collection('system.profile').drop();
    await db.command({ profile: 2 });
    await ask();
    await db.command({ profile: 0 });
    const its = { ns: 'referral-desk.documents', planSummary: { $exists: true } };
    return db.collection('system.profile').find<Profiled>(its).toArray();
  }

  const AFTER = { urgency: 10, id: 'd1' };
  const ORDERED: readonly (readonly [string, ListQuery])[] = [
    ['a stage', { stage: 'received' }],
    ['one desk', { stage: 'received', desks: ['north'] }],
    ['several desks', { stage: 'received', desks: ['north', 'south'] }],
    ['an owner', { stage: 'accepted', owner: 'ada' }],
    ['all there is', {}],
    ['a key', { key: 'card/7' }],
  ];

  it.each(ORDERED)(
    'a page of %s, from its beginning and later, comes out of an index in its order',
    async (_, query) => {
      const seen = await profiled(async () => {
        await store.list('draft', query, 10);
        await store.list('draft', query, 10, AFTER);
      });
      expect(seen).toHaveLength(2);
      for (const one of seen) {
        expect(one.planSummary).toMatch(/^IXSCAN/);
        expect(one.hasSortStage).toBeFalsy();
      }
    },
  );

  const FOUND: readonly (readonly [string, ListQuery])[] = [
    ['what runs out', { dueBefore: MANY }],
    ['a rare word', { words: ['rare'] }],
    ['a rare word among a desk', { words: ['rare', 'common'], desks: ['north'], stage: 'received' }],
    ['single documents', { ids: ['d1', 'd2', 'd3'] }],
  ];

  it.each(FOUND)('%s: only the few that it may be are read and put in order', async (_, query) => {
    const seen = await profiled(() => store.list('draft', query, 10));
    expect(seen.map(({ planSummary }) => planSummary).join()).not.toContain('COLLSCAN');
    expect(seen.at(-1)?.docsExamined).toBeLessThanOrEqual(FEW);
  });

  it('counts, sums, what is due, leases and what is set aside never go through all there is', async () => {
    const seen = await profiled(async () => {
      await store.count('draft', { stage: 'received', desks: ['north'] }, 1_000);
      await store.totals('draft', { owner: 'ada', stage: 'accepted' }, 1_000);
      await store.claim({ now: MANY, realNow: 1, until: 2, holder: 'me', limit: 8, kinds: ['draft'] });
      await store.nextWake([]);
      await store.takeBack((holder) => holder === 'me');
      await store.unreadable(5);
      await store.get('draft', 'd9');
    });
    expect(seen.length).toBeGreaterThanOrEqual(7);
    for (const { planSummary, hasSortStage } of seen) {
      expect(planSummary).toMatch(/^(?:COUNT_SCAN|DISTINCT_SCAN|IXSCAN|IDHACK|EXPRESS|COUNT)/);
      expect(hasSortStage).toBeFalsy();
    }
  });

  it('says which index has been lost', async () => {
    await db.collection('documents').dropIndex('words');
    expect((await store.inspect()).missing).toEqual(['documents.words']);
  });
});
