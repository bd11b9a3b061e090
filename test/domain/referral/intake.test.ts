import { merge } from '../../../src/domain/referral/intake';
import { seen } from '../../../src/domain/referral/face';
import { create, step } from '../../../src/domain/referral/step';
import type { Referral } from '../../../src/domain/referral/referral';
import type { Member, Resource } from '../../../src/domain/record/resource';
import { HOUR, T0, accept, facts, go, iso, lead, run, standingAlone, stored } from '../builders';

const LATER = T0 + HOUR;
const bring = (referral: ReturnType<typeof standingAlone>, over: Parameters<typeof lead>[0], at = LATER) =>
  step(
    referral,
    { kind: 'intake', resource: lead({ updatedDateTime: iso(at), ...over }) },
    facts(at, { connected: false }),
  );

describe('the intake brings a referral again', () => {
  it('unchanged when nothing differs, or when it is older', () => {
    expect(bring(standingAlone(), { updatedDateTime: iso(T0) }).outcome.kind).toBe('unchanged');
    expect(bring(standingAlone(), { name: 'old', updatedDateTime: iso(T0 - HOUR) }).outcome.kind).toBe(
      'unchanged',
    );
  });

  it('applies what differs from the intake before', () => {
    const { referral, outcome } = bring(standingAlone(), {
      name: 'Seats for all',
      customerProfile: { name: 'Tailspin Toys AG' },
    });
    expect(outcome).toEqual({ kind: 'updated' });
    expect(seen(referral)).toMatchObject({
      customer: { name: 'Tailspin Toys AG', city: 'Bonn' },
      deal: { name: 'Seats for all' },
    });
  });

  it('keeps what people have changed, and names it', () => {
    const accepted = go(standingAlone(), run(accept()), T0, { connected: false });
    const { referral, outcome } = bring(accepted, {
      name: 'From the intake',
      details: { notes: 'New words', dealValue: 5 },
    });
    expect(outcome).toEqual({ kind: 'updated', kept: ['/details/dealValue', '/name'] });
    expect(seen(referral)).toMatchObject({
      deal: { name: 'Tailspin Toys – Microsoft 365', dealValue: '40000', notes: 'New words' },
    });
  });

  it('never moves a stage backwards', () => {
    const accepted = go(standingAlone(), run(accept()), T0, { connected: false });
    expect(seen(bring(accepted, { status: 'New', substatus: 'Pending' }).referral).stage).toBe('accepted');
    const closed = go(
      accepted,
      { kind: 'intake', resource: lead({ status: 'Closed', substatus: 'Won', updatedDateTime: iso(LATER) }) },
      LATER,
    );
    const again = bring(closed, { status: 'Active', substatus: 'Accepted' }, LATER + HOUR);
    expect(again.outcome).toMatchObject({ kept: ['/status'] });
    expect(seen(again.referral)).toMatchObject({ stage: 'archived', archivedAs: 'won' });
  });

  it('moves a stage forward', () => {
    const { referral, outcome } = bring(standingAlone(), { status: 'Closed', substatus: 'Expired' });
    expect(outcome.kind).toBe('updated');
    expect(seen(referral)).toMatchObject({ stage: 'archived', archivedAs: 'expired' });
  });

  it('keeps fields that it does not know, and those that a later intake leaves out', () => {
    const first = bring(standingAlone(), { somethingNew: { deep: [1] } }).referral;
    const second = bring({ ...first, version: 2 }, { name: 'x' }, LATER + 1).referral;
    expect(second.observed['somethingNew']).toEqual({ deep: [1] });
  });
});

describe('the intake brings a list again', () => {
  const ann = { firstName: 'Ann', lastName: 'Lee', phoneNumber: '1', email: 'ann@p.example' };
  const bob = { firstName: 'Bob', lastName: 'Roe', phoneNumber: '2', email: 'bob@p.example' };
  const eve = { firstName: 'Eve', lastName: 'Poe', phoneNumber: '3', email: 'eve@p.example' };
  const fred = { firstName: 'Fred', lastName: 'Zoe', phoneNumber: '4', email: 'fred@p.example' };
  /** Brought with `before`, changed here to `now`, brought again with `next`: the people then, and what was kept. */
  const again = (before: Member[], now: Member[], next: Member[]): unknown => {
    const { merged, kept } = merge(lead({ team: now }), lead({ team: before }), lead({ team: next }));
    return [merged['team'], kept];
  };

  it('what was added, changed and taken away there is so here, and what was done here stays', () => {
    expect(again([ann, bob], [ann, bob, eve], [bob, fred])).toEqual([[bob, eve, fred], []]);
    expect(again([ann, bob], [bob], [{ ...bob, phoneNumber: '9' }, ann])).toEqual([
      [{ ...bob, phoneNumber: '9' }],
      [],
    ]);
  });

  it('two parts of one person may have been changed, one on each side', () => {
    const here = { ...ann, phoneNumber: '7' };
    const there = { ...ann, lastName: 'Lee-Roe' };
    expect(again([ann], [here], [bob, there])).toEqual([[{ ...here, lastName: 'Lee-Roe' }, bob], []]);
  });

  it('the same part on both sides: people’s stands, and is named where it is in the intake', () => {
    const here = { ...ann, phoneNumber: '7' };
    expect(again([ann], [here], [bob, { ...ann, phoneNumber: '8' }])).toEqual([
      [here, bob],
      ['/team/1/phoneNumber'],
    ]);
  });

  it('taken away on one side and changed on the other: people’s stands and is named', () => {
    const here = { ...ann, phoneNumber: '7' };
    expect(again([ann], [here], [])).toEqual([[here], ['/team']]);
    expect(again([ann], [], [here])).toEqual([[], ['/team/0']]);
  });

  it('who was added on both sides is there once', () => {
    expect(again([], [ann], [ann, bob])).toEqual([[ann, bob], []]);
  });

  it.each([['no list'], [null], [[null, 'x', 7]], [[{}, {}]]])('%j breaks nothing', (team) => {
    const { merged } = merge(lead({ team: [ann] }), lead({ team: [ann] }), {
      ...lead(),
      team: team as unknown as Member[],
    });
    expect(merged['name']).toBe(lead().name);
  });
});

describe('the intake brings it again before Partner Center has told whether it knows it', () => {
  const unknown = () => stored(create('acme', lead(), 'intake', facts(T0)));
  const again = (referral: Referral, over: Partial<Resource>, at: number) =>
    step(referral, { kind: 'intake', resource: lead({ updatedDateTime: iso(at), ...over }) }, facts(at));

  it('what it brought is seen at once, and stands when Partner Center does not know it', () => {
    const { referral, outcome } = again(unknown(), { name: 'Second words' }, LATER);
    expect(outcome).toEqual({ kind: 'updated' });
    const read = referral.outbox.find((effect) => effect.kind === 'read')?.id ?? '';
    const alone = go(
      stored(referral),
      { kind: 'settled', effect: read, settlement: { kind: 'not-found' } },
      LATER,
    );
    expect(alone.truth).toBe('desk');
    expect(seen(alone).deal.name).toBe('Second words');
  });

  it('an end that it brings is final for what was meant here', () => {
    const meant = go(unknown(), run(accept()), LATER);
    const { referral } = again(meant, { status: 'Closed', substatus: 'Won' }, LATER + 1);
    expect(referral.intents).toEqual([]);
    expect(seen(referral)).toMatchObject({ stage: 'archived', archivedAs: 'won' });
  });
});
