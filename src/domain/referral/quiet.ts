import { isQuietList, quietListAt } from '../desk/quiet-list';
import type { Notice } from '../notices';
import type { QuietWhy } from '../record/quiet';
import type { ClockName, ClockStanding } from './clock-name';
import type { ClockRules, Rung } from './clocks';
import { seen } from './face';
import type { Facts } from './inputs';
import { CHANNEL, oweShow } from './parts';
import type { Place, Referral } from './referral';

/** Why nobody need act on it, unless somebody has said here that it is no spam. */
export const quietOf = (referral: Referral): QuietWhy | undefined =>
  referral.own.notSpam ? undefined : seen(referral).quiet;

/** It has no card of its own and its reminders disturb nobody, until it is answered. */
export const isQuiet = (referral: Referral): boolean =>
  quietOf(referral) !== undefined && seen(referral).stage === 'received';

/** The clocks that somebody is to act on by: of a quiet one its expiry alone. */
export const pressing = (referral: Referral): readonly ClockStanding[] =>
  (Object.entries(referral.clocks) as [ClockName, ClockStanding][])
    .filter(([clock]) => clock === 'expiry' || !isQuiet(referral))
    .map(([, standing]) => standing);

/** Its ladders: the card shows what it would, the thread is not reminded, managers hear of it once, before it expires. */
export const rulesFor = (referral: Referral, rules: ClockRules): ClockRules =>
  isQuiet(referral) ? { ...rules, ladders: hushed(rules.ladders) } : rules;

function hushed(ladders: ClockRules['ladders']): ClockRules['ladders'] {
  const once = ladders.expiry.find(({ does }) => does.includes('manager'));
  const quieter = (rung: Rung): Rung => ({
    ...rung,
    does: rung.does.filter((what) => what !== 'remind' && (what !== 'manager' || rung === once)),
  });
  return {
    ...ladders,
    respond: ladders.respond.map(quieter),
    contact: ladders.contact.map(quieter),
    expiry: ladders.expiry.map(quieter),
  };
}

/** Where a desk has no manager, its thread would be all that says it: whoever answers hears of it in their own chats. */
export const insteadOfManagers = (referral: Referral, { desk }: Facts): 'responders' | undefined =>
  isQuiet(referral) && desk?.managers.length === 0 ? 'responders' : undefined;

/** What was owed before Partner Center took it for spam, and disturbs now. */
export const isHushed = (referral: Referral, notice: Notice): boolean =>
  isQuiet(referral) &&
  (notice.kind === 'reminder' || (notice.kind === 'escalation' && !notice.clocks.includes('expiry')));

/** A row of a morning's list that is quiet no more, and open, gets its card. A list that has been posted keeps its row. */
export function loudAgain(referral: Referral, facts: Facts): Referral {
  const place = referral.own.places.find(({ key }) => key === CHANNEL);
  if (!place || !isQuietList(place.listed)) return referral;
  const isOut = facts.now >= (quietListAt(place.listed, facts.desk?.zone ?? 'UTC') ?? 0);
  const hasCard = place.activity !== undefined || place.wanted;
  if (hasCard) return isOut ? referral : withPlace(referral, unlisted(place));
  if (isQuiet(referral) || seen(referral).stage === 'archived') return referral;
  return oweShow(withPlace(referral, isOut ? { ...place, wanted: true } : unlisted(place)), CHANNEL, facts);
}

const unlisted = ({ listed: _, ...place }: Place): Place => place;

const withPlace = (referral: Referral, place: Place): Referral => ({
  ...referral,
  own: { ...referral.own, places: referral.own.places.map((one) => (one.key === place.key ? place : one)) },
});
