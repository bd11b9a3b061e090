import type { RouteReply, RouteRequest } from '../../adapters/http/route';
import { splitThread } from './activity';
import { mayReach } from './open-chat';
import type { Parts } from './parts';
import { refusals } from './refusals';
import type { Conversation } from './state';
import type { Operation } from './throttle';
import { findPerson } from './world';

/** The conversation that a call names, and the thread in it. */
export interface Target {
  readonly conversation: Conversation;
  readonly root: string | null;
}

/** Runs a call in the order in which Teams refuses: a fault on demand, 404, 403, 429, and only then the call. */
export async function withTarget(
  parts: Parts,
  request: RouteRequest,
  operation: Operation,
  run: (target: Target) => Promise<RouteReply>,
): Promise<RouteReply> {
  const fault = parts.takeFault();
  if (fault !== undefined) return fault;
  const { conversation: id, root } = splitThread(request.params.conversation ?? request.params.team ?? '');
  const conversation = parts.state.conversation(id);
  if (conversation === undefined) return refusals.conversationNotFound();
  if (root !== null && !isRoot(parts, id, root)) return refusals.conversationNotFound();
  const refused = accessRefusal(parts, conversation);
  if (refused !== undefined) return refused;
  const wait = parts.throttle.take(operation, id);
  return wait === undefined ? run({ conversation, root }) : refusals.throttled(wait);
}

/** Why the bot may not use this conversation now, or undefined. */
export function accessRefusal(parts: Parts, conversation: Conversation): RouteReply | undefined {
  if (parts.state.app.disabled) return refusals.disabledByAdmin();
  if (conversation.type === 'channel') {
    return parts.state.app.inTeam ? undefined : refusals.notInRoster();
  }
  const person = findPerson(conversation.person ?? '');
  if (person === undefined) return refusals.conversationNotFound();
  if (parts.state.isBlocked(person.id)) return refusals.blockedByUser();
  return mayReach(parts, person) ? undefined : refusals.notInRoster();
}

function isRoot(parts: Parts, conversation: string, root: string): boolean {
  const post = parts.state.activity(root);
  return post?.conversation === conversation && post.thread === null;
}
