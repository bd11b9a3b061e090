import { intakeRoutes } from '../../../src/adapters/http/intake';
import type { IntakeResult } from '../../../src/application/receive/receive-referral';
import { openDoor } from './open-door';

it('a long intake lets other requests have their turn', async () => {
  let [received, now, answeredAt] = [0, 0, 1_000];
  let other: Promise<unknown> = Promise.resolve();
  const take = async (): Promise<IntakeResult> => {
    received += 1;
    now += 30;
    if (received === 10) other = fetch(`${door.url}/nothing-here`).then(() => (answeredAt = received));
    return { kind: 'created' };
  };
  const door = await openDoor({
    routes: intakeRoutes({
      keys: ['key'],
      metrics: { intake: () => undefined },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      real: () => now,
      useCases: { receive: { intake: take, coming: () => Promise.resolve(), together: () => take } },
    }),
  });
  const many = Array.from({ length: 1_000 }, (_, at) => ({
    id: `r-${at}`,
    createdDateTime: '2026-03-02T09:00:00Z',
    customerProfile: { name: 'Tailspin Toys' },
  }));
  const headers = { 'content-type': 'application/json', authorization: 'Bearer key' };
  expect((await door.post('/api/referrals', JSON.stringify(many), headers)).status).toBe(200);
  await other;
  await door.close();
  expect(received).toBe(1_000);
  expect(answeredAt).toBeLessThan(1_000);
});
