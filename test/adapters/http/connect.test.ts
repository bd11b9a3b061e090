import { connectRoutes } from '../../../src/adapters/http/connect';
import { openDoor, type OpenDoor } from './open-door';

const HELD = '00000000-0000-4000-8000-00000000aaaa';
const GUESSED = '00000000-0000-4000-8000-000000000000';

let door: OpenDoor;
beforeEach(async () => {
  const signInAddress = (ticket: string): Promise<string | undefined> =>
    Promise.resolve(ticket === HELD ? 'https://login.example/authorize' : undefined);
  const endSignIn = (ticket: string) =>
    Promise.resolve(ticket === HELD ? { kind: 'signed-in' as const } : { kind: 'no-ticket' as const });
  const useCases = { sync: { signInAddress, endSignIn } } as unknown as Parameters<
    typeof connectRoutes
  >[0]['useCases'];
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  door = await openDoor({ routes: connectRoutes({ useCases, log, real: () => 0 }) });
});
afterEach(() => door.close());

const open = async (path: string): Promise<number> =>
  (await fetch(`${door.url}/connect/${path}`, { redirect: 'manual' })).status;

it('many that guess links are sent away, and hold up nobody who has one', async () => {
  const statuses: number[] = [];
  for (let at = 0; at < 70; at += 1)
    statuses.push(await open(at % 2 === 0 ? GUESSED : `done?state=${GUESSED}&code=x`));
  expect(new Set(statuses.slice(0, 60))).toEqual(new Set([404]));
  expect(new Set(statuses.slice(60))).toEqual(new Set([429]));
  expect(await open(HELD)).toBe(302);
  expect(await open(`done?state=${HELD}&code=x`)).toBe(200);
});
