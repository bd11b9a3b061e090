import type { Person } from '../../domain/person/person';
import { CHANNEL, personPlace } from '../../domain/referral/parts';
import { cardKey, type Referral } from '../../domain/referral/referral';
import { stepReferral } from '../living/step-referral';
import { livingReferral } from '../living/living-referral';
import type { World } from '../ports/world';

/** A referral's card that somebody has pressed. `channel`: the channel it stands in; absent: in the person's own chat. */
export interface CardMet {
  readonly referral: string;
  readonly by: Person;
  readonly activity: string;
  readonly channel?: string;
}

/** A card that is not where the referral knows its card to be is adopted or taken off: it would never change again. */
export async function cardMet(world: World, met: CardMet): Promise<void> {
  const referral = await livingReferral(world, met.referral);
  if (referral && met.channel !== undefined && met.channel !== referral.own.desk)
    return leftBehind(world, referral, met.channel, met.activity);
  const place = referral && placeOf(referral, met);
  if (!place || place.activity === met.activity || (await isAnothers(world, met))) return;
  await stepReferral(world, referral.id, { kind: 'met', place: place.key, activity: met.activity });
}

/** A card of before it came to another desk: it says so from now on. */
async function leftBehind(
  world: World,
  { id, own }: Referral,
  desk: string,
  activity: string,
): Promise<void> {
  if (own.leftAt?.some((one) => one.desk === desk && one.activity === activity))
    await stepReferral(world, id, { kind: 'met-elsewhere', desk, activity });
}

function placeOf({ own }: Referral, { channel, by }: CardMet): Referral['own']['places'][number] | undefined {
  const key = channel === undefined ? personPlace(by.id) : CHANNEL;
  return own.places.find((one) => one.key === key);
}

/** What a button says of itself is not believed: a message that is another referral's card stays. */
async function isAnothers(world: World, { channel, by, activity }: CardMet): Promise<boolean> {
  const conversation = channel ?? by.conversation;
  if (conversation === undefined) return true;
  return (await world.store.count('referral', { key: cardKey(conversation, activity) }, 1)) > 0;
}
