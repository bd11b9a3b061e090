import { heldUnder } from '../deal/entries';
import { listOf } from '../deal/lists';
import { contactIn } from '../forms/invitation';
import { drop } from '../living/outbox';
import { kindOf, type ReferralKind } from '../record/kind';
import { DAY_MS, stageOf } from '../record/reading';
import { seen } from './face';
import type { Facts } from './inputs';
import { notTaken } from './making';
import { oweCreate } from './parts';
import type { Making, Referral } from './referral';
import { planReminder } from './reminders';
import { microsoftsAnswer, newestOfMicrosoft } from './siblings';

/** Microsoft's sellers have so long to decide (manage-co-sell-opportunities page: 14 days). */
export const DECIDES_WITHIN = { days: 14 } as const;

const CONTACTS = listOf('contacts');

/** Kinds of which the contact is not shared with Microsoft yet. */
const OPEN: readonly ReferralKind[] = ['partner-led', 'private'];

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
  if (making.refused || waits) return referral;
  if (!namesWhoWasAgreed(referral, making))
    return notTaken(
      drop(referral, ({ kind }) => kind === 'create'),
      { why: 'another-contact' },
      facts,
    );
  const owed = outbox.some(({ kind, dead }) => kind === 'create' && !dead);
  return owed ? referral : oweCreate(referral, facts);
}

/**
 * The contact whom the customer's word is about is still the deal's: Microsoft gets what stands there. Once it is shared nobody
 * changes that any more (bulk-operations page).
 */
function namesWhoWasAgreed({ observed }: Referral, { wrote }: Making): boolean {
  if (!wrote['contactEmail'] || !OPEN.includes(kindOf(observed))) return true;
  return contactIn(wrote).every(({ key, entry = {} }) => {
    const { entry: standing } = heldUnder(observed, CONTACTS, key);
    return standing && Object.entries(entry).every(([part, text]) => bare(standing[part]) === bare(text));
  });
}

/** Partner Center may write a phone its own way. */
const bare = (text = ''): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

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
