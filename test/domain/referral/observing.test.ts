import { seen } from '../../../src/domain/referral/face';
import type { Referral } from '../../../src/domain/referral/referral';
import { step } from '../../../src/domain/referral/step';
import {
  answered,
  inLane,
  outcomeOf,
  HOUR,
  T0,
  accept,
  called,
  contact,
  deliverAll,
  diego,
  facts,
  fromPartnerCenter,
  go,
  hotLead,
  iso,
  lead,
  run,
  standingAlone,
} from '../builders';

const LATER = T0 + HOUR;
describe('the other way round', () => {
  it('accepted in Partner Center: the card follows, nobody here owns it', () => {
    const theirs = lead({ status: 'Active', substatus: 'Accepted', updatedDateTime: iso(LATER) });
    const next = go(deliverAll(fromPartnerCenter(), T0), { kind: 'observed', resource: theirs }, LATER);
    expect(seen(next).stage).toBe('accepted');
    expect(next.outbox).toMatchObject([{ kind: 'show', place: 'channel' }]);
    expect(outcomeOf(next, run(accept()))).toEqual({ kind: 'taken' });
  });

  it('set back to unanswered there: what its owner still wanted of it goes back to them, and it is open for all', () => {
    const accepted = go(fromPartnerCenter(), run(accept()), T0);
    const met = (substatus: string, status: string, at: number) => ({
      kind: 'observed' as const,
      resource: lead({ status, substatus, updatedDateTime: iso(at) }),
    });
    const there = go(accepted, met('Accepted', 'Active', LATER), LATER);
    const back = go(there, met('Pending', 'New', LATER + HOUR), LATER + HOUR);
    expect([back.intents, back.own.owner, seen(back).stage]).toEqual([[], undefined, 'received']);
    expect(back.outbox).toContainEqual(
      expect.objectContaining({
        kind: 'tell',
        notice: expect.objectContaining({ kind: 'refused', why: 'taken' }),
      }),
    );
  });

  it.each([
    ['of today has a card', T0, ['channel']],
    ['of long ago is only listed', T0 - 30 * 24 * HOUR, []],
  ])('a deal that was accepted there before it was ever seen here: one %s', (_, created, places) => {
    const deal = lead({ status: 'Active', substatus: 'Accepted', createdDateTime: iso(created) });
    expect(fromPartnerCenter(deal, LATER).own.places.map((place) => place.key)).toEqual(places);
  });

  it('a read that lags behind what was read before is dropped', () => {
    const newer = lead({ name: 'new', updatedDateTime: iso(LATER) });
    const next = go(fromPartnerCenter(newer), { kind: 'observed', resource: lead() }, LATER + 1);
    expect(next.observed.name).toBe('new');
  });

  it('gone from Partner Center: nothing more can be done, and nothing reminds', () => {
    const gone = go(fromPartnerCenter(hotLead()), { kind: 'gone' }, LATER);
    expect(outcomeOf(gone, run(accept()))).toEqual({ kind: 'not-its-kind' });
    expect(gone.healAt).toBeUndefined();
    const back = go(
      gone,
      { kind: 'observed', resource: hotLead({ updatedDateTime: iso(LATER) }) },
      LATER + 1,
    );
    expect(outcomeOf(back, run(accept()))).toEqual({ kind: 'done', did: 'accepted' });
  });

  it('a record in words that we do not know is read-only', () => {
    const odd = fromPartnerCenter(lead({ status: 'Paused' }));
    expect(seen(odd).kind).toBe('other');
    expect(outcomeOf(odd, run(accept()))).toEqual({ kind: 'not-its-kind' });
  });
});

