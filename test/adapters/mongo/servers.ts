import { MongoClient } from 'mongodb';
import { MongoMemoryReplSet, MongoMemoryServer } from 'mongodb-memory-server-core';
import { openMongo } from '../../../src/adapters/mongo/open-mongo';
import type { Ground } from '../../contracts/store';

/** How long (ms) a server may take to start on a machine that has much to do. */
const launchTimeout = 60_000;
const SMALL = ['--wiredTigerCacheSizeGB', '0.25'];

/** Why there is no server to test against; `npm test` looks for one and says why it found none. */
const noServer =
  process.env.REFERRAL_DESK_NO_MONGOD ??
  (process.env.MONGOMS_SYSTEM_BINARY ? undefined : 'MONGOMS_SYSTEM_BINARY names no mongod');

/** Tests that need a real mongod; skipped, with the reason in their title, where there is none. */
export function describeWithMongod(title: string, tests: () => void): void {
  if (noServer === undefined) describe(title, tests);
  else describe.skip(`${title} (no mongod: ${noServer})`, tests);
}

/**
 * A port below those that the system gives out by itself: one of those can be given to another test between the look and the
 * server's start, or while a server is away. Where it is taken already, the library takes another.
 */
const port = (): number => 10_000 + Math.floor(Math.random() * 20_000);

export const startSingle = (): Promise<MongoMemoryServer> =>
  MongoMemoryServer.create({
    instance: { port: port(), storageEngine: 'wiredTiger', args: SMALL, launchTimeout },
  });

export const startReplicaSet = (): Promise<MongoMemoryReplSet> =>
  MongoMemoryReplSet.create({
    replSet: { count: 3, storageEngine: 'wiredTiger', args: SMALL },
    instanceOpts: [1, 2, 3].map(() => ({ port: port(), launchTimeout })),
  });

/** The processes of a server that can be stopped and woken by signals. */
export function processOf(server: MongoMemoryServer): number {
  const pid = server.instanceInfo?.instance.mongodProcess?.pid;
  if (pid === undefined) throw new Error('the server does not run');
  return pid;
}

/** A ground for the store contract; empties the collections itself, which is faster than a new database each time. */
export function mongoGround(start: () => Promise<{ getUri(): string; stop(): Promise<boolean> }>): Ground {
  let server: { getUri(): string; stop(): Promise<boolean> };
  let client: MongoClient;
  beforeAll(async () => {
    server = await start();
    client = await new MongoClient(server.getUri()).connect();
  });
  afterAll(async () => {
    await client.close();
    await server.stop();
  });
  return {
    clear: async () => {
      const collections = await client.db('referral-desk').collections();
      await Promise.all(collections.map((collection) => collection.deleteMany({})));
    },
    open: (project) => openMongo(server.getUri(), project),
    spoil: async (kind, id) => {
      const documents = client.db('referral-desk').collection<{ _id: string; body: unknown }>('documents');
      const its = { _id: `${kind}:${id}` };
      const before = await documents.findOneAndUpdate(its, { $set: { body: '{"id":' } });
      return async () => {
        await documents.updateOne(its, { $set: { body: before?.body } });
      };
    },
  };
}
