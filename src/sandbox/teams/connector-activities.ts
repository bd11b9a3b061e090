import type { Route, RouteReply } from '../../adapters/http/route';
import type { Attachment, Json, StoredActivity } from './activity';
import type { Target } from './connector-access';
import { withTarget } from './connector-access';
import type { Parts } from './parts';
import { isTooBig, payloadProblem } from './payload';
import { refusals } from './refusals';
import { BOT } from './world';

/** Room for a body that is over Teams' own limit, so that Teams' own answer comes back. */
export const MAX_BODY = 2_097_152;

const ACTIVITIES = '/sandbox/teams/v3/conversations/:conversation/activities';
const ACTIVITY = `${ACTIVITIES}/:activity`;

/** Send, reply, update and delete, as the Bot Connector has them. */
export function activityRoutes(parts: Parts): Route[] {
  const send: Route['handle'] = (request) =>
    withTarget(parts, request, 'send', (target) =>
      post(parts, target, request.body, isOfAPerson(parts, request.params.activity)),
    );
  return [
    { method: 'POST', path: ACTIVITIES, maxBody: MAX_BODY, handle: send },
    // The id that is replied to may be one that Teams has never seen (a ContinueConversation event): the thread decides.
    { method: 'POST', path: ACTIVITY, maxBody: MAX_BODY, handle: send },
    {
      method: 'PUT',
      path: ACTIVITY,
      maxBody: MAX_BODY,
      handle: (request) =>
        withTarget(parts, request, 'send', (target) =>
          update(parts, target, request.params.activity ?? '', request.body),
        ),
    },
    {
      method: 'DELETE',
      path: ACTIVITY,
      handle: (request) =>
        withTarget(parts, request, 'send', (target) => remove(parts, target, request.params.activity ?? '')),
    },
  ];
}

/** Why this body is not taken, or undefined. */
export function bodyRefusal(body: unknown): RouteReply | undefined {
  const problem = payloadProblem(body);
  if (problem !== undefined) return refusals.badArgument(problem);
  return isTooBig(body) ? refusals.tooBig() : undefined;
}

/** What somebody wrote, unlike a card of the bot's and the made-up id of a message that nobody asked for. */
const isOfAPerson = (parts: Parts, activity = ''): boolean =>
  parts.state.activity(activity)?.from.bot === false;

async function post(parts: Parts, target: Target, body: unknown, isReply: boolean): Promise<RouteReply> {
  const refused = bodyRefusal(body);
  if (refused !== undefined) return refused;
  const activity = body as Json;
  if (activity.type === 'typing') return { status: 202, body: { id: parts.state.nextId(parts.clock.now()) } };
  if (activity.type !== 'message')
    return refusals.badArgument(`Unknown activity type ${String(activity.type)}`);
  const { id } = await keepPost(parts, target, activity, isReply);
  return { status: 201, body: { id } };
}

/** Keeps a message of the bot. In a channel without a thread it begins one. */
export async function keepPost(
  parts: Parts,
  target: Target,
  body: Json,
  isReply = false,
): Promise<StoredActivity> {
  const now = parts.clock.now();
  const activity: StoredActivity = {
    id: parts.state.nextId(now),
    conversation: target.conversation.id,
    thread: target.root,
    from: { ...BOT, bot: true },
    timestamp: new Date(now).toISOString(),
    ...shownParts(body),
    updates: 0,
  };
  await keep(parts, activity, isReply);
  return activity;
}

async function update(parts: Parts, target: Target, id: string, body: unknown): Promise<RouteReply> {
  const found = own(parts, target, id);
  if ('status' in found) return found;
  const refused = bodyRefusal(body);
  if (refused !== undefined) return refused;
  const { conversation, thread, from, timestamp, updates } = found;
  const edited = {
    id,
    conversation,
    thread,
    from,
    timestamp,
    ...shownParts(body as Json),
    updates: updates + 1,
  };
  await parts.state.dropAnswers(id);
  await keep(parts, edited);
  return { status: 200, body: { id } };
}

async function remove(parts: Parts, target: Target, id: string): Promise<RouteReply> {
  const found = own(parts, target, id);
  if ('status' in found) return found;
  await parts.state.dropAnswers(id);
  await keep(parts, { ...found, attachments: [], entities: [], deleted: true });
  return { status: 200 };
}

function own(parts: Parts, target: Target, id: string): StoredActivity | RouteReply {
  const activity = parts.state.activity(id);
  if (activity?.conversation !== target.conversation.id || activity.deleted)
    return refusals.activityNotFound();
  return activity.from.bot ? activity : refusals.notYours();
}

async function keep(parts: Parts, activity: StoredActivity, isReply = false): Promise<void> {
  await parts.state.keepActivity(activity);
  parts.written.note(activity.id, isReply);
  parts.changes.changed('conversation', activity.conversation);
}

/** What a client shows of an activity; the rest of the body Teams does not keep. */
function shownParts(body: Json): Pick<StoredActivity, 'attachments' | 'entities'> & Partial<StoredActivity> {
  const text = (key: 'text' | 'textFormat' | 'summary') => {
    const value = body[key];
    return typeof value === 'string' ? { [key]: value } : {};
  };
  return {
    ...text('text'),
    ...text('textFormat'),
    ...text('summary'),
    attachments: (body.attachments ?? []) as readonly Attachment[],
    entities: Array.isArray(body.entities) ? (body.entities as readonly unknown[]) : [],
  };
}
