import { READ_ONLY } from '../../src/domain/projection';
import { MongoClient } from 'mongodb';
import path from 'node:path';
import { openMongo } from '../../src/adapters/mongo/open-mongo';
import { openSqlite } from '../../src/adapters/sqlite/open-sqlite';
import type { Store } from '../../src/application/ports/store';
import type { DocumentKind } from '../../src/domain/documents';
import { describeWithMongod, startSingle } from '../adapters/mongo/servers';
import { databaseOf, documentsOf, type KeptDocument } from './kept';

const VERSIONS = ['0.1.0'] as const;
const NAMES = ['sandbox', 'alone', 'unbound'] as const;
const FOUND = { received: 'New', accepted: 'Active', archived: 'Closed' } as const;

/** Each document that a former program stored is read, found where lists look, and saved again. */
function worksOn(version: string, open: (name: string) => Promise<Store>): void {
  it.each(NAMES)('%s: each is read, under the version that it had, and can be saved', async (name) => {
    const store = await open(name);
    for (const { kind, id, version: kept } of documentsOf(version, name)) {
      const document = await store.get(kind as DocumentKind, id);
      if (!document) throw new Error(`${kind} ${id} is not there`);
      expect(document).toMatchObject({ id, kind, version: kept });
      expect(await store.save(kind as DocumentKind, document)).toBe(true);
    }
    await store.close();
  });

  it('lists find them by stage and by word', async () => {
    const store = await open('sandbox');
    const all = documentsOf(version, 'sandbox').filter(({ kind }) => kind === 'referral');
    for (const stage of ['received', 'accepted', 'archived'] as const) {
      // What nobody here can answer waits in no inbox.
      const stages = stage === 'received' ? ([stage, READ_ONLY] as const) : [stage];
      const pages = await Promise.all(stages.map((one) => store.list('referral', { stage: one }, 100)));
      const names = pages.flatMap(({ items }) => items).map(({ observed }) => observed.customerProfile.name);
      const confirmed = all.filter(({ body }) => isIn(FOUND[stage], body) && body.intents.length === 0);
      expect(names).toEqual(
        expect.arrayContaining(confirmed.map(({ body }) => body.observed.customerProfile.name)),
      );
    }
    // No former program had tabs.
    expect(await store.count('referral', { key: 'tab/leads/marketplace' }, 100)).toBeGreaterThan(0);
    expect((await store.list('referral', { words: ['confirmed'] }, 10)).items).toHaveLength(1);
    await store.close();
  });
}

const isIn = (status: string, body: KeptDocument['body']): boolean => body.observed.status === status;

describe.each(VERSIONS)('documents of %s', (version) => {
  describe('on SQLite', () => {
    worksOn(version, async (name) => {
      const { store } = await openSqlite(path.join(databaseOf(version, name), 'desk.db'));
      return store;
    });
  });

  describeWithMongod('on MongoDB', () => {
    let server: Awaited<ReturnType<typeof startSingle>>;
    beforeAll(async () => {
      server = await startSingle();
    });
    afterAll(() => server.stop());

    worksOn(version, async (name) => {
      const url = server.getUri(`kept-${name}`);
      const client = await new MongoClient(url).connect();
      await client.db(`kept-${name}`).dropDatabase();
      const collection = client.db(`kept-${name}`).collection<{ _id: string }>('documents');
      await collection.insertMany(documentsOf(version, name).map(asInMongo));
      await client.close();
      const { store } = await openMongo(url);
      return store;
    });
  });
});

/** As 0.1.0 kept it there: the same columns by other names, the body as text. */
function asInMongo(row: KeptDocument): { _id: string } {
  const { kind, id, version, stage, owner, desk, urgency, body } = row;
  const [words, keys] = JSON.parse(row.terms) as readonly [string[], string[]];
  return {
    _id: `${kind}:${id}`,
    ...{ kind, id, version, stage, owner, desk, urgency, words, keys },
    ...{ wakeAt: row['wake_at'], leasedUntil: null, leaseHolder: null },
    ...{ minLeaser: row['min_leaser'], minReader: row['min_reader'], body: JSON.stringify(body) },
  };
}
