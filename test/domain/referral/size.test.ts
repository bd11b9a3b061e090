import { MOST_TRIES } from '../../../src/domain/living/outbox';
import { HOUR, T0, accept, called, facts, go, lead, megan, run, stored } from '../builders';
import { create } from '../../../src/domain/referral/step';

const LARGEST_INTAKE = 64 * 1024;
const LARGEST_DOCUMENT = 256 * 1024;

it('the largest referral that the intake takes, with everything that may hang on it, stays under 256 KB', () => {
  const details = { notes: 'ä'.repeat(24_000), requirements: { products: [{ id: 'x'.repeat(500) }] } };
  const resource = lead({ details, filling: 'y'.repeat(14_000) });
  const intake = create('acme', resource, 'intake', facts(T0));
  expect(Buffer.byteLength(JSON.stringify(resource))).toBeGreaterThan(LARGEST_INTAKE - 3_000);
  const command = { ...accept(), answers: { name: 'n', notes: '語'.repeat(4_000) } };
  let referral = go(stored(intake), run(command), T0 + HOUR);
  for (let n = 0; n < 200; n += 1) {
    referral = go(referral, run(called(megan, 'reached', `c${String(n)}`)), T0 + HOUR + n);
    const [effect] = referral.outbox.filter((one) => !one.dead && one.tries < MOST_TRIES);
    const settlement = { kind: 'rejected' as const, problem: 'p'.repeat(200) };
    if (effect) referral = go(referral, { kind: 'settled', effect: effect.id, settlement }, T0 + HOUR + n);
  }
  expect(Buffer.byteLength(JSON.stringify(referral))).toBeLessThan(LARGEST_DOCUMENT);
});
