import { z } from 'zod/v4';
import type { TeamChange } from '../../../application/desks/teams';
import type { DeskPlace } from '../../../domain/operations/operation';
import type { Exchange } from './exchange';

const named = z.object({ id: z.string().optional(), name: z.string().optional() }).optional();
const Data = z.object({ eventType: z.string().optional(), channel: named, team: named });
const Member = z.object({ id: z.string(), aadObjectId: z.string().optional() });

type Event = z.output<typeof Data>;

const filled = (name: string | undefined): name is string => name !== undefined && name.trim() !== '';

/** What each event of Teams says (Microsoft Learn, "Conversation events in your Teams bot"). */
const EVENTS: Readonly<Record<string, (place: DeskPlace, event: Event) => TeamChange | undefined>> = {
  channelRenamed: ({ channel }, { channel: now }) =>
    filled(now?.name) ? { kind: 'channel-renamed', channel, name: now.name } : undefined,
  channelDeleted: ({ channel }) => ({ kind: 'channel-deleted', channel }),
  channelRestored: ({ channel, serviceUrl }) => ({ kind: 'channel-restored', channel, serviceUrl }),
  teamRenamed: ({ team }, { team: now }) =>
    filled(now?.name) ? { kind: 'team-renamed', team, name: now.name } : undefined,
  teamDeleted: ({ team }) => ({ kind: 'team-closed', team }),
  teamHardDeleted: ({ team }) => ({ kind: 'team-closed', team }),
  teamArchived: ({ team }) => ({ kind: 'team-closed', team }),
  teamRestored: ({ team, serviceUrl }) => ({ kind: 'team-opened', team, serviceUrl }),
  teamUnarchived: ({ team, serviceUrl }) => ({ kind: 'team-opened', team, serviceUrl }),
};

function members(given: unknown): { teamsId: string; aadObjectId?: string }[] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((one: unknown) => {
    const member = Member.safeParse(one).data;
    if (!member) return [];
    return [{ teamsId: member.id, ...(member.aadObjectId ? { aadObjectId: member.aadObjectId } : {}) }];
  });
}

/** What an event says of the team it comes from; undefined: nothing that the bot goes by. */
export function teamEvent(activity: Exchange['activity'], place: DeskPlace): TeamChange | undefined {
  const event = Data.safeParse(activity.channelData).data ?? {};
  const known = event.eventType !== undefined && Object.hasOwn(EVENTS, event.eventType);
  if (known) return EVENTS[event.eventType ?? '']?.(place, event);
  const [joined, left] = [members(activity.membersAdded), members(activity.membersRemoved)];
  if (joined.length === 0 && left.length === 0) return undefined;
  return { kind: 'members', team: place.team, tenant: place.tenant, joined, left };
}
