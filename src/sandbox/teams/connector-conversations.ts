import type { Route, RouteReply } from '../../adapters/http/route';
import type { Json } from './activity';
import { isObject, threadId } from './activity';
import { accessRefusal } from './connector-access';
import { bodyRefusal, keepPost, MAX_BODY } from './connector-activities';
import { mayReach, openChat } from './open-chat';
import type { Parts } from './parts';
import { refusals } from './refusals';
import type { Conversation } from './state';
import type { SandboxPerson } from './world';
import { findPerson, TENANT } from './world';

/** POST /v3/conversations: a chat with one person, or a new thread in a channel. */
export function conversationRoutes(parts: Parts): Route[] {
  return [
    {
      method: 'POST',
      path: '/sandbox/teams/v3/conversations',
      maxBody: MAX_BODY,
      handle: async (request) => {
        const fault = parts.takeFault();
        if (fault !== undefined) return fault;
        if (!isObject(request.body)) return refusals.badArgument('The body is not an object');
        const channelId = channelOf(request.body);
        if (channelId !== undefined) return createThread(parts, channelId, request.body);
        return createChat(parts, request.body);
      },
    },
  ];
}

function channelOf(body: Json): string | undefined {
  const channel = isObject(body.channelData) ? body.channelData.channel : undefined;
  return isObject(channel) && typeof channel.id === 'string' ? channel.id : undefined;
}

async function createThread(parts: Parts, id: string, body: Json): Promise<RouteReply> {
  const channel = parts.state.conversation(id);
  if (channel?.type !== 'channel') return refusals.conversationNotFound();
  const refused = accessRefusal(parts, channel) ?? throttled(parts, id) ?? bodyRefusal(body.activity);
  if (refused !== undefined) return refused;
  const root = await keepPost(parts, { conversation: channel, root: null }, body.activity as Json);
  return created(parts, threadId(id, root.id), root.id);
}

/** The same pair of bot and person always gets the same chat. */
async function createChat(parts: Parts, body: Json): Promise<RouteReply> {
  const found = onlyMember(body);
  if (!('name' in found)) return found;
  const refused = chatRefusal(parts, found) ?? throttled(parts, found.id) ?? firstRefusal(body.activity);
  if (refused !== undefined) return refused;
  const chat = await openChat(parts, found, false);
  if (!isObject(body.activity)) return created(parts, chat.id);
  return created(parts, chat.id, await firstMessage(parts, chat, body.activity));
}

/** A member is named by Teams id or Entra object id, never by user principal name. */
function onlyMember(body: Json): SandboxPerson | RouteReply {
  const members = Array.isArray(body.members) ? (body.members as unknown[]) : [];
  if (body.isGroup === true || members.length !== 1) {
    return refusals.badArgument('A bot can create a chat with exactly one member, or a thread in a channel.');
  }
  const [member] = members;
  const id = isObject(member) && typeof member.id === 'string' ? member.id : '';
  const person = /^29:|^[0-9a-f-]{36}$/i.test(id) ? findPerson(id) : undefined;
  if (person === undefined) return refusals.badArgument('Failed to decrypt pairwise id');
  if (tenantOf(body) === TENANT) return person;
  return refusals.badArgument('The tenant of the conversation is missing or wrong');
}

function chatRefusal(parts: Parts, person: SandboxPerson): RouteReply | undefined {
  if (parts.state.app.disabled) return refusals.disabledByAdmin();
  if (parts.state.isBlocked(person.id)) return refusals.blockedByUser();
  return mayReach(parts, person) ? undefined : refusals.notInRoster();
}

const firstRefusal = (activity: unknown): RouteReply | undefined =>
  activity === undefined || activity === null ? undefined : bodyRefusal(activity);

async function firstMessage(parts: Parts, chat: Conversation, activity: Json): Promise<string> {
  return (await keepPost(parts, { conversation: chat, root: null }, activity)).id;
}

function tenantOf(body: Json): unknown {
  const tenant = isObject(body.channelData) ? body.channelData.tenant : undefined;
  return body.tenantId ?? (isObject(tenant) ? tenant.id : undefined);
}

function throttled(parts: Parts, thread: string): RouteReply | undefined {
  const wait = parts.throttle.take('create', thread);
  return wait === undefined ? undefined : refusals.throttled(wait);
}

const created = (parts: Parts, id: string, activityId?: string): RouteReply => ({
  status: 201,
  body: { id, serviceUrl: parts.serviceUrl(), ...(activityId === undefined ? {} : { activityId }) },
});
