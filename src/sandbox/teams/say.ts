import type { RouteReply } from '../../adapters/http/route';
import type { ActRequest } from './act-request';
import type { Attachment, StoredActivity } from './activity';
import { splitThread } from './activity';
import type { BotAnswer } from './deliver';
import { deliver, deliverTimes } from './deliver';
import { sentFile } from './file-routes';
import { openChat } from './open-chat';
import type { Parts } from './parts';
import { problem } from '../../adapters/http/problem';
import { listed } from '../listed';
import type { Conversation } from './state';
import type { Doing } from './teams-activities';
import { installation, typedMessage } from './teams-activities';
import type { SandboxPerson } from './world';
import { BOT } from './world';

const MENTION = `<at>${BOT.name}</at>`;

/** What a person says in a channel or in their chat with the bot. Undelivered: nothing of it reached the bot. */
export async function say(
  parts: Parts,
  person: SandboxPerson,
  act: ActRequest,
): Promise<{ readonly answer: BotAnswer | undefined } | { readonly reply: RouteReply }> {
  const found = await place(parts, person, act);
  if ('reply' in found) return found;
  if (act.file && found.conversation.type !== 'personal')
    return { reply: problem(422, 'Teams gives a bot files in personal chats only.') };
  return { answer: await saidThere(parts, found, act) };
}

async function saidThere(parts: Parts, found: Doing, act: ActRequest): Promise<BotAnswer | undefined> {
  const { text = '', file: given } = act;
  const file = given && (await parts.files.put(given.name, given.base64));
  const addressed = found.conversation.type === 'personal' || act.mention !== false || text.includes(MENTION);
  const said = addressed && found.conversation.type === 'channel' ? mentioned(text) : { text, entities: [] };
  const id = parts.state.nextId(parts.clock.now());
  const sent = { ...said, attachments: file ? [sentFile(parts, file)] : [] };
  await keepSaid(parts, found, id, sent);
  const reaches = addressed && (found.conversation.type === 'personal' || parts.state.app.inTeam);
  if (!reaches) return undefined;
  const doing = { ...found, ...(found.conversation.type === 'channel' ? { root: found.root ?? id } : {}) };
  return deliverTimes(parts, typedMessage(parts, doing, id, sent), act.repeat ?? 1);
}

/** Where it is said; a personal chat that is missing is made, and the bot told so. */
async function place(
  parts: Parts,
  person: SandboxPerson,
  act: ActRequest,
): Promise<Doing | { readonly reply: RouteReply }> {
  const { conversation: key, root } = splitThread(act.conversation ?? '');
  const own = key === 'personal' || key === parts.state.chatOf(person.id)?.id;
  if (own) return personalChat(parts, person);
  const conversation = findChannel(parts, key);
  if (conversation === undefined) {
    const there = parts.state.conversations().map((one) => one.id);
    return {
      reply: problem(
        404,
        `There is no conversation "${key}" for ${person.name}. There are: ${listed(there)}.`,
      ),
    };
  }
  if (!person.inTeam) return { reply: problem(403, `${person.name} is not in the team.`) };
  const thread = act.thread ?? root ?? undefined;
  if (thread === undefined) return { person, conversation };
  const post = parts.state.activity(thread);
  if (post?.conversation !== conversation.id || post.thread !== null) {
    return { reply: problem(404, `There is no thread "${thread}" in ${conversation.name}.`) };
  }
  return { person, conversation, root: thread };
}

async function personalChat(
  parts: Parts,
  person: SandboxPerson,
): Promise<Doing | { readonly reply: RouteReply }> {
  if (parts.state.isBlocked(person.id)) {
    return { reply: problem(409, `${person.name} has blocked the bot: unblock it first.`) };
  }
  const installed = parts.state.chatOf(person.id)?.installed === true;
  const conversation = await openChat(parts, person, true);
  const doing = { person, conversation };
  if (!installed) {
    for (const told of installation(parts, doing, true)) await deliver(parts, told);
  }
  return doing;
}

function findChannel(parts: Parts, key: string): Conversation | undefined {
  const channels = parts.state.conversations().filter((one) => one.type === 'channel');
  return channels.find((one) => one.id === key || one.name.toLowerCase() === key.toLowerCase());
}

/** The client puts the mention in front, unless the person wrote one. */
function mentioned(text: string): { readonly text: string; readonly entities: readonly unknown[] } {
  return {
    text: text.includes(MENTION) ? text : `${MENTION} ${text}`,
    entities: [{ type: 'mention', text: MENTION, mentioned: BOT }],
  };
}

/** Shows what a person has said in its conversation. */
export async function keepSaid(
  parts: Parts,
  { person, conversation, root }: Doing,
  id: string,
  said: {
    readonly text: string;
    readonly entities: readonly unknown[];
    readonly attachments?: readonly Attachment[];
  },
): Promise<void> {
  const activity: StoredActivity = {
    id,
    conversation: conversation.id,
    thread: root ?? null,
    from: { id: person.id, name: person.name, bot: false },
    timestamp: new Date(parts.clock.now()).toISOString(),
    text: said.text,
    textFormat: 'plain',
    attachments: said.attachments ?? [],
    entities: said.entities,
    updates: 0,
  };
  await parts.state.keepActivity(activity);
  parts.changes.changed('conversation', conversation.id);
}
