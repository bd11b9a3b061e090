import { getServers, setServers } from 'node:dns';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { inspect } from 'node:util';
import { openMongo } from '../../../src/adapters/mongo/open-mongo';
import { describeWithMongod, startSingle } from './servers';

const PASSWORD = 'open-sesame';

async function refusal(url: string): Promise<Error> {
  const error: unknown = await openMongo(url).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'store-cannot-open' });
  // The log prints the cause too.
  expect(inspect(error, { depth: 10 })).not.toContain(PASSWORD);
  return error as Error;
}

/** A port where somebody listens and never says a word; closed, nobody listens there. */
async function silentServer(): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

describe('opening MongoDB', () => {
  it('says within five seconds that nobody listens there', async () => {
    const { server, port } = await silentServer();
    await new Promise((resolve) => server.close(resolve));
    const begun = performance.now();
    const error = await refusal(`mongodb://desk:${PASSWORD}@127.0.0.1:${String(port)}/desk`);
    expect(error.message).toContain('no database server that takes writes can be reached');
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it('says within five seconds that nobody answers there', async () => {
    const { server, port } = await silentServer();
    const begun = performance.now();
    await refusal(`mongodb://desk:${PASSWORD}@127.0.0.1:${String(port)}/desk`);
    expect(performance.now() - begun).toBeLessThan(5_000);
    server.close();
  });

  it.each([
    `mongodb://desk:${PASSWORD}@`,
    `mongodb://desk:${PASSWORD}@host:port/desk`,
    `mongodb://desk:${PASSWORD}@host/desk?unknownOption=1`,
    `mongodb://de%zzsk:${PASSWORD}@host/desk`,
    `mongodb+srv://desk:${PASSWORD}@host:27017/desk`,
    `postgres://desk:${PASSWORD}@host/desk`,
    PASSWORD,
    '',
  ])('says that an address cannot be understood, without repeating it (%#)', async (url) => {
    expect((await refusal(url)).message).toBe(
      'the database cannot be opened: DATABASE_URL is not an address of MongoDB that can be understood',
    );
  });
});

describe('opening MongoDB by a name of the DNS', () => {
  const servers = getServers();
  afterEach(() => setServers(servers));

  it('says that the name cannot be looked up', async () => {
    setServers(['127.0.0.1:1']);
    const error = await refusal(`mongodb+srv://desk:${PASSWORD}@cluster.example.com/desk`);
    expect(error.message).toContain('its name cannot be looked up');
  });
});

describeWithMongod('opening MongoDB as a user', () => {
  it('says that the user or the password is refused', async () => {
    const server = await startSingle();
    const url = server.getUri().replace('mongodb://', `mongodb://desk:${PASSWORD}@`);
    expect((await refusal(url)).message).toContain('refuses the user or the password');
    await server.stop();
  });
});
