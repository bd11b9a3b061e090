import type { Referral } from '../../../src/domain/referral/referral';
import {
  DAY,
  HOUR,
  T0,
  accept,
  deliverAll,
  facts,
  fromPartnerCenter,
  go,
  hotLead,
  nestor,
  run,
} from '../builders';
import { create } from '../../../src/domain/referral/step';
import { stored } from '../builders';

const live = (referral: Referral) => referral.outbox.filter((effect) => !effect.dead);
const settle = (referral: Referral, effect: string, settlement: object, at: number): Referral =>
  go(referral, { kind: 'settled', effect, settlement } as Parameters<typeof go>[1], at);

it('what waited a week for the bot has its own time again: one failure does not end it', () => {
  const born = fromPartnerCenter();
  const [show] = born.outbox;
  const parked = settle(born, show?.id ?? '', { kind: 'unreachable', problem: '403' }, T0);
  const freed = go(parked, { kind: 'rules-changed' }, T0 + 7 * DAY);
  const failed = settle(
    freed,
    show?.id ?? '',
    { kind: 'retry', at: T0 + 7 * DAY + 2_000, problem: '429' },
    T0 + 7 * DAY,
  );
  expect(failed.outbox.find((effect) => effect.id === show?.id)).not.toHaveProperty('dead');
});

it('what slept through a long outage is tried more than once', () => {
  const born = fromPartnerCenter();
  const [show] = born.outbox;
  const at = T0 + 4 * DAY;
  const failed = settle(born, show?.id ?? '', { kind: 'retry', at: at + 2_000, problem: '429' }, at);
  expect(failed.outbox.find((effect) => effect.id === show?.id)).not.toHaveProperty('dead');
});

it('a manager who cannot be reached is told once in the thread, however long the bot was away', () => {
  let referral = deliverAll(fromPartnerCenter(hotLead()), T0);
  for (let at = T0; at <= T0 + 13.9 * DAY; at += HOUR) {
    referral = go(referral, { kind: 'wake' }, at);
    for (const effect of live(referral)) {
      if (effect.kind !== 'tell' || typeof effect.to !== 'string') continue;
      const to = [{ to: nestor, rule: 'manages' as const }];
      referral = settle(referral, effect.id, { kind: 'addressed', to }, at);
    }
    for (const effect of live(referral)) {
      if (effect.parked || effect.kind === 'show') continue;
      referral = settle(referral, effect.id, { kind: 'unreachable', problem: '403' }, at);
    }
    // The bot is out of the team too: what was turned to the thread waits there.
    for (const effect of live(referral)) {
      if (effect.parked || effect.lane !== 'channel') continue;
      referral = settle(referral, effect.id, { kind: 'unreachable', problem: '403' }, at);
    }
  }
  const escalations = live(referral).filter(
    (effect) => 'notice' in effect && effect.notice.kind === 'escalation',
  );
  expect(escalations).toHaveLength(1);
  expect(escalations[0]).toMatchObject({ to: nestor });
});

it('a card that Teams refused is owed again with the next reminder and with the daily look', () => {
  const born = fromPartnerCenter(hotLead());
  const dead = settle(born, born.outbox[0]?.id ?? '', { kind: 'rejected', problem: '500' }, T0);
  expect(live(dead).filter((effect) => effect.kind === 'show')).toEqual([]);
  const reminded = go(dead, { kind: 'wake' }, T0 + HOUR);
  const channel = live(reminded).filter((effect) => effect.lane === 'channel');
  expect(channel.map((effect) => effect.kind)).toEqual(['show', 'say']);

  const owned = go(fromPartnerCenter(), run(accept()), T0 + 1);
  const all = owned.outbox.filter((effect) => effect.kind === 'show');
  const refused = all.reduce(
    (next, effect) => settle(next, effect.id, { kind: 'rejected', problem: '500' }, T0 + 2),
    owned,
  );
  const healed = go(refused, { kind: 'wake' }, T0 + 25 * HOUR);
  expect(live(healed).flatMap((effect) => (effect.kind === 'show' ? [effect.place] : []))).toEqual([
    'channel',
    'person:t/megan',
  ]);
});

it('without a desk nothing is owed twice by the daily look', () => {
  let referral = stored(create('acme', hotLead(), 'partner-center', { now: T0, connected: true }));
  for (let day = 1; day < 10; day += 1)
    referral = go(referral, { kind: 'wake' }, T0 + day * DAY, { desk: undefined as never });
  expect(live(referral).filter((effect) => effect.kind === 'show')).toHaveLength(1);
  expect(facts(T0).desk).toBeDefined();
});
