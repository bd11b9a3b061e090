import { applyChange } from '../../../src/domain/deal/change';
import { seen } from '../../../src/domain/referral/face';
import { MOST_TRIES } from '../../../src/domain/living/outbox';
import type { Referral } from '../../../src/domain/referral/referral';
import type { Resource } from '../../../src/domain/record/resource';
import { DAY, HOUR, T0, accept, diego, fromPartnerCenter, go, iso, lead, megan, run } from '../builders';

const write = (referral: Referral) => referral.outbox.find((effect) => effect.kind === 'write');
const read = (referral: Referral) => referral.outbox.find((effect) => effect.kind === 'read');
const notices = (referral: Referral) =>
  referral.outbox.flatMap((effect) => ('notice' in effect ? [effect.notice.kind] : []));

const accepted = (): Referral => go(fromPartnerCenter(), run(accept()), T0 + HOUR);

/** Partner Center takes the write and answers with `resource`. */
function writtenAs(referral: Referral, resource: Resource, at: number): Referral {
  const effect = write(referral)?.id ?? '';
  return go(referral, { kind: 'settled', effect, settlement: { kind: 'written', resource } }, at);
}

/** A read that was planned for then is owed first. */
function readAs(before: Referral, resource: Resource, at: number): Referral {
  const referral = read(before) ? before : go(before, { kind: 'wake' }, at);
  const effect = read(referral)?.id ?? '';
  return go(referral, { kind: 'settled', effect, settlement: { kind: 'read', resource } }, at);
}

const asWanted = (referral: Referral, at: number): Resource => ({
  ...applyChange(referral.observed, referral.intents[0]?.change ?? {}, at),
  updatedDateTime: iso(at),
});

describe('Partner Center takes a write', () => {
  it('and never keeps one field: it is written a few times, then its author hears of it and the rest stands', () => {
    let [referral, at] = [accepted(), T0 + HOUR];
    let writes = 0;
    while (write(referral) && writes < 50) {
      at += HOUR;
      writes += 1;
      const kept = { ...asWanted(referral, at), name: null };
      referral = readAs(writtenAs(referral, kept, at), { ...kept, updatedDateTime: iso(at + 1) }, at + 5_000);
    }
    expect(writes).toBeLessThanOrEqual(5);
    expect(referral.intents).toEqual([]);
    expect(seen(referral)).toMatchObject({ stage: 'accepted', deal: { dealValue: '40000' } });
    expect(referral.own.owner).toEqual(megan);
    expect(notices(referral)).toContain('overwritten');
  });

  it('and shows the old stage for ever: it is refused in the end, and nobody owns it', () => {
    let [referral, at] = [accepted(), T0 + HOUR];
    let writes = 0;
    while (write(referral) && writes < 50) {
      at += HOUR;
      writes += 1;
      const still = lead({ updatedDateTime: iso(at) });
      referral = readAs(
        writtenAs(referral, still, at),
        { ...still, updatedDateTime: iso(at + 1) },
        at + 5_000,
      );
    }
    expect(writes).toBeLessThanOrEqual(5);
    expect(referral.intents).toEqual([]);
    expect(referral.own.owner).toBeUndefined();
    expect(notices(referral)).toContain('refused');
  });

  it('and a read lags behind it: it is read again until it shows', () => {
    const one = accepted();
    const at = T0 + 2 * HOUR;
    const sent = writtenAs(one, asWanted(one, at), at);
    const lagged = readAs(sent, lead(), at + 2_000);
    expect(lagged.intents).toMatchObject([{ state: 'unconfirmed' }]);
    expect(lagged.planned).toMatchObject([{ because: 'confirm' }]);
    expect(readAs(lagged, asWanted(one, at), at + HOUR).intents).toEqual([]);
  });

  it('and cannot be read for days: it is still asked, however often that failed', () => {
    const one = accepted();
    let [referral, at] = [writtenAs(one, asWanted(one, T0 + HOUR), T0 + HOUR), T0 + HOUR];
    for (let tries = 0; tries < MOST_TRIES + 1; tries += 1) {
      at += HOUR;
      const settlement = { kind: 'retry' as const, at: at + HOUR, problem: '503' };
      referral = go(referral, { kind: 'wake' }, at);
      const effect = referral.outbox.find((two) => two.kind === 'read' && !two.dead)?.id ?? '';
      referral = go(referral, { kind: 'settled', effect, settlement }, at);
    }
    const later = go(referral, { kind: 'wake' }, at + HOUR);
    expect(later.outbox.some((effect) => effect.kind === 'read' && !effect.dead)).toBe(true);
  });

  it('and it is closed there before the confirming read: the acceptance holds, its author is told no "no"', () => {
    const one = accepted();
    const at = T0 + 2 * HOUR;
    const sent = writtenAs(one, asWanted(one, at), at);
    const won = { ...asWanted(one, at), status: 'Closed', substatus: 'Won', updatedDateTime: iso(at + DAY) };
    const after = go(sent, { kind: 'observed', resource: won }, at + DAY);
    expect(after.intents).toEqual([]);
    expect(after.own.owner).toEqual(megan);
    expect(notices(after)).not.toContain('refused');
  });
});

