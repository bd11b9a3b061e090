import type { Exchange } from './exchange';
import { personId } from '../../../domain/person/person';
import { greeting } from '../commands/help';
import { placeOf, whoIs } from './activity-facts';
import { teamEvent } from './team-event';
import { messageOf } from '../answers/message';
import type { BotParts, Went } from './working';
import type { Place } from '../answers/turn';

type Incoming = Exchange['activity'];
type Presence = 'came' | 'upgraded' | 'left' | 'other';

const INSTALLATION: Readonly<Record<string, Presence>> = {
  add: 'came',
  'add-upgrade': 'upgraded',
  remove: 'left',
};

const has = (members: Incoming['membersAdded'], bot: string | undefined): boolean =>
  Array.isArray(members) && members.some((member) => bot !== undefined && member.id === bot);

/**
 * What an event says about the bot's presence. In Teams an installation comes with both events: the greeting follows the
 * installation, so that it is said once; other clients send the second alone.
 */
function presenceOf(activity: Incoming): Presence {
  if (activity.type === 'installationUpdate') return INSTALLATION[activity.action ?? ''] ?? 'other';
  const bot = (activity.recipient as Incoming['recipient'] | undefined)?.id;
  if (has(activity.membersRemoved, bot)) return 'left';
  if (!has(activity.membersAdded, bot)) return 'other';
  return activity.channelId === 'msteams' ? 'upgraded' : 'came';
}

async function left({ useCases }: BotParts, activity: Incoming, place: Place): Promise<void> {
  const seen = whoIs(activity);
  if (place.kind === 'channel') await useCases.desks.changed({ kind: 'team-closed', team: place.place.team });
  else if (seen) await useCases.people.unreachable(personId(seen.tenant, seen.aadObjectId));
}

/** `added`: somebody has put the bot there just now, who is told with it. */
async function came({ useCases }: BotParts, activity: Incoming, place: Place, added: boolean): Promise<void> {
  const seen = whoIs(activity);
  const person = seen && (await useCases.people.see(seen));
  if (place.kind !== 'channel') return;
  const { team, serviceUrl } = place.place;
  await useCases.desks.installed(team, serviceUrl, added ? person : undefined);
}

/** The bot was added, upgraded or removed, in a team or for a person: it greets once, when it has come. */
export async function onPresence(parts: BotParts, exchange: Exchange): Promise<Went> {
  const { activity } = exchange;
  const presence = presenceOf(activity);
  const place = placeOf(activity);
  if (presence === 'left') await left(parts, activity, place);
  if (presence === 'came' || presence === 'upgraded') await came(parts, activity, place, presence === 'came');
  const change =
    presence === 'other' && place.kind === 'channel' ? teamEvent(activity, place.place) : undefined;
  if (change) {
    await parts.useCases.desks.changed(change);
    return { name: activity.type, result: change.kind };
  }
  if (presence === 'came' && place.kind !== 'group') {
    const reader = { ...parts.reader, language: activity.locale ?? parts.reader.language };
    const hello = greeting(parts.commands, place.kind);
    const here = { do: 'command', words: 'help' };
    await exchange.send(messageOf(parts.renderer, hello, { reader, here }));
  }
  return { name: activity.type, result: presence };
}
