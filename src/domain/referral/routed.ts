import { owe, unpark } from '../living/outbox';
import { isOpen } from './face';
import { importOf } from './imported';
import type { Facts } from './inputs';
import { audit, CHANNEL, oweShow } from './parts';
import type { CardLeft, Referral } from './referral';

/** The first program that says where a card has gone. */
const SINCE = 2;

/** It belongs to this desk now, or to none and waits for one. What waited for its former desk is tried at the new one. */
export function routed(referral: Referral, desk: string | undefined, facts: Facts): Referral {
  const { desk: from, ...own } = referral.own;
  if (from === desk) return referral;
  const moved = { ...referral, own: { ...own, ...(desk === undefined ? {} : { desk }) } };
  const left = from === undefined ? moved : leave(moved, from, facts);
  if (desk === undefined) return audit(left, 'unrouted', facts);
  const freed = unpark(unpark(left, facts.now, 'desk-bound'), facts.now, 'bot-installed');
  return audit(freed, 'routed', facts);
}

/** The card of an open one is posted anew where it belongs now; a closed one is in the lists, and its card stays until it is met. */
function leave(referral: Referral, from: string, facts: Facts): Referral {
  const standing = referral.own.places.find(({ key }) => key === CHANNEL);
  // It is a row of the same import at the other desk, too.
  if (!standing || (isOpen(referral) && importOf(referral) !== undefined)) return referral;
  const others = referral.own.places.filter((place) => place !== standing);
  const card = standing.activity === undefined ? undefined : { desk: from, activity: standing.activity };
  if (!isOpen(referral)) {
    const leftAt = [...(referral.own.leftAt ?? []), ...(card ? [card] : [])];
    return { ...referral, own: { ...referral.own, places: others, ...(card ? { leftAt } : {}) } };
  }
  const bare = { ...referral, own: { ...referral.own, places: [{ key: CHANNEL }, ...others] } };
  return oweShow(card ? oweLeave(bare, card, facts) : bare, CHANNEL, facts);
}

/** What stands there says where it has gone. */
export function oweLeave(referral: Referral, { desk, activity }: CardLeft, facts: Facts): Referral {
  const lane = `leave:${activity}`;
  const isOwed = referral.outbox.some((effect) => effect.lane === lane && !effect.dead);
  return isOwed ? referral : owe(referral, { kind: 'leave', since: SINCE, lane, desk, activity }, facts.now);
}

/** Somebody has met a card that was left behind. */
export function metElsewhere(referral: Referral, { desk, activity }: CardLeft, facts: Facts): Referral {
  const left = referral.own.leftAt ?? [];
  const isIt = (one: CardLeft): boolean => one.desk === desk && one.activity === activity;
  if (!left.some(isIt)) return referral;
  const next = { ...referral, own: { ...referral.own, leftAt: left.filter((one) => !isIt(one)) } };
  return oweLeave(next, { desk, activity }, facts);
}
