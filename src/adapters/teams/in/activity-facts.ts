import { z } from 'zod/v4';
import type { SeenPerson } from '../../../application/people/people';
import { splitThread } from '../out/thread-id';
import type { Place } from '../answers/turn';

const text = z.string().trim().min(1).max(300).optional().catch(undefined);
const named = z.object({ id: text, name: text }).optional().catch(undefined);

/** What is read of an activity; each part is left out when it is not what it should be. */
const Facts = z.object({
  from: z.object({ id: text, name: text, aadObjectId: text }).optional().catch(undefined),
  conversation: z
    .object({
      id: text,
      tenantId: text,
      conversationType: text,
      isGroup: z.boolean().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  channelData: z.object({ tenant: named, team: named, channel: named }).optional().catch(undefined),
  entities: z.array(z.unknown()).catch([]),
  serviceUrl: text,
  locale: text,
  localTimezone: text,
});
type Facts = z.output<typeof Facts>;

/** An activity is read once in its turn, and never changed. */
const known = new WeakMap<object, Facts>();

function factsOf(activity: object): Facts {
  const facts = known.get(activity) ?? Facts.parse(activity);
  known.set(activity, facts);
  return facts;
}

const ClientInfo = z.object({ type: z.literal('clientInfo'), locale: text, timezone: text });

/** Teams says the reader's language and IANA zone in an entity of its own (Microsoft Learn, "Channel and chat messages with a bot"). */
const clientInfo = ({ entities }: Facts) =>
  entities.flatMap((entity) => ClientInfo.safeParse(entity).data ?? [])[0];

const tenantOf = ({ channelData, conversation }: Facts): string | undefined =>
  channelData?.tenant?.id ?? conversation?.tenantId;

function isPersonal({ conversation }: Facts): boolean {
  if (conversation?.conversationType !== undefined) return conversation.conversationType === 'personal';
  return conversation?.isGroup !== true;
}

const given = <T extends object>(facts: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as never;

/** Whose Teams an activity comes from; '' where it does not say. */
export const tenantIn = (activity: object): string => tenantOf(factsOf(activity)) ?? '';

/** Who has sent an activity. Undefined without tenant or Entra object id: guests in meetings and events of Teams itself. */
export function whoIs(activity: object): SeenPerson | undefined {
  const facts = factsOf(activity);
  const tenant = tenantOf(facts);
  const aadObjectId = facts.from?.aadObjectId;
  if (tenant === undefined || aadObjectId === undefined) return undefined;
  const client = clientInfo(facts);
  return {
    tenant,
    aadObjectId,
    ...given({
      name: facts.from?.name,
      teamsId: facts.from?.id,
      conversation: isPersonal(facts) ? facts.conversation?.id : undefined,
      serviceUrl: facts.serviceUrl,
      language: facts.locale ?? client?.locale,
      zone: client?.timezone ?? facts.localTimezone,
    }),
  };
}

function channelOf(facts: Facts): Place {
  const { channel: id, root } = splitThread(facts.conversation?.id ?? '');
  const { channel, team } = facts.channelData ?? {};
  const here = channel?.id ?? id;
  const place = {
    channel: here,
    team: team?.id ?? here,
    tenant: tenantOf(facts) ?? '',
    serviceUrl: facts.serviceUrl ?? '',
    name: channel?.name ?? '',
  };
  return { kind: 'channel', place, ...(root !== undefined && { thread: root }) };
}

/**
 * Where an activity happens. The General channel has the team's id and often no name; a thread is known by the root that the
 * conversation id names after `;messageid=`.
 */
export function placeOf(activity: object): Place {
  const facts = factsOf(activity);
  const type = facts.conversation?.conversationType;
  if (type === 'channel' || (type === undefined && facts.channelData?.channel?.id !== undefined)) {
    return channelOf(facts);
  }
  return isPersonal(facts) ? { kind: 'personal' } : { kind: 'group' };
}
