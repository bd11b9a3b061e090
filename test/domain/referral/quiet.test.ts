import type { Referral } from '../../../src/domain/referral/referral';
import { project } from '../../../src/domain/projection';
import { DAY, HOUR, T0, deliverAll, facts, fromPartnerCenter, hotLead, iso, lead } from '../builders';
import { step } from '../../../src/domain/referral/step';

const spam = { ...hotLead(), isSpam: true };
const install = lead({ callToAction: 'INS', referralSource: 'AppSource' });

/** It lives through its 14 days hour by hour; each message that it owed, by its audience, its clocks and when. */
function owedIn(days: number, born: Referral, managers = facts(T0).desk?.managers ?? []): string[] {
  const desk = facts(T0).desk;
  const owed: string[] = [];
  let referral = deliverAll(born, T0);
  for (let at = T0; at <= T0 + days * DAY; at += HOUR) {
    const now = facts(at, desk ? { desk: { ...desk, managers } } : {});
    referral = step(referral, { kind: 'wake' }, now).referral;
    for (const one of referral.outbox)
      if ('notice' in one && 'clocks' in one.notice)
        owed.push([one.kind, JSON.stringify(one.to), one.notice.clocks.join(), (at - T0) / DAY].join(' '));
    referral = deliverAll(referral, at);
  }
  return owed;
}

it.each([
  ['spam', spam],
  ['an install', install],
])('%s: one word to the managers, 3 days before it expires', (_, resource) => {
  expect(owedIn(13.9, fromPartnerCenter(resource))).toEqual(['tell "managers" expiry 11']);
});

it('without managers those who answer hear it', () => {
  expect(owedIn(13.9, fromPartnerCenter(spam), [])).toEqual(['tell "responders" expiry 11']);
});

it('what is none is reminded of as ever', () => {
  expect(owedIn(2, fromPartnerCenter({ ...hotLead(), isSpam: false })).length).toBeGreaterThan(3);
});

it('a reminder that is owed when it turns out to be spam is dropped; its clocks run on', () => {
  const born = deliverAll(fromPartnerCenter(hotLead()), T0);
  const due = step(born, { kind: 'wake' }, facts(T0 + HOUR)).referral;
  expect(due.outbox.some((one) => one.kind === 'say')).toBe(true);
  const flagged = { ...spam, updatedDateTime: iso(T0 + HOUR), eTag: '"2"' };
  const { referral } = step(due, { kind: 'observed', resource: flagged, through: 'a' }, facts(T0 + HOUR));
  expect(referral.outbox.some((one) => one.kind === 'say')).toBe(false);
  expect(Object.keys(referral.clocks).sort()).toEqual(['contact', 'expiry', 'respond']);
});

it('it stands in lists by its expiry, behind what is to be answered', () => {
  const [quiet, loud] = [fromPartnerCenter(spam), fromPartnerCenter(hotLead())];
  expect(project(quiet)).toMatchObject({ urgency: T0 + 14 * DAY, dueAt: T0 + 14 * DAY });
  expect(project(loud)).toMatchObject({ urgency: T0 + DAY });
});
