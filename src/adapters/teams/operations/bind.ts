import { Unavailable } from '../../../application/ports/faults';
import type { Asking } from '../answers/asking';
import { said, type Answer } from '../answers/answer';

/** `bind`: this channel becomes a desk. The people to choose from are the channel's roster. */
export async function bind({ turn, useCases, directory }: Asking): Promise<Answer> {
  if (turn.place.kind !== 'channel') return said('bot.say-in-channel', { command: 'bind' });
  const { place } = turn.place;
  try {
    const roster = await directory.roster(place);
    return await useCases.openBind(place, roster, turn.person);
  } catch (fault) {
    if (fault instanceof Unavailable) return said('bot.no-roster', { command: 'bind' });
    throw fault;
  }
}
