import { applyChange } from '../../src/domain/deal/change';
import type { CallResult } from '../../src/domain/deal/deal';
import type { Desk } from '../../src/domain/desk/desk';
import { NEW_DOCUMENT } from '../../src/domain/living/document';
import type { ReferralEffect as Effect, Settlement } from '../../src/domain/effects';
import { readyEffects } from '../../src/domain/living/outbox';
import { accept as acceptOperation } from '../../src/domain/operations/accept';
import { called as calledOperation } from '../../src/domain/operations/called';
import { contact as contactOperation } from '../../src/domain/operations/contact';
import { decline as declineOperation } from '../../src/domain/operations/decline';
import { doing, type Deed } from '../../src/domain/operations/operate';
import type { Actor, ReferralOperation } from '../../src/domain/operations/operation';
import type { PersonRef } from '../../src/domain/person/person';
import type { Referral } from '../../src/domain/referral/referral';
import type { Resource } from '../../src/domain/record/resource';
import type { Facts, Input, Outcome } from '../../src/domain/referral/inputs';
import { create, step } from '../../src/domain/referral/step';

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A Monday morning. */
export const T0 = Date.parse('2026-03-02T08:00:00Z');

export const megan: PersonRef = { id: 't/megan', name: 'Megan Bowen' };
export const diego: PersonRef = { id: 't/diego', name: 'Diego Siciliani' };
export const nestor: PersonRef = { id: 't/nestor', name: 'Nestor Wilke' };

export const iso = (at: number): string => new Date(at).toISOString();

export const lead = (over: Partial<Resource> = {}): Resource => ({
  id: 'r-1',
  createdDateTime: iso(T0),
  updatedDateTime: iso(T0),
  expirationDateTime: iso(T0 + 14 * DAY),
  status: 'New',
  substatus: 'Pending',
  type: 'Independent',
  qualification: 'Direct',
  direction: 'Incoming',
  customerProfile: { name: 'Tailspin Toys', address: { city: 'Bonn', country: 'DE' }, team: [] },
  details: { notes: 'Help with 80 seats', customerRequestedContact: false },
  team: [],
  eTag: '"1"',
  ...over,
});

export const hotLead = (over: Partial<Resource> = {}): Resource =>
  lead({ details: { notes: 'Call me', customerRequestedContact: true }, ...over });

const desk = (over: Partial<Desk> = {}): Desk => ({
  ...NEW_DOCUMENT,
  kind: 'desk',
  id: '19:channel',
  tenant: 't',
  team: '19:team',
  name: 'Referrals',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  reachable: true,
  answers: [megan],
  managers: [nestor],
  boundBy: megan,
  boundAt: T0 - DAY,
  language: 'en',
  zone: 'Europe/Berlin',
  currency: 'EUR',
  ...over,
});

export const facts = (now: number, over: Partial<Facts> = {}): Facts => ({
  now,
  connected: true,
  desk: desk(),
  ...over,
});

/** As the store does: each write counts the version up. */
export const stored = (referral: Referral): Referral => ({ ...referral, version: referral.version + 1 });

export const fromPartnerCenter = (resource = lead(), at = T0, over: Partial<Facts> = {}): Referral =>
  stored(create('acme', resource, 'partner-center', facts(at, over)));

export const standingAlone = (resource = lead(), at = T0): Referral =>
  stored(create('desk', resource, 'intake', facts(at, { connected: false })));

/** Steps and stores. */
export function go(referral: Referral, input: Input, at: number, over: Partial<Facts> = {}): Referral {
  const next = step(referral, input, facts(at, over)).referral;
  return next === referral ? referral : stored(next);
}

/** A person's operation, as an input is made of it. */
export interface Command extends Deed {
  readonly operation: ReferralOperation;
}

const actor = (by: PersonRef): Actor => ({ ...by, addresses: [] });

export const accept = (by = megan, id = `accept-${by.id}`): Command => ({
  operation: acceptOperation,
  id,
  by: actor(by),
  answers: {
    name: 'Tailspin Toys – Microsoft 365',
    dealValue: '40000',
    currency: 'EUR',
    closeDate: '2026-04-30',
  },
});

export const decline = (by = megan, id = `decline-${by.id}`): Command => ({
  operation: declineOperation,
  id,
  by: actor(by),
  answers: { reason: '5' },
});

