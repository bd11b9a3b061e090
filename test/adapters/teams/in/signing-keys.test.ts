import { generateKeyPairSync } from 'node:crypto';
import { NoAnswer } from '../../../../src/adapters/teams/out/no-delivery';
import { SigningKeys } from '../../../../src/adapters/teams/out/signing-keys';
import { fakeTeams, type FakeTeams } from '../out/fake-teams';

let service: FakeTeams;
afterEach(() => service.stop());

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const known = { kid: 'known', ...publicKey.export({ format: 'jwk' }), endorsements: ['msteams'] };

/** Where Bot Framework says where its keys are, and the keys. */
async function keysOf(hangs: () => boolean, limitMs = 5000): Promise<SigningKeys> {
  service = await fakeTeams(({ path }) => {
    if (hangs()) return 'hang';
    if (path.endsWith('/keys')) return { body: { keys: [known] } };
    return { body: { jwks_uri: `${service.url}/keys` } };
  });
  return new SigningKeys(`${service.url}/config`, limitMs);
}

it('while the keys hang, a hundred forged tokens share one fetch, and all are given up with it', async () => {
  let hanging = true;
  const keys = await keysOf(() => hanging, 1_500);
  const forged = Array.from({ length: 100 }, (_, at) => keys.getKey(`forged-${at}`));
  const ended = await Promise.allSettled(forged);
  expect(ended.every((one) => one.status === 'rejected' && one.reason instanceof NoAnswer)).toBe(true);
  expect(service.calls).toHaveLength(1);
  hanging = false;
  expect(await keys.getKey('known')).toMatchObject({ endorsements: ['msteams'] });
  expect(service.calls).toHaveLength(3);
});

it('a hundred tokens at once fetch the keys once', async () => {
  const keys = await keysOf(() => false);
  const found = await Promise.all(
    Array.from({ length: 100 }, (_, at) => keys.getKey(at % 2 === 0 ? 'known' : `forged-${at}`)),
  );
  expect(found.filter((key) => key !== null)).toHaveLength(50);
  expect(service.calls.map(({ path }) => path)).toEqual(['/teams/config', '/teams/keys']);
});
