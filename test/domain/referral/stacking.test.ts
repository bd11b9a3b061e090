import fc from 'fast-check';
import { applyChange } from '../../../src/domain/deal/change';
import { seen } from '../../../src/domain/referral/face';
import { intend, takeBack } from '../../../src/domain/referral/intents';
import type { Referral } from '../../../src/domain/referral/referral';
import type { Resource } from '../../../src/domain/record/resource';
import {
  HOUR,
  MINUTE,
  T0,
  diego,
  facts,
  fromPartnerCenter,
  go,
  iso,
  lead,
  megan,
  standingAlone,
  stored,
} from '../builders';

const worth = (value: string, over: Partial<Resource> = {}): Resource =>
  lead({ status: 'Active', substatus: 'Accepted', details: { dealValue: value, currency: 'EUR' }, ...over });

const deal = (value = '10000'): Referral => fromPartnerCenter(worth(value));

const edit = (
  referral: Referral,
  dealValue: string,
  at: number,
  over: { by?: typeof megan; holdUntil?: number } = {},
) =>
  stored(
    intend(
      referral,
      {
        id: `edit-${dealValue}-${String(at)}`,
        by: over.by ?? megan,
        change: { dealValue },
        ...(over.holdUntil === undefined ? {} : { holdUntil: over.holdUntil }),
      },
      facts(at),
    ),
  );

const shown = (referral: Referral): string | undefined => seen(referral).deal.dealValue;
const writes = (referral: Referral) =>
  referral.outbox.filter((effect) => effect.kind === 'write' && !effect.dead);
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
    const answer = { kind: 'answered' as const, question: asked.own.questions?.[0]?.id ?? '', by: megan };
    const mine = go(asked, { ...answer, stands: 'mine', id: 'k1' }, T0 + 3);
    expect(mine.intents).toMatchObject([{ change: { dealValue: '40000' }, was: { dealValue: '99000' } }]);
    expect(go(mine, { ...answer, stands: 'mine', id: 'k1' }, T0 + 4).intents).toHaveLength(1);
    const theirs = go(asked, { ...answer, stands: 'theirs', id: 'k2' }, T0 + 3);
    expect([shown(theirs), theirs.intents, theirs.own.questions]).toEqual(['99000', [], []]);
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
    expect([over.intents, over.observed.details?.dealValue]).toEqual([[], '50000']);
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

type Moved =
  | { readonly do: 'edit'; readonly value: string; readonly by: typeof megan; readonly hold: boolean }
  | { readonly do: 'there'; readonly value: string }
  | { readonly do: 'take' | 'lose' | 'refuse' | 'read' };

/** A deal here and its record there, with one move after another. */
class Life {
  referral = deal();
  there = '10000';
  at = T0;
  last: { readonly id: string; readonly value: string } | undefined;
  /** Intents that Partner Center has taken at some time, or that stand there anyway. */
  readonly taken = new Set<string>();

  play(one: Moved): void {
    this.at += 2 * HOUR;
    this.referral = go(this.referral, { kind: 'wake' }, this.at);
    switch (one.do) {
      case 'edit': {
        const before = this.referral.intents.length;
        this.referral = edit(this.referral, one.value, this.at, {
          by: one.by,
          ...(one.hold ? { holdUntil: this.at + 3 * HOUR } : {}),
        });
        const made = this.referral.intents.length > before ? this.referral.intents.at(-1) : undefined;
        if (made) this.last = { id: made.id, value: one.value };
        return;
      }
      case 'there':
        this.there = one.value;
        return;
      case 'read':
        this.read();
        return;
      default:
        this.write(one.do);
    }
  }

  /** Partner Center answers everything, until nothing is owed. */
  rest(): void {
    for (let turn = 0; turn < 60 && this.referral.intents.length > 0; turn += 1) {
      this.at += 2 * HOUR;
      this.referral = go(this.referral, { kind: 'wake' }, this.at);
      this.write('take');
      this.read();
    }
  }

  private read(): void {
    const before = this.referral.intents;
    this.referral = go(this.referral, { kind: 'observed', resource: this.record() }, this.at + 1);
    const gone = before.filter((one) => !this.referral.intents.some(({ id }) => id === one.id));
    for (const { id, change } of gone) if (change.dealValue === this.there) this.taken.add(id);
  }

  private record(): Resource {
    return worth(this.there, { updatedDateTime: iso(this.at) });
  }

  /** As the real one: the first write in the lane; it holds only if the record is as it was read (If-Match). */
  private write(how: 'take' | 'lose' | 'refuse'): void {
    const effect = writes(this.referral)[0];
    if (effect?.kind !== 'write') return;
    const intent = this.referral.intents.find((one) => one.id === effect.intent);
    const unchanged = String(this.referral.observed.details?.dealValue) === this.there;
    if (!intent) return;
    if (how === 'refuse') {
      this.settle(effect.id, { kind: 'refused', why: 'invalid', detail: '400' });
      return;
    }
    if (!unchanged) {
      this.settle(effect.id, { kind: 'read-instead', resource: this.record(), retryAt: this.at });
      return;
    }
    const after = applyChange(this.record(), intent.change, this.at);
    this.there = String(after.details?.dealValue);
    this.taken.add(intent.id);
    if (how === 'lose')
      this.settle(effect.id, { kind: 'read-instead', resource: this.record(), retryAt: this.at });
    else this.settle(effect.id, { kind: 'written', resource: this.record() });
  }

  private settle(effect: string, settlement: object): void {
    this.referral = go(this.referral, { kind: 'settled', effect, settlement } as never, this.at);
    const { last, referral } = this;
    const over = last && !referral.intents.some(({ id }) => id === last.id);
    // Somebody may have written the very same there.
    if (over && String(referral.observed.details?.dealValue) === last.value) this.taken.add(last.id);
  }
}
