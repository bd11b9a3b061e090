import type { Parts } from './parts';
import type { Conversation } from './state';
import type { SandboxPerson } from './world';
import { BOT } from './world';

/** Whether the bot may open a chat with this person: they have the app, or a team of theirs has it. */
export function mayReach(parts: Parts, person: SandboxPerson): boolean {
  const chat = parts.state.chatOf(person.id);
  return chat?.installed === true || (person.inTeam && parts.state.app.inTeam);
}

/** The one chat of this person with the bot, the same each time. `installed`: by the person themselves. */
export async function openChat(
  parts: Parts,
  person: SandboxPerson,
  installed: boolean,
): Promise<Conversation> {
  const there = parts.state.chatOf(person.id);
  if (there !== undefined && (there.installed === true || !installed)) return there;
  const chat: Conversation = {
    id: there?.id ?? `a:1${person.aadObjectId.replaceAll('-', '')}-chat`,
    type: 'personal',
    name: BOT.name,
    person: person.id,
    installed,
  };
  await parts.state.keepConversation(chat);
  parts.changes.changed('conversations', chat.id);
  return chat;
}
