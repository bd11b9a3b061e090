import { drop } from '../living/outbox';
import { DAY_MS, stageOf } from '../record/reading';
import { seen } from './face';
import type { Facts } from './inputs';
import { oweCreate } from './parts';
import type { Making, Referral } from './referral';
import { planReminder } from './reminders';
import { microsoftsAnswer, newestOfMicrosoft } from './siblings';

/** Microsoft's sellers have so long to decide (manage-co-sell-opportunities page: 14 days). */
export const DECIDES_WITHIN = { days: 14 } as const;

/** Without an answer for so long, the owner is told whom to ask. */
const ASK_AFTER_MS = 7 * DAY_MS;

/** Microsoft is to be invited; what has to stand in the deal before that is written first. */
export const invite = (
  referral: Referral,
  invitation: Omit<Making, 'part' | 'since'>,
  facts: Facts,
): Referral => ({
  ...referral,
  making: { ...invitation, part: 'invitation', since: facts.now },
});

/** What follows from how an invitation stands: it goes, it has no sense any more, or its owner is to be reminded of it. */
export const goOnInviting = (referral: Referral, facts: Facts): Referral =>
  remindOfSilence(send(referral, facts));

/** Once what belongs to it is written it is owed; to a deal that is closed nobody is invited. */
function send(referral: Referral, facts: Facts): Referral {
  const { making, intents, outbox } = referral;
  if (making?.part !== 'invitation') return referral;
  if (stageOf(referral.observed) === 'archived') {
    const { making: _, ...rest } = drop(referral, ({ kind }) => kind === 'create');
    return rest;
  }
  const waits = intents.some(({ id, state }) => id === making.after && state !== 'unconfirmed');
  const owed = outbox.some(({ kind, dead }) => kind === 'create' && !dead);
  return making.refused || waits || owed ? referral : oweCreate(referral, facts);
}

/** Once for each invitation that is ours: that half of its time is over without an answer. */
function remindOfSilence(referral: Referral): Referral {
  const asked = newestOfMicrosoft(referral);
  const isOurs = seen(referral).sender.kind === 'self';
  if (!asked || !isOurs || referral.own.watched === asked.id) return referral;
  if (microsoftsAnswer(referral)?.kind !== 'waiting') return referral;
  const watched = { ...referral, own: { ...referral.own, watched: asked.id } };
  const { at: since } = asked;
  return planReminder(watched, { to: 'owner', why: 'microsoft', at: since + ASK_AFTER_MS, since });
}
