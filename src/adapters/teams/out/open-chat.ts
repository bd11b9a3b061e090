import type { TeamsAdapter } from './adapter';
import { NoAnswer, TakenUnread } from './no-delivery';
import type { Person } from '../../../domain/person/person';

export type Conversations = Awaited<ReturnType<TeamsAdapter['connectorFor']>>['conversations'];
interface Bot {
  readonly id: string;
  readonly name: string;
}
type CallOptions = Parameters<Conversations['createConversation']>[1];

/**
 * The id of the chat with one person: known, or opened now. Opening it twice gives the same chat: Teams answers the same
 * person with the same conversation id.
 */
export async function openChat(
  conversations: Conversations,
  bot: Bot,
  person: Person,
  options: CallOptions = {},
): Promise<string> {
  if (person.conversation !== undefined) return person.conversation;
  const chat = await opened(conversations, bot, person, options);
  if (typeof chat?.id === 'string' && chat.id !== '') return chat.id;
  throw new NoAnswer('the chat was opened without an id');
}

/** Undefined: the answer could not be read. */
const opened = (conversations: Conversations, bot: Bot, person: Person, options: CallOptions) =>
  conversations
    .createConversation(
      {
        isGroup: false,
        bot,
        members: [{ id: person.teamsId ?? person.aadObjectId, name: person.name }],
        tenantId: person.tenant,
        channelData: { tenant: { id: person.tenant } },
      },
      options,
    )
    .catch((error: unknown) => {
      if (error instanceof TakenUnread) return undefined;
      throw error;
    });
