import { operate } from '../../../src/domain/operations/operate';
import { keepMine, takeTheirs } from '../../../src/domain/operations/whose-stands';
import fc from 'fast-check';
import { seen } from '../../../src/domain/referral/face';
import { takeBack } from '../../../src/domain/referral/intents';
import type { Referral } from '../../../src/domain/referral/referral';
import type { Resource } from '../../../src/domain/record/resource';
import { MINUTE, T0, diego, facts, go, iso, megan, standingAlone } from '../builders';
import { Life, deal, edit, worth, writes } from './deal-life';

const shown = (referral: Referral): string | undefined => seen(referral).deal.dealValue;
const observe = (referral: Referral, resource: Resource, at: number): Referral =>
  go(referral, { kind: 'observed', resource: { ...resource, updatedDateTime: iso(at) } }, at);

describe('an edit on top of an edit that is not confirmed', () => {
  it('stands when the first is confirmed: 10k → 40k → 50k', () => {
    const twice = edit(edit(deal(), '40000', T0 + 1), '50000', T0 + 2);
    expect(shown(twice)).toBe('50000');
    const first = observe(twice, worth('40000'), T0 + 3);
    expect(shown(first)).toBe('50000');
    expect(first.intents).toMatchObject([{ change: { dealValue: '50000' }, was: { dealValue: '40000' } }]);
    expect(observe(first, worth('50000'), T0 + 4).intents).toEqual([]);
  });

  it('is written even when it goes back to what stands in Partner Center', () => {
    const back = edit(edit(deal(), '40000', T0 + 1), '10000', T0 + 2);
    expect(shown(back)).toBe('10000');
    expect(writes(back)).toHaveLength(2);
  });

  it('stands on what was there before when the first is refused', () => {
    const twice = edit(edit(deal(), '40000', T0 + 1), '50000', T0 + 2);
    const [first] = writes(twice);
    const refused = go(
      twice,
      {
        kind: 'settled',
        effect: first?.id ?? '',
        settlement: { kind: 'refused', why: 'invalid', detail: '400' },
      },
      T0 + 3,
    );
    expect(refused.intents).toMatchObject([{ change: { dealValue: '50000' }, was: { dealValue: '10000' } }]);
    expect(observe(refused, worth('10000'), T0 + 4).intents).toHaveLength(1);
  });

  it('is not taken for somebody else’s when both have arrived at once', () => {
    const twice = edit(edit(deal(), '40000', T0 + 1), '50000', T0 + 2);
    const both = observe(twice, worth('50000'), T0 + 3);
    expect(both.intents).toEqual([]);
    expect(both.own.questions ?? []).toEqual([]);
  });

  it('is asked about when somebody changed the same field there: keep mine, or take theirs', () => {
    const asked = observe(edit(deal(), '40000', T0 + 1), worth('99000'), T0 + 2);
    expect(shown(asked)).toBe('99000');
    expect(asked.own.questions).toMatchObject([{ by: megan, yours: { dealValue: '40000' } }]);
    const keep = operate(
      asked,
      keepMine,
      { id: 'k1', by: { ...megan, addresses: [] } },
      facts(T0 + 3),
    ).referral;
    expect(keep.intents).toMatchObject([{ change: { dealValue: '40000' }, was: { dealValue: '99000' } }]);
    expect(
      operate(keep, keepMine, { id: 'k1', by: { ...megan, addresses: [] } }, facts(T0 + 4)).referral,
    ).toBe(keep);
    const take = operate(
      asked,
      takeTheirs,
      { id: 'k2', by: { ...megan, addresses: [] } },
      facts(T0 + 3),
    ).referral;
    expect([shown(take), take.intents, take.own.questions]).toEqual(['99000', [], []]);
    const other = operate(
      asked,
      takeTheirs,
      { id: 'k3', by: { ...diego, addresses: [] } },
      facts(T0 + 3),
    ).referral;
    expect(other.own.questions).toHaveLength(1);
  });
});

describe('a held change', () => {
  it('is seen at once, leaves when its time is over, and can be taken back until then', () => {
    const held = edit(deal(), '40000', T0, { holdUntil: T0 + MINUTE });
    expect([shown(held), writes(held)]).toEqual(['40000', []]);
    const gone = go(held, { kind: 'wake' }, T0 + MINUTE);
    expect([shown(gone), writes(gone).length]).toEqual(['40000', 1]);
    const back = takeBack(held, held.intents[0]?.id ?? '', megan, facts(T0 + 1));
    expect([shown(back), back.intents]).toEqual(['10000', []]);
    expect(takeBack(gone, gone.intents[0]?.id ?? '', megan, facts(T0 + MINUTE))).toBe(gone);
  });

  it('wakes the referral for it', () => {
    const held = edit(deal(), '40000', T0, { holdUntil: T0 + MINUTE });
    const quiet = { ...held, outbox: [] };
    expect(
      go(quiet, { kind: 'observed', resource: worth('10000', { updatedDateTime: iso(T0 + 2) }) }, T0 + 2)
        .wakeAt,
    ).toBeLessThanOrEqual(T0 + MINUTE);
  });

  it('goes into the record by itself where the desk stands alone, and what comes after it waits behind it', () => {
    const alone = standingAlone(worth('10000'));
    const held = edit(alone, '40000', T0, { holdUntil: T0 + MINUTE });
    const later = edit(held, '50000', T0 + 1);
    expect(shown(later)).toBe('50000');
    const over = go(later, { kind: 'wake' }, T0 + MINUTE, { connected: false });
    expect([over.intents, over.observed.details?.dealValue]).toEqual([[], 50000]);
  });
});

describe('whatever happens on both sides, in whatever order', () => {
  const value = fc.constantFrom('10000', '20000', '30000', '40000');
  const move = fc.oneof(
    fc.record({
      do: fc.constant('edit' as const),
      value,
      by: fc.constantFrom(megan, diego),
      hold: fc.boolean(),
    }),
    fc.record({ do: fc.constant('there' as const), value }),
    fc.record({ do: fc.constantFrom('take' as const, 'lose' as const, 'refuse' as const, 'read' as const) }),
  );

  it('it ends with what the last person wrote, or with a question to them, or their refusal', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
        const life = new Life();
        for (const one of moves) life.play(one);
        life.rest();
        expect(life.referral.intents).toEqual([]);
        const { last } = life;
        if (!last) return;
        const arrived = life.taken.has(last.id);
        const asked = (life.referral.own.questions ?? []).some((one) => one.yours.dealValue === last.value);
        const refused = life.referral.outbox.some(
          (effect) => effect.kind === 'tell' && effect.notice.kind === 'refused',
        );
        expect([arrived, asked, refused, life.there === last.value]).toContain(true);
      }),
      { numRuns: 500 },
    );
  });
});