it('closed there in words that we do not know: an acceptance is refused, not confirmed', () => {
  const closed = lead({ status: 'Closed', substatus: 'Superseded', updatedDateTime: iso(T0 + 2 * HOUR) });
  const after = go(accepted(), { kind: 'observed', resource: closed }, T0 + 2 * HOUR);
  expect(notices(after)).toContain('refused');
  expect(after.own.owner).toBeUndefined();
});

it('changed there again and again: the write is given up after its share of tries, and nothing is stuck', () => {
  let [referral, at] = [accepted(), T0 + HOUR];
  let tries = 0;
  while (write(referral) && tries < 100) {
    at += HOUR;
    tries += 1;
    const resource = lead({ updatedDateTime: iso(at), eTag: `"${String(tries)}"` });
    const settlement = { kind: 'read-instead' as const, resource, retryAt: at + 1 };
    referral = go(referral, { kind: 'settled', effect: write(referral)?.id ?? '', settlement }, at);
    if (referral.outbox.some((effect) => effect.kind === 'write' && effect.dead)) break;
  }
  expect(tries).toBe(MOST_TRIES);
  expect(referral.intents).toEqual([]);
  expect(notices(referral)).toContain('refused');
});

it('set back to new there: nobody owns it, and somebody else may accept', () => {
  const one = accepted();
  const at = T0 + 2 * HOUR;
  const confirmed = readAs(writtenAs(one, asWanted(one, at), at), asWanted(one, at), at + 2_000);
  expect(confirmed.own.owner).toEqual(megan);
  const back = go(
    confirmed,
    { kind: 'observed', resource: lead({ updatedDateTime: iso(at + HOUR) }) },
    at + HOUR,
  );
  expect(seen(back).stage).toBe('received');
  expect(back.own.owner).toBeUndefined();
  expect(go(back, run(accept(diego)), at + 2 * HOUR).own.owner).toEqual(diego);
});

it('notes with the ends of lines of another system are the same notes', () => {
  const change = { ...accept(), answers: { ...accept().answers, notes: 'one\ntwo' } };
  const one = go(fromPartnerCenter(), run(change), T0 + HOUR);
  const at = T0 + 2 * HOUR;
  const wanted = asWanted(one, at);
  const theirs = {
    ...wanted,
    details: { ...wanted.details, notes: String(wanted.details?.notes).replaceAll('\n', '\r\n') },
  };
  const after = readAs(writtenAs(one, theirs, at), { ...theirs, updatedDateTime: iso(at + 1) }, at + 2_000);
  expect(after.intents).toEqual([]);
  expect(notices(after)).not.toContain('overwritten');
});
