import type { Activity, TurnContext } from 'botbuilder';
import type { TeamsAdapter } from '../out/adapter';
import { onceMore } from '../out/once-more';
import { deliveryOf } from '../out/outcomes';
import type { RenderedActivity } from '../cards/shown';
import type { Turn } from './turn';
import { toActivity } from './message';

type Connector = Awaited<ReturnType<TeamsAdapter['connectorFor']>>;

/** Opening it twice gives the same chat: Teams answers the same person with the same conversation id. */
async function chatWith(connector: Connector, { activity, person }: Turn): Promise<string> {
  if (person.conversation !== undefined) return person.conversation;
  const chat = await connector.conversations.createConversation({
    isGroup: false,
    bot: activity.recipient,
    members: [{ id: person.teamsId ?? activity.from.id, name: person.name }],
    tenantId: person.tenant,
    channelData: { tenant: { id: person.tenant } },
  });
  return chat.id;
}

/**
 * Says something in the personal chat of the person whose turn this is, from wherever they are: one attempt a message.
 * Undefined: said; else why it could not be, in a word for the log.
 */
export async function sayPrivately(
  context: TurnContext,
  turn: Turn,
  messages: readonly RenderedActivity[],
): Promise<string | undefined> {
  const connector = context.turnState.get<Connector | undefined>(context.adapter.ConnectorClientKey);
  if (!connector) return 'no connection';
  try {
    const id = await onceMore(() => chatWith(connector, turn));
    for (const message of messages) {
      const activity = { ...toActivity(message), from: turn.activity.recipient, conversation: { id } };
      await onceMore(() => connector.conversations.sendToConversation(id, activity as Activity));
    }
    return undefined;
  } catch (error) {
    const delivery = deliveryOf(error, 'post');
    if (delivery.kind === 'unplaced') return undefined;
    return 'problem' in delivery ? delivery.problem : delivery.kind;
  }
}
