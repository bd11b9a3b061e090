import { UNDO_MS } from '../../../src/domain/operations/hold';
import { applyChange } from '../../../src/domain/deal/change';
import { seen } from '../../../src/domain/referral/face';
import type { Referral } from '../../../src/domain/referral/referral';
import type { Resource } from '../../../src/domain/record/resource';
import { step } from '../../../src/domain/referral/step';
import {
  answered,
  inLane,
  outcomeOf,
  HOUR,
  T0,
  accept,
  called,
  decline,
  deliverAll,
  diego,
  facts,
  fromPartnerCenter,
  go,
  iso,
  lead,
  megan,
  run,
  standingAlone,
} from '../builders';

const LATER = T0 + HOUR;
const acceptedBy = (referral: Referral): Resource =>
  referral.intents.reduce(
    (resource, intent) => applyChange(resource, intent.change, intent.at),
    referral.observed,
  );

const withAnswers = (more: Record<string, string>) => ({
  ...accept(),
  answers: { ...accept().answers, ...more },
});

describe('Accept', () => {
  it('is one document: the owner, the intent, the write, the card everywhere and the audit line together', () => {
    const next = go(deliverAll(fromPartnerCenter(), T0), run(accept()), LATER);
    expect(seen(next)).toMatchObject({ stage: 'accepted', deal: { dealValue: '40000', currency: 'EUR' } });
    expect(next.own.owner).toEqual(megan);
    expect(next.intents).toMatchObject([{ state: 'sending', was: { stage: 'received' } }]);
    expect(next.outbox.map((effect) => `${effect.lane} ${effect.kind}`).sort()).toEqual([
      'channel show',
      'partner-center write',
      'person:t/megan show',
    ]);
    expect(next.audit.at(-1)).toMatchObject({ what: 'accepted', by: megan });
    expect(next.commands).toEqual([{ id: 'accept-t/megan', did: 'accepted' }]);
    expect(next.wakeAt).toBe(LATER);
  });

  it('gives the same outcome to a repeat of the command and changes nothing', () => {
    const once = go(fromPartnerCenter(), run(accept()), LATER);
    const again = step(once, run(accept()), facts(LATER + 5));
    expect(again.outcome).toEqual({ kind: 'done', did: 'accepted' });
    expect(again.referral).toBe(once);
  });

  it('tells a second person who was first and when', () => {
    const taken = go(fromPartnerCenter(), run(accept()), LATER);
    expect(outcomeOf(taken, run(accept(diego)), LATER + 1)).toEqual({ kind: 'taken', by: megan, at: LATER });
    expect(outcomeOf(taken, run(decline(diego)), LATER + 1)).toEqual({ kind: 'taken', by: megan, at: LATER });
  });

  it('is sent first and confirmed by reading', () => {
    const accepted = go(fromPartnerCenter(), run(accept()), LATER);
    const theirs = { ...acceptedBy(accepted), updatedDateTime: iso(LATER), eTag: '"2"' };
    const sent = answered(accepted, () => ({ kind: 'written', resource: theirs }), LATER);
    expect(sent.intents).toMatchObject([{ state: 'unconfirmed' }]);
    expect(sent.planned).toEqual([{ because: 'confirm', at: LATER + 2_000 }]);
    const confirmed = answered(sent, () => ({ kind: 'read', resource: theirs }), LATER + 2_000);
    expect(confirmed.intents).toEqual([]);
    expect(seen(confirmed)).toMatchObject({ stage: 'accepted', deal: { dealValue: '40000' } });
    expect(confirmed.audit.at(-1)?.what).toBe('confirmed');
  });

  it('standing alone is confirmed by being stored', () => {
    const next = go(standingAlone(), run(accept()), LATER, { connected: false });
    expect(next.intents).toEqual([]);
    expect(seen(next)).toMatchObject({ stage: 'accepted', deal: { closeDate: '2026-04-30' } });
    expect(inLane(next, 'partner-center')).toEqual([]);
  });

  it('shows a colleague once whom Partner Center has by now, before the rest is confirmed', () => {
    const colleague = { firstName: 'Ana', lastName: 'Ruiz', phone: '+34 910', email: 'ana@partner.example' };
    const next = go(fromPartnerCenter(), run(withAnswers(colleague)), LATER);
    expect(seen({ ...next, observed: acceptedBy(next) }).colleagues).toEqual([colleague]);
  });

  it('adds a note with day and name to what the customer asked for, and keeps that apart', () => {
    const command = withAnswers({ notes: 'Wants a demo' });
    const next = seen(go(fromPartnerCenter(), run(command), LATER));
    expect(next).toMatchObject({
      request: 'Help with 80 seats',
      deal: { notes: 'Help with 80 seats\n2026-03-02, Megan Bowen: Wants a demo' },
    });
  });

  it('adds the colleague', () => {
    const colleague = { firstName: 'Ana', lastName: 'Ruiz', phone: '+34 910', email: 'ana@partner.example' };
    const command = withAnswers(colleague);
    expect(seen(go(fromPartnerCenter(), run(command), LATER)).colleagues).toEqual([colleague]);
  });
});

