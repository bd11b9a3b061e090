import fc from 'fast-check';
import { applyChange } from '../../../src/domain/deal/change';
import { isOpen, seen } from '../../../src/domain/referral/face';
import type { Settlement } from '../../../src/domain/effects';
import type { Referral } from '../../../src/domain/referral/referral';
import type { Input } from '../../../src/domain/referral/inputs';
import { step } from '../../../src/domain/referral/step';
import {
  HOUR,
  T0,
  accept,
  called,
  contact,
  decline,
  diego,
  facts,
  fromPartnerCenter,
  hotLead,
  iso,
  megan,
  run,
  stored,
} from '../builders';

type Move = (referral: Referral, at: number) => Input | undefined;

const commands: Move[] = [megan, diego].flatMap((by, who) =>
  [1, 2].flatMap((n) => [
    () => run(accept(by, `a${String(who)}${String(n)}`)),
    () => run(decline(by, `d${String(who)}${String(n)}`)),
    () => run(called(by, 'reached', `c${String(who)}${String(n)}`)),
    () => run(contact(by, `k${String(who)}${String(n)}`)),
  ]),
);

const status = fc.constantFrom<[string, string]>(
  ['New', 'Pending'],
  ['Active', 'Accepted'],
  ['Closed', 'Declined'],
  ['Closed', 'Expired'],
  ['Closed', 'Won'],
);
const observed = status.map(([state, sub]): Move => (_, at) => ({
  kind: 'observed',
  resource: hotLead({ status: state, substatus: sub, updatedDateTime: iso(at) }),
}));

const settlement = (referral: Referral, effectIndex: number, how: number, at: number): Input | undefined => {
  const effect = referral.outbox[effectIndex % Math.max(1, referral.outbox.length)];
  if (!effect) return undefined;
  const intent =
    effect.kind === 'write' ? referral.intents.find((one) => one.id === effect.intent) : undefined;
  const resource = {
    ...(intent ? applyChange(referral.observed, intent.change, at) : referral.observed),
    updatedDateTime: iso(at),
  };
  const good: Settlement =
    effect.kind === 'show'
      ? {
          kind: 'shown',
          asked: effect.asked,
          activity: 'a',
          conversation: referral.own.desk ?? 'c',
          shown: 'f',
        }
      : effect.kind === 'write'
        ? { kind: 'written', resource }
        : effect.kind === 'read'
          ? { kind: 'read', resource }
          : { kind: 'done' };
  const all: Settlement[] = [
    good,
    good,
    { kind: 'retry', at: at + HOUR, problem: 'x' },
    { kind: 'unreachable', problem: 'x' },
    { kind: 'rejected', problem: 'x' },
  ];
  return { kind: 'settled', effect: effect.id, settlement: all[how % all.length] ?? good };
};

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.constantFrom(...commands),
  observed,
  fc.constant<Move>(() => ({ kind: 'wake' })),
  fc.constant<Move>(() => ({ kind: 'rules-changed' })),
  fc.tuple(fc.nat(8), fc.nat(8)).map(
    ([index, how]): Move =>
      (referral, at) =>
        settlement(referral, index, how, at),
  ),
);

const life = fc.array(fc.tuple(move, fc.integer({ min: 0, max: 40 * HOUR })), { maxLength: 40 });

/** Runs a life and looks at every step of it. */
function everyStep(
  moves: readonly (readonly [Move, number])[],
  look: (before: Referral, after: Referral, input: Input, at: number) => void,
): void {
  let [referral, at] = [fromPartnerCenter(hotLead()), T0];
  for (const [next, wait] of moves) {
    at += wait;
    const input = next(referral, at);
    if (!input) continue;
    const after = step(referral, input, facts(at)).referral;
    look(referral, after, input, at);
    referral = after === referral ? referral : stored(after);
  }
}

const holds = (look: Parameters<typeof everyStep>[1]): void => {
  fc.assert(
    fc.property(life, (moves) => {
      everyStep(moves, look);
    }),
    { numRuns: 300 },
  );
};

it('no command and no wake leaves a confirmed archive', () => {
  holds((before, after, input) => {
    const confirmed = seen(before).stage === 'archived' && before.intents.length === 0;
    if (
      confirmed &&
      input.kind !== 'observed' &&
      !(input.kind === 'settled' && 'resource' in input.settlement)
    ) {
      expect(seen(after).stage).toBe('archived');
    }
  });
});

it('an owner is never replaced by another without being withdrawn first', () => {
  holds((before, after) => {
    if (before.own.owner && after.own.owner) expect(after.own.owner).toEqual(before.own.owner);
    expect(new Set(after.intents.map((intent) => intent.by.id)).size).toBeLessThanOrEqual(1);
  });
});

const isAlarmed = ({ outbox }: Referral): boolean =>
  outbox.some((effect) => effect.kind === 'tell' && effect.notice.kind === 'stuck' && !effect.dead);

it('an owed effect ends only by its settlement, by what makes it untrue, or by a newer one that takes it up', () => {
  holds((before, after, input) => {
    const kept = new Set(after.outbox.map((effect) => effect.id));
    for (const effect of before.outbox) {
      if (kept.has(effect.id) || effect.dead) continue;
      const settled = input.kind === 'settled' && input.effect === effect.id;
      const reminder = 'notice' in effect && 'clocks' in effect.notice;
      const writeEnded =
        effect.kind === 'write' && !after.intents.some((intent) => intent.id === effect.intent);
      // Of alarms of one kind that nobody has heard of yet, the newest one stands.
      const alarm =
        effect.kind === 'tell' &&
        effect.notice.kind === 'stuck' &&
        effect.to === 'admins' &&
        isAlarmed(after);
      expect(settled || reminder || writeEnded || alarm).toBe(true);
    }
  });
});

it('an open referral always has a wake within a day, and never more than one card owed to a place', () => {
  holds((_, after, __, at) => {
    if (isOpen(after)) expect(after.wakeAt ?? Infinity).toBeLessThanOrEqual(at + 24 * HOUR);
    const places = after.outbox.flatMap((effect) =>
      effect.kind === 'show' && !effect.dead ? [effect.place] : [],
    );
    expect(new Set(places).size).toBe(places.length);
  });
});

it('no effect ever gets an id that one before it had', () => {
  fc.assert(
    fc.property(life, (moves) => {
      const ids = new Map<string, string>();
      everyStep(moves, (before, after) => {
        const old = new Set(before.outbox.map((effect) => effect.id));
        for (const effect of after.outbox) {
          if (old.has(effect.id)) continue;
          expect(ids.has(effect.id)).toBe(false);
          ids.set(effect.id, effect.kind);
        }
      });
    }),
    { numRuns: 200 },
  );
});