export const called = (by: PersonRef, result: CallResult, id = 'c'): Command => ({
  operation: calledOperation,
  id,
  by: actor(by),
  answers: { result },
});

export const contact = (by: PersonRef, id = 'k'): Command => ({
  operation: contactOperation,
  id,
  by: actor(by),
});

export const run = ({ operation, ...deed }: Command): Input => doing(operation, deed);

/** Everything owed now is settled as if the world had taken it at once. */
export function deliverAll(referral: Referral, at: number): Referral {
  let next = referral;
  for (let guard = 0; guard < 100; guard += 1) {
    const effect = next.outbox.find(
      (one) => !one.parked && !one.dead && one.notBefore <= at && !isForPartnerCenter(one),
    );
    if (!effect) return next;
    const settlement =
      effect.kind === 'show'
        ? {
            kind: 'shown' as const,
            asked: effect.asked,
            activity: 'a1',
            conversation: next.own.desk ?? 'c1',
            shown: 'f',
          }
        : effect.kind === 'keep-history'
          ? { kind: 'kept' as const, upTo: next.leaving?.at(-1)?.n ?? 0 }
          : { kind: 'done' as const };
    next = go(next, { kind: 'settled', effect: effect.id, settlement }, at);
  }
  throw new Error('the outbox never empties');
}

/** Wakes the referral at each of its own moments up to `until`; answers with the notices that were owed on the way. */
export function live(referral: Referral, until: number): { referral: Referral; said: string[] } {
  const said: string[] = [];
  let guard = 0;
  let next = settlePartnerCenter(deliverAll(referral, Math.max(T0, referral.observedAt)), T0);
  while (next.wakeAt !== null && next.wakeAt <= until) {
    const at = next.wakeAt;
    const before = new Set(next.outbox.map((effect) => effect.id));
    next = go(next, { kind: 'wake' }, at);
    for (const effect of next.outbox) {
      if (before.has(effect.id)) continue;
      const what = 'notice' in effect ? effect.notice.kind : effect.kind;
      said.push(`${hoursAfterStart(at)} ${effect.kind === 'tell' ? 'tell ' : ''}${what}`);
    }
    next = settlePartnerCenter(deliverAll(next, at), at);
    if ((guard += 1) > 500) throw new Error(`it never sleeps: ${JSON.stringify(next.outbox)}`);
  }
  return { referral: next, said };
}

/** Partner Center takes every write and answers every read with what it has. */
function settlePartnerCenter(referral: Referral, at: number): Referral {
  const effect = readyEffects(referral.outbox, at).find(isForPartnerCenter);
  if (!effect) return referral;
  return settlePartnerCenter(
    go(referral, { kind: 'settled', effect: effect.id, settlement: answerTo(referral, effect, at) }, at),
    at,
  );
}

function answerTo(referral: Referral, effect: Effect, at: number): Settlement {
  const intent = effect.kind === 'write' && referral.intents.find((one) => one.id === effect.intent);
  if (!intent) return { kind: 'read', resource: referral.observed };
  const resource = { ...applyChange(referral.observed, intent.change, at), updatedDateTime: iso(at) };
  return { kind: 'written', resource };
}

const hoursAfterStart = (at: number): string => `+${String((at - T0) / HOUR)}h`;

export const outcomeOf = (referral: Referral, input: Input, at = T0 + HOUR): Outcome =>
  step(referral, input, facts(at)).outcome;

export const inLane = (referral: Referral, lane: string): readonly Effect[] =>
  referral.outbox.filter((effect) => effect.lane === lane);

const isForPartnerCenter = ({ kind }: Effect): boolean => kind === 'write' || kind === 'read';

/** What is owed to Partner Center first is settled, by what Partner Center has; a read that is planned for then is owed first. */
export function answered(before: Referral, by: (resource: Resource) => Settlement, at: number): Referral {
  const referral = before.planned.some((read) => read.at <= at) ? go(before, { kind: 'wake' }, at) : before;
  const effect = referral.outbox.find(isForPartnerCenter);
  if (!effect) throw new Error('nothing is owed to Partner Center');
  return go(referral, { kind: 'settled', effect: effect.id, settlement: by(referral.observed) }, at);
}