describe('what Partner Center says of an acceptance', () => {
  const accepted = go(fromPartnerCenter(), run(accept()), LATER);

  it('refused: the referral is received again, nobody owns it, the author hears why and what they wrote', () => {
    const refused = answered(
      accepted,
      () => ({ kind: 'refused', why: 'invalid', detail: 'no solution' }),
      LATER,
    );
    expect(seen(refused).stage).toBe('received');
    expect(refused.own.owner).toBeUndefined();
    expect(refused.outbox).toContainEqual(
      expect.objectContaining({
        kind: 'tell',
        to: megan,
        notice: expect.objectContaining({ kind: 'refused', why: 'invalid' }),
      }),
    );
  });

  it('a time-out is read first: our change is there, so it is confirmed and not written again', () => {
    const theirs = { ...acceptedBy(accepted), updatedDateTime: iso(LATER) };
    const read = answered(
      accepted,
      () => ({ kind: 'read-instead', resource: theirs, retryAt: LATER + 5_000 }),
      LATER,
    );
    expect(read.intents).toEqual([]);
    expect(inLane(read, 'partner-center')).toEqual([]);
  });

  it('a time-out is read first: nothing is there, so the same write is tried again later', () => {
    const [before] = inLane(accepted, 'partner-center');
    const read = answered(
      accepted,
      (resource) => ({ kind: 'read-instead', resource, retryAt: LATER + 5_000 }),
      LATER,
    );
    expect(inLane(read, 'partner-center')).toMatchObject([
      { id: before?.id, notBefore: LATER + 5_000, tries: 1 },
    ]);
    expect(read.intents).toHaveLength(1);
  });

  it('a field changed there as well: theirs stands, the author sees both, the rest goes through', () => {
    const theirs = lead({ name: 'Their name', updatedDateTime: iso(LATER), eTag: '"7"' });
    const read = answered(
      accepted,
      () => ({ kind: 'read-instead', resource: theirs, retryAt: LATER }),
      LATER,
    );
    expect(read.intents[0]?.change).toMatchObject({ stage: 'accepted', dealValue: '40000' });
    expect(read.intents[0]?.change.name).toBeUndefined();
    expect(read.outbox).toContainEqual(
      expect.objectContaining({
        notice: {
          kind: 'overwritten',
          yours: { name: 'Tailspin Toys – Microsoft 365' },
          fields: ['name'],
          question: 'accept-t/megan',
        },
      }),
    );
  });

  it('expired there meanwhile: refused as over, and everybody hears of the end', () => {
    const expired = lead({ status: 'Closed', substatus: 'Expired', updatedDateTime: iso(LATER) });
    const after = go(accepted, { kind: 'observed', resource: expired }, LATER);
    expect(seen(after)).toMatchObject({ stage: 'archived', archivedAs: 'expired' });
    expect(after.outbox.flatMap((effect) => ('notice' in effect ? [effect.notice.kind] : []))).toEqual(
      expect.arrayContaining(['refused', 'expired']),
    );
    expect(after.healAt).toBeUndefined();
  });

  it('no answer for a week: the write is given up, the author and the admins hear of it', () => {
    const failing = Array.from({ length: 85 }).reduce<Referral>(
      (next, _, index) =>
        answered(
          next,
          () => ({ kind: 'retry', at: LATER + index * 2 * HOUR, problem: 'HTTP 503' }),
          LATER + index * 2 * HOUR,
        ),
      accepted,
    );
    const notices = failing.outbox.flatMap((effect) => ('notice' in effect ? [effect.notice] : []));
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'refused', why: 'unanswered' }));
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'stuck', effect: 'write' }));
    expect(seen(failing).stage).toBe('received');
  });
});

describe('Decline', () => {
  it('adds its note to the record, and the words of the customer stay', () => {
    const command = { ...decline(), answers: { reason: '5', notes: 'Wrong number' } };
    const next = seen(go(fromPartnerCenter(), run(command), LATER));
    expect(next).toMatchObject({
      request: 'Help with 80 seats',
      deal: { notes: 'Help with 80 seats\n2026-03-02, Megan Bowen: Wrong number' },
    });
  });

  it('archives with the reason, owned by nobody, and waits for Partner Center', () => {
    const next = go(fromPartnerCenter(), run(decline()), LATER);
    expect(seen(next)).toMatchObject({ stage: 'archived', archivedAs: 'declined', reason: '5' });
    expect(next.own.owner).toBeUndefined();
    expect(next.intents).toHaveLength(1);
  });

  it.each([accept(diego), decline(diego), called(diego, 'reached')])(
    'leaves nothing more to do: %o',
    (command) => {
      const declined = go(fromPartnerCenter(), run(decline()), LATER);
      const by = { id: 't/megan', name: 'Megan Bowen' };
      const final = { kind: 'final', archivedAs: 'declined', by, at: LATER, until: LATER + UNDO_MS };
      expect(outcomeOf(declined, run(command))).toEqual(final);
      expect(outcomeOf(go(declined, { kind: 'wake' }, LATER + UNDO_MS), run(command))).toEqual({
        kind: 'final',
        archivedAs: 'declined',
        by,
        at: LATER,
      });
    },
  );

  it('accepted in Partner Center at the same time: the refusal is withdrawn and its author told', () => {
    const declined = go(fromPartnerCenter(), run(decline()), LATER);
    const theirs = lead({ status: 'Active', substatus: 'Accepted', updatedDateTime: iso(LATER) });
    const after = go(declined, { kind: 'observed', resource: theirs }, LATER);
    expect(seen(after).stage).toBe('accepted');
    expect(after.outbox).toContainEqual(
      expect.objectContaining({ notice: expect.objectContaining({ kind: 'refused', why: 'taken' }) }),
    );
  });
});
