import { MongoClient } from 'mongodb';
import type { MongoMemoryReplSet, MongoMemoryServer } from 'mongodb-memory-server-core';
import { describeWithMongod, processOf, startReplicaSet } from '../adapters/mongo/servers';
import { startProgram, type Program } from './program';

const BEARER = { authorization: 'Bearer sandbox' };
const lead = (id: string) => ({
  id,
  createdDateTime: '2026-03-02T07:00:00Z',
  customerProfile: { name: 'Contoso' },
});

async function isPrimary(server: MongoMemoryServer): Promise<boolean> {
  const client = await new MongoClient(`${server.getUri()}?directConnection=true`).connect();
  const { isWritablePrimary } = await client.db('admin').command({ hello: 1 });
  await client.close();
  return isWritablePrimary === true;
}

const leave = (server: MongoMemoryServer) => server.stop({ doCleanup: false });

describeWithMongod('a MongoDB set that loses two of its three servers', () => {
  let set: MongoMemoryReplSet;
  let program: Program;

  beforeAll(async () => {
    set = await startReplicaSet();
    program = await startProgram({ DATABASE_URL: set.getUri('story') });
  });
  afterAll(async () => {
    await program.stop();
    await set.stop();
  });

  it('acknowledges nothing that a majority does not have, "unchanged" neither, and loses nothing that it did', async () => {
    const post = (id: string) => program.post('/api/referrals', lead(id), BEARER);
    expect(await post('kept')).toMatchObject({ status: 201 });
    expect(await post('kept')).toMatchObject({ status: 200, body: { result: 'unchanged' } });
    const primary = (await Promise.all(set.servers.map(isPrimary))).indexOf(true);
    const [first, ...others] = [set.servers[primary]!, ...set.servers.filter((_, n) => n !== primary)];
    for (const other of others) process.kill(processOf(other), 'SIGKILL');

    // It is on the one server that is left, and nobody knows whether for good.
    expect((await post('at-risk')).status).toBe(503);
    expect((await post('at-risk')).status).toBe(503);

    process.kill(processOf(first), 'SIGKILL');
    await Promise.all([first, ...others].map(leave));
    await Promise.all(others.map((other) => other.start(true)));
    let again = await post('at-risk');
    for (let tries = 0; again.status === 503 && tries < 20; tries += 1) again = await post('at-risk');
    expect(again).toMatchObject({ status: 201 });
    expect(await post('kept')).toMatchObject({ status: 200, body: { result: 'unchanged' } });
  }, 120_000);
});
