import { knownAsOf } from '../../src/application/lists/as-of';
import type { World } from '../../src/application/ports/world';
import { fromPartnerCenter, HOUR, standingAlone, T0 } from '../domain/builders';
import { worth } from '../domain/referral/deal-life';

const worldPolled = (polledAt?: number) =>
  ({
    store: { get: () => Promise.resolve(polledAt === undefined ? undefined : { polledAt }) },
  }) as unknown as World;

it('an untouched referral is known to stand so since the last poll that ended well, not since its last change', async () => {
  const referral = fromPartnerCenter(worth('1'));
  expect(await knownAsOf(worldPolled(T0 + 72 * HOUR), referral)).toBe(T0 + 72 * HOUR);
  expect(await knownAsOf(worldPolled(referral.observedAt - HOUR), referral)).toBe(referral.observedAt);
  expect(await knownAsOf(worldPolled(), referral)).toBe(referral.observedAt);
});

it('where Partner Center does not know it, no poll says anything of it', async () => {
  const referral = standingAlone();
  expect(await knownAsOf(worldPolled(T0 + 72 * HOUR), referral)).toBe(referral.observedAt);
});