describe('what the intake brought and Partner Center does not know', () => {
  it('waits for Partner Center to tell; an acceptance meanwhile waits with it and holds when it stands alone', () => {
    const born = go(standingUnknown(), run(accept()), LATER);
    expect(born.truth).toBe('unknown');
    expect(inLane(born, 'read')).toHaveLength(1);
    expect(inLane(born, 'partner-center')).toEqual([]);
    const alone = answered(born, () => ({ kind: 'not-found' }), LATER);
    expect(alone).toMatchObject({ truth: 'desk', intents: [] });
    expect(seen(alone)).toMatchObject({ stage: 'accepted', deal: { dealValue: '40000' } });
  });

  it('is only read from Partner Center once that knows it', () => {
    const known = answered(
      standingUnknown(),
      () => ({ kind: 'read', resource: lead({ name: 'theirs' }) }),
      LATER,
    );
    const again = step(
      known,
      { kind: 'intake', resource: lead({ name: 'ours', updatedDateTime: iso(LATER) }) },
      facts(LATER),
    );
    expect(again.outcome.kind).toBe('unchanged');
    expect(seen(again.referral).deal.name).toBe('theirs');
    expect(inLane(again.referral, 'read')).toMatchObject([{ kind: 'read', because: 'intake' }]);
  });

  const standingUnknown = (): Referral => {
    const { referral } = step(standingAlone(), { kind: 'wake' }, facts(T0));
    return go(
      { ...referral, truth: 'unknown', intake: lead() },
      { kind: 'intake', resource: lead({ updatedDateTime: iso(T0 + 1) }) },
      T0 + 1,
    );
  };
});

describe('I called', () => {
  it('is said in the thread and noted', () => {
    const next = go(fromPartnerCenter(hotLead()), run(called(diego, 'not-reached')), LATER);
    expect(next.own.called).toMatchObject({ by: diego, result: 'not-reached' });
    expect(next.outbox).toContainEqual(
      expect.objectContaining({ kind: 'say', notice: { kind: 'called', by: diego, result: 'not-reached' } }),
    );
  });
});

const withContact = lead({ customerProfile: { name: 'Tailspin Toys', team: [{ firstName: 'Kim' }] } });

it('the thread hears once an hour who is contacting the customer', () => {
  const press = (id: string) => run(contact(diego, id));
  const once = go(fromPartnerCenter(withContact), press('1'), LATER);
  const twice = go(once, press('2'), LATER + 60_000);
  expect(twice.outbox.filter((effect) => effect.kind === 'say')).toHaveLength(1);
  expect(
    go(twice, press('3'), LATER + 2 * HOUR).outbox.filter((effect) => effect.kind === 'say'),
  ).toHaveLength(2);
});

it('without a desk the card waits, and is owed as soon as there is one', () => {
  const waiting = go(standingAloneWithout(), { kind: 'wake' }, LATER, { desk: undefined as never });
  expect(waiting.outbox[0]).toMatchObject({ kind: 'show', parked: 'desk-bound' });
  const routed = go(waiting, { kind: 'routed', desk: '19:channel' }, LATER);
  expect(routed.outbox.every((effect) => effect.parked === undefined)).toBe(true);
  expect(routed.own.desk).toBe('19:channel');
});

function standingAloneWithout(): Referral {
  const { desk: _, ...own } = standingAlone().own;
  const referral = standingAlone();
  return {
    ...referral,
    own,
    outbox: referral.outbox.map((effect) => ({ ...effect, parked: 'desk-bound' as const })),
  };
}

describe('another kind than before', () => {
  const own = (consent: boolean, at: number) =>
    lead({
      ...{ type: 'Independent', qualification: 'SalesQualified', status: 'Active', substatus: 'Accepted' },
      ...{ organizationId: 'us', inviteContext: { invitedBy: { organizationId: 'us' } } },
      ...{ consent: { consentToShareReferralWithMicrosoftSellers: consent }, updatedDateTime: iso(at) },
    });

  it('the thread hears of it once', () => {
    const before = fromPartnerCenter(own(false, T0));
    const resource = own(true, T0 + HOUR);
    const after = go(before, { kind: 'observed', resource }, T0 + HOUR);
    const said = { kind: 'say', notice: { kind: 'kind-changed', from: 'private', to: 'partner-led' } };
    expect(after.outbox.filter((effect) => effect.kind === 'say')).toEqual([expect.objectContaining(said)]);
    expect(go(after, { kind: 'observed', resource }, T0 + 2 * HOUR).outbox).toEqual(after.outbox);
  });
});
