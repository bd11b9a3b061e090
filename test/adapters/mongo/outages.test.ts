import type { MongoMemoryServer } from 'mongodb-memory-server-core';
import { openMongo } from '../../../src/adapters/mongo/open-mongo';
import { NEW_DOCUMENT } from '../../../src/domain/living/document';
import { owed, projectSample, sample } from '../../contracts/sample-drafts';
import type { Opened } from '../../contracts/store';
import { describeWithMongod, processOf, startSingle } from './servers';

const LIMIT_MS = 5_000;
const one = { kind: 'draft', id: 'one' } as const;
const unavailable = { code: 'store-unavailable' };

/** Each operation of the store and its records, to see how it fails. */
const operations = ({ store, records }: Opened): readonly (() => Promise<unknown>)[] => [
  () => store.get('draft', 'one'),
  () => store.insert('draft', sample('two')),
  () => store.save('draft', sample('one', { version: 1 })),
  () => store.confirm(one, 1),
  () => store.claim({ now: 0, realNow: 0, until: 1, holder: 'me', limit: 1, kinds: ['draft'] }),
  () => store.nextWake([]),
  () => store.renew(one, 'me', 1),
  () => store.takeBack(() => true),
  () => store.totals('draft', {}, 10),
  () => store.unreadable(10),
  () => store.list('draft', {}, 10),
  () => store.count('draft', {}, 10),
  () => store.check(),
  () => records.all('people'),
  () => records.put('people', 'ada', '{}'),
];

async function failInTime(opened: Opened): Promise<void> {
  const begun = performance.now();
  await Promise.all(operations(opened).map((ask) => expect(ask()).rejects.toMatchObject(unavailable)));
  expect(performance.now() - begun).toBeLessThan(LIMIT_MS);
}

describeWithMongod('MongoDB in trouble', () => {
  let server: MongoMemoryServer;
  let opened: Opened;
  let databases = 0;
  beforeAll(async () => {
    server = await startSingle();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    databases += 1;
    opened = await openMongo(server.getUri(`desk${String(databases)}`), projectSample);
    await opened.store.insert('draft', sample('one'));
  });
  afterEach(() => opened.store.close());

  it('is told within five seconds when the server is silent, and goes on when it answers again', async () => {
    process.kill(processOf(server), 'SIGSTOP');
    try {
      await failInTime(opened);
    } finally {
      process.kill(processOf(server), 'SIGCONT');
    }
    expect(await opened.store.get('draft', 'one')).toBeDefined();
    await opened.store.check();
  });

  it('is told within five seconds when the server is gone, and goes on when it is back', async () => {
    await server.stop({ doCleanup: false });
    await failInTime(opened);

    await server.start(true);
    expect(await opened.store.get('draft', 'one')).toMatchObject({ version: 1 });
    expect(await opened.store.save('draft', sample('one', { version: 1 }))).toBe(true);
  });

  it('ends while calls wait, and lets none begin again', async () => {
    process.kill(processOf(server), 'SIGSTOP');
    try {
      const waiting = expect(opened.store.get('draft', 'one')).rejects.toMatchObject(unavailable);
      await opened.store.close();
      await waiting;
    } finally {
      process.kill(processOf(server), 'SIGCONT');
    }
    await expect(opened.store.get('draft', 'one')).rejects.toMatchObject(unavailable);
  });

  it('indexes what the domain projects, in the database that the address names', async () => {
    const { store } = await openMongo(server.getUri('another'));
    const outbox = [
      { ...owed({ parked: 'signed-in' }), kind: 'tell', to: 'admins', notice: { kind: 'expired' } },
    ] as const;
    await store.insert('account', { ...NEW_DOCUMENT, kind: 'account', id: 'none', outbox });

    expect(await store.count('account', { key: 'parked/signed-in' }, 10)).toBe(1);
    expect(await store.get('draft', 'one')).toBeUndefined();
    await store.close();
  });
});
