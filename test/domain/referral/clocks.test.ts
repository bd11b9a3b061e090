import type { CallResult } from '../../../src/domain/deal/deal';
import { seen } from '../../../src/domain/referral/face';
import {
  DAY,
  HOUR,
  T0,
  accept,
  called,
  diego,
  deliverAll,
  facts,
  fromPartnerCenter,
  go,
  hotLead,
  iso,
  lead,
  live,
  megan,
  run,
  standingAlone,
} from '../builders';
import { create, step } from '../../../src/domain/referral/step';

describe('the 24 hours to answer', () => {
  it('the card says it at 12 h left, the thread is reminded at 4 h, the manager hears at 2 h and when it has passed', () => {
    const { said } = live(fromPartnerCenter(), T0 + 25 * HOUR);
    expect(said).toEqual([
      '+12h show',
      '+20h reminder',
      '+22h tell escalation',
      '+24h tell escalation',
      '+24h show',
    ]);
  });

  it('says nothing more once somebody has accepted', () => {
    const owned = go(fromPartnerCenter(), run(accept()), T0 + HOUR);
    const { said } = live(owned, T0 + 25 * HOUR);
    expect(said.filter((line) => line.includes('reminder') || line.includes('escalation'))).toEqual([]);
  });
});

describe('the 72 hours to contact who asked for it', () => {
  it('reminds 1 h and 4 h after creation, at 24 h and 4 h left, tells the manager at 4 h left, also after Accept', () => {
    const owned = go(fromPartnerCenter(hotLead()), run(accept()), T0 + 60_000);
    const { said, referral } = live(owned, T0 + 73 * HOUR);
    const messages = said.filter((line) => !line.includes('show') && !line.includes('read'));
    expect(messages).toEqual([
      '+1h reminder',
      '+4h reminder',
      '+48h reminder',
      '+68h reminder',
      '+68h tell escalation',
    ]);
    expect(referral.clocks.contact?.state).toBe('passed');
  });

  const afterCall = (result: CallResult, over: Parameters<typeof go>[3] = {}) => {
    const owned = go(fromPartnerCenter(hotLead()), run(accept()), T0 + 60_000);
    return go(owned, run(called(megan, result)), T0 + 2 * HOUR, over);
  };

  it('ends when somebody has reached them', () => {
    const over = afterCall('reached');
    expect(live(over, T0 + 73 * HOUR).said.filter((line) => line.includes('reminder'))).toEqual([]);
    expect(over.clocks).not.toHaveProperty('contact');
  });

  it.each(['not-reached', 'mailed'] as const)('goes on after %s', (result) => {
    const reminders = live(afterCall(result), T0 + 73 * HOUR).said.filter((line) =>
      line.includes('reminder'),
    );
    expect(reminders).toContain('+4h reminder');
    expect(afterCall(result).clocks).toHaveProperty('contact');
  });

  it('ends with an e-mail where the desk takes that for it', () => {
    const { desk } = facts(T0);
    const over = afterCall('mailed', { desk: { ...desk!, mailCounts: true } });
    expect(over.clocks).not.toHaveProperty('contact');
  });

  it('does not run where the customer asked for no contact', () => {
    expect(fromPartnerCenter().clocks).not.toHaveProperty('contact');
  });
});

describe('the 14 days', () => {
  it('reminds at 7 d, 3 d, 1 d and 4 h left, managers from 3 d on, and asks Partner Center at the end', () => {
    const { said } = live(fromPartnerCenter(), T0 + 15 * DAY);
    const late = said.filter((line) => !/^\+(12|20|22|24)h /.test(line) && !line.includes('show'));
    expect(late).toEqual([
      '+168h reminder',
      '+264h reminder',
      '+264h tell escalation',
      '+312h reminder',
      '+312h tell escalation',
      '+332h reminder',
      '+332h tell escalation',
      '+336h read',
      '+337h read',
      '+342h read',
      '+360h read',
    ]);
  });

  it('counts from creation where the record names no end', () => {
    const { createdDateTime, ...rest } = lead();
    const resource = { ...rest, createdDateTime, expirationDateTime: null };
    expect(seen(fromPartnerCenter(resource)).expiresAt).toBe(T0 + 14 * DAY);
  });

  it('archives an unanswered one itself when the desk stands alone, and says so once', () => {
    const { referral, said } = live(standingAlone(), T0 + 20 * DAY);
    expect(seen(referral)).toMatchObject({ stage: 'archived', archivedAs: 'expired' });
    expect(said.filter((line) => line.includes('expired'))).toEqual(['+336h expired', '+336h tell expired']);
    expect(referral.wakeAt).toBeNull();
  });
});

describe('after an outage', () => {
  it('owes one reminder and one message to the manager that tell how things stand, not a burst', () => {
    const before = deliverAll(fromPartnerCenter(hotLead()), T0);
    const after = go(before, { kind: 'wake' }, T0 + 12 * DAY);
    const notices = after.outbox.flatMap((effect) => ('notice' in effect ? [effect.notice] : []));
    expect(notices).toEqual([
      { kind: 'reminder', clocks: ['respond', 'contact', 'expiry'] },
      { kind: 'escalation', clocks: ['respond', 'contact', 'expiry'] },
    ]);
  });

  it('a reminder that could not be sent yet takes up the next one', () => {
    const before = deliverAll(fromPartnerCenter(hotLead()), T0);
    const one = go(before, { kind: 'wake' }, T0 + HOUR);
    const two = go(one, { kind: 'wake' }, T0 + 20 * HOUR);
    const reminders = two.outbox.filter((effect) => effect.kind === 'say');
    expect(reminders).toHaveLength(1);
    expect(reminders[0]).toMatchObject({ notice: { clocks: ['respond', 'contact'] } });
  });

  it('a command that comes first works off what the clock owed, and drops what it makes untrue', () => {
    const before = deliverAll(fromPartnerCenter(), T0);
    const after = go(before, run(accept(diego)), T0 + 23 * HOUR);
    expect(after.outbox.filter((effect) => 'notice' in effect)).toEqual([]);
  });
});

it('a referral that comes late owes no reminder for what lay before it came: its card says it', () => {
  const late = create('acme', hotLead(), 'partner-center', facts(T0 + 21 * HOUR));
  expect(late.outbox.map((effect) => effect.kind)).toEqual(['show']);
  expect(late.clocks.respond?.state).toBe('soon');
});

it('an end that is moved closer owes the reminder that has come by it', () => {
  const before = deliverAll(fromPartnerCenter(), T0);
  const sooner = lead({ expirationDateTime: iso(T0 + 5 * DAY), updatedDateTime: iso(T0 + HOUR) });
  const after = go(before, { kind: 'observed', resource: sooner }, T0 + HOUR);
  expect(after.outbox).toContainEqual(
    expect.objectContaining({ notice: { kind: 'reminder', clocks: ['expiry'] } }),
  );
});

it('an open referral looks for itself once a day', () => {
  const owned = live(go(fromPartnerCenter(), run(accept()), T0), T0 + 2 * HOUR).referral;
  expect(owned.wakeAt).not.toBeNull();
  expect((owned.wakeAt ?? 0) - T0).toBeLessThanOrEqual(DAY);
});

it('a step that changes nothing gives back the very same document', () => {
  const referral = fromPartnerCenter();
  expect(step(referral, { kind: 'observed', resource: lead() }, facts(T0)).outcome.kind).toBe('unchanged');
});
