import type { Drawable } from './answer';
import type { Asking } from './asking';
import { MANY } from './kind';
import { eyesFor } from './table';

/**
 * Whether an answer is for the personal chat although it was asked for in a channel: it is for this person alone, or it tells
 * of a desk that is not of the channel's team, where others read along who may not see it.
 */
export async function isPrivate({ turn, useCases }: Asking, answer: Drawable): Promise<boolean> {
  if (turn.place.kind === 'personal') return false;
  const eyes = eyesFor(answer);
  if (eyes === 'all') return false;
  if (eyes === 'person' || turn.place.kind === 'group' || eyes.desk === MANY) return true;
  const { channel, team } = turn.place.place;
  return eyes.desk !== channel && (await useCases.desks.of(eyes.desk))?.team !== team;
}
