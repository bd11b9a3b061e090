import { operate } from '../../../src/domain/operations/operate';
import { keepMine, takeTheirs } from '../../../src/domain/operations/whose-stands';
import fc from 'fast-check';
import { changedFields } from '../../../src/domain/deal/compare';
import type { Wanted } from '../../../src/domain/deal/deal';
import { seen } from '../../../src/domain/referral/face';
import { intend, takeBack } from '../../../src/domain/referral/intents';
import type { Referral } from '../../../src/domain/referral/referral';
import type { Resource } from '../../../src/domain/record/resource';
import { MINUTE, T0, diego, facts, fromPartnerCenter, go, iso, megan, standingAlone } from '../builders';
import { Life, deal, edit, heldAs, member, wish, worth, writes } from './deal-life';

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

describe('entries of a list', () => {
  const team = (...members: object[]) => ({ team: members as never });
  const two = () => fromPartnerCenter(worth('1', team(member('ana', '1'), member('bob', '1'))));
  const phones = (referral: Referral) =>
    seen(referral).colleagues.map(({ email, phone }) => `${email.slice(0, 3)} ${phone}`);
  const colleagues = (...entries: ReturnType<typeof heldAs>[]): Wanted => ({ colleagues: entries });

  it('are added, changed and removed, and people see it at once', () => {
    const after = wish(two(), colleagues(heldAs('ana', '2'), heldAs('bob'), heldAs('cem', '1')), T0 + 1);
    expect(phones(after)).toEqual(['ana 2', 'cem 1']);
    expect(after.intents[0]?.change.colleagues?.map(({ how, name }) => `${how} ${name}`)).toEqual([
      'changed ana Ruiz',
      'removed bob Ruiz',
      'added cem Ruiz',
    ]);
    const arrived = worth('1', team(member('ana', '2'), member('cem', '1')));
    expect(observe(after, arrived, T0 + 2).intents).toEqual([]);
  });

  it('that somebody changed there, too, are asked about; the others go through', () => {
    const wanted = wish(two(), colleagues(heldAs('ana', '2'), heldAs('bob')), T0 + 1);
    const there = worth('1', team(member('ana', '9'), member('bob', '1'), member('dan', '1')));
    const asked = observe(wanted, there, T0 + 2);
    expect(asked.own.questions).toMatchObject([{ yours: { colleagues: [{ key: 'ana@partner.example' }] } }]);
    expect(asked.intents).toMatchObject([{ change: { colleagues: [{ how: 'removed' }] } }]);
    expect(phones(asked)).toEqual(['ana 9', 'dan 1']);
    const keep = { id: 'k', by: { ...megan, addresses: [] } };
    expect(phones(operate(asked, keepMine, keep, facts(T0 + 3)).referral)).toEqual(['ana 2', 'dan 1']);
  });

  it('removed here and changed there, or the other way round, are asked about', () => {
    const gone = wish(two(), colleagues(heldAs('ana')), T0 + 1);
    const changed = worth('1', team(member('ana', '9'), member('bob', '1')));
    expect(observe(gone, changed, T0 + 2).own.questions).toHaveLength(1);
    const kept = wish(two(), colleagues(heldAs('ana', '2')), T0 + 1);
    expect(observe(kept, worth('1', team(member('bob', '1'))), T0 + 2).own.questions).toHaveLength(1);
  });

  it('stand on what was there before when the first of two changes is refused', () => {
    const first = wish(two(), colleagues(heldAs('cem', '1')), T0 + 1);
    const twice = wish(first, colleagues(heldAs('cem', '2')), T0 + 2);
    const refusal = { kind: 'refused', why: 'invalid', detail: '400' } as const;
    const effect = writes(twice)[0]?.id ?? '';
    const refused = go(twice, { kind: 'settled', effect, settlement: refusal }, T0 + 3);
    expect(refused.intents).toMatchObject([{ was: { colleagues: [{ key: 'cem@partner.example' }] } }]);
    expect(refused.intents[0]?.was.colleagues?.[0]?.entry).toBeUndefined();
    expect(phones(refused)).toEqual(['ana 1', 'bob 1', 'cem 2']);
    expect(refused.own.questions ?? []).toEqual([]);
  });

  it('that are as they are wanted are no change', () => {
    const before = two();
    const same = colleagues(heldAs('ana', '1'), heldAs('zoe'));
    expect(intend(before, { id: 'i', by: megan, change: same }, facts(T0 + 1))).toBe(before);
  });
});

describe('a held change', () => {
  it('is seen at once, leaves when its time is over, and can be taken back until then', () => {
    const held = edit(deal(), '40000', T0, { holdUntil: T0 + MINUTE });
    expect([shown(held), writes(held)]).toEqual(['40000', []]);
    const gone = go(held, { kind: 'wake' }, T0 + MINUTE);
    expect([shown(gone), writes(gone).length]).toEqual(['40000', 1]);
    const back = takeBack(held);
    expect([shown(back), back.intents]).toEqual(['10000', []]);
    expect(takeBack(gone)).toBe(gone);
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
  const moves = (change: fc.Arbitrary<Wanted>) =>
    fc.array(
      fc.oneof(
        fc.record({
          do: fc.constant('edit' as const),
          change,
          by: fc.constantFrom(megan, diego),
          hold: fc.boolean(),
        }),
        fc.record({ do: fc.constant('there' as const), change }),
        fc.record({
          do: fc.constantFrom('take' as const, 'lose' as const, 'refuse' as const, 'read' as const),
        }),
      ),
      { maxLength: 25 },
    );
  const value = fc
    .constantFrom('10000', '20000', '30000', '40000')
    .map((dealValue): Wanted => ({ dealValue }));
  /** One or several entries added, changed or removed at once. */
  const people = fc
    .uniqueArray(
      fc.record({
        name: fc.constantFrom('ana', 'bob', 'cem'),
        phone: fc.constantFrom(undefined, '1', '2', '3'),
      }),
      { minLength: 1, maxLength: 3, selector: ({ name }) => name },
    )
    .map((all): Wanted => ({ colleagues: all.map(({ name, phone }) => heldAs(name, phone)) }));
  const both = fc.tuple(value, people).map((two): Wanted => ({ ...two[0], ...two[1] }));

  it.each([
    ['a field', value],
    ['entries of a list', people],
    ['both', both],
  ])('%s ends with what the last person wrote, or with a question to them, or their refusal', (_, change) => {
    fc.assert(
      fc.property(moves(change), (played) => {
        const life = new Life(worth('10000', { team: [member('ana', '1'), member('bob', '1')] }));
        for (const one of played) life.play(one);
        life.rest();
        expect(life.referral.intents).toEqual([]);
        const refused = life.referral.outbox.some(
          (effect) => effect.kind === 'tell' && effect.notice.kind === 'refused',
        );
        for (const [field, last] of life.last) {
          const asked = (life.referral.own.questions ?? []).some(({ yours }) =>
            changedFields(yours).includes(field),
          );
          expect([life.hasArrived(field, last), asked, refused]).toContain(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
