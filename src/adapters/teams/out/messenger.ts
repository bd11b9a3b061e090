import type { Activity } from 'botbuilder';
import { within } from '../../../platform/time-limit';
import type { Message } from '../../../application/ports/messages';
import type { Address, Delivery, LetOut, Messenger } from '../../../application/ports/ports';
import type { Desk } from '../../../domain/desk/desk';
import type { RenderedActivity } from '../cards/shown';
import { CALL_LIMIT_MS, type TeamsAdapter } from './adapter';
import { HostNotAllowed, TakenUnread, timeOut } from './no-delivery';
import { openChat, type Conversations } from './open-chat';
import { deliveryOf, type Call } from './outcomes';
import { splitThread, threadId } from './thread-id';
import { toActivity } from './to-activity';

export interface MessengerOptions {
  readonly adapter: TeamsAdapter;
  /** The bot's id in Teams without `28:`. */
  readonly appId: string;
  readonly render: (message: Message) => RenderedActivity;
  /** Where a stored service URL is found now: the sandbox's port may have changed. */
  readonly serviceUrl?: (stored: string) => string;
  readonly allowed: (serviceUrl: string) => boolean;
  readonly timeoutMs?: number;
}

/** One call as it goes out: all that the ways to post share. */
interface Out {
  readonly conversations: Conversations;
  readonly bot: { readonly id: string; readonly name: string };
  readonly activity: Partial<Activity>;
  readonly options: { readonly abortSignal: AbortSignal };
}

/** What a call has left behind; `conversation` without a thread's suffix. */
interface Left {
  readonly activity: string;
  readonly conversation: string;
}

const inConversation = ({ activity, bot }: Out, id: string): Partial<Activity> => ({
  ...activity,
  from: bot,
  conversation: { id } as Activity['conversation'],
});

/** The id that an answer gives; Teams may have taken what was sent and not say it. */
function taken(id: unknown): string {
  if (typeof id === 'string' && id !== '') return id;
  throw new TakenUnread();
}

/**
 * A new thread. The conversation id that comes back names the root message; its `activityId` is not always there
 * (Microsoft Learn, "Send proactive messages").
 */
async function newThread(out: Out, desk: Desk): Promise<Left> {
  const made = await out.conversations.createConversation(
    {
      isGroup: true,
      bot: out.bot,
      tenantId: desk.tenant,
      channelData: { channel: { id: desk.id }, team: { id: desk.team }, tenant: { id: desk.tenant } },
      activity: out.activity as Activity,
    },
    out.options,
  );
  const root = typeof made.id === 'string' ? splitThread(made.id).root : undefined;
  return { activity: taken(root ?? made.activityId), conversation: desk.id };
}

async function send(out: Out, conversation: string): Promise<Left> {
  const sent = await out.conversations.sendToConversation(
    conversation,
    inConversation(out, conversation),
    out.options,
  );
  return { activity: taken(sent.id), conversation: splitThread(conversation).channel };
}

async function postTo(out: Out, address: Address): Promise<Left> {
  switch (address.to) {
    case 'channel':
      return newThread(out, address.desk);
    case 'thread':
      return send(out, threadId(address.desk.id, address.root));
    case 'person':
      return send(out, await openChat(out.conversations, out.bot, address.person, out.options));
  }
}

/** A channel's message is the root of its own thread. */
async function placeOfShown(out: Out, address: Address, activity: string): Promise<string> {
  switch (address.to) {
    case 'channel':
      return threadId(address.desk.id, activity);
    case 'thread':
      return threadId(address.desk.id, address.root);
    case 'person':
      return openChat(out.conversations, out.bot, address.person, out.options);
  }
}

async function updateAt(out: Out, address: Address, activity: string): Promise<Left> {
  const conversation = await placeOfShown(out, address, activity);
  const changed = { ...inConversation(out, conversation), id: activity };
  await out.conversations
    .updateActivity(conversation, activity, changed, out.options)
    .catch((error: unknown) => {
      if (!(error instanceof TakenUnread)) throw error;
    });
  return { activity, conversation: splitThread(conversation).channel };
}

async function removeAt(out: Out, address: Address, activity: string): Promise<Left> {
  const conversation = await placeOfShown(out, address, activity);
  await out.conversations.deleteActivity(conversation, activity, out.options);
  return { activity, conversation: splitThread(conversation).channel };
}

const NOTHING: RenderedActivity = { fingerprint: '' };

const storedUrl = (address: Address): string | undefined =>
  address.to === 'person' ? address.person.serviceUrl : address.desk.serviceUrl;

async function deliver(
  options: MessengerOptions,
  call: Call,
  address: Address,
  shown: RenderedActivity,
  letOut: LetOut | undefined,
  work: (out: Out) => Promise<Left>,
): Promise<Delivery> {
  const stored = storedUrl(address);
  if (stored === undefined) return { kind: 'unreachable', problem: 'no service URL is known yet' };
  const url = options.serviceUrl?.(stored) ?? stored;
  if (!options.allowed(url)) return deliveryOf(new HostNotAllowed(), call);
  const at = await letOut?.();
  if (at !== undefined) return { kind: 'held', at };
  try {
    const left = await within(options.timeoutMs ?? CALL_LIMIT_MS, timeOut, async (abortSignal) => {
      const { conversations } = await options.adapter.connectorFor(url);
      const bot = { id: `28:${options.appId}`, name: '' };
      return work({
        conversations,
        bot,
        activity: { channelId: 'msteams', ...toActivity(shown) },
        options: { abortSignal },
      });
    });
    return { kind: 'delivered', ...left, shown: shown.fingerprint };
  } catch (error) {
    return deliveryOf(error, call);
  }
}

/** Port `Messenger` on the Bot Connector REST API. Throws only what `render` throws. */
export function createMessenger(options: MessengerOptions): Messenger {
  return {
    async post(address, message, letOut) {
      const shown = options.render(message);
      return deliver(options, 'post', address, shown, letOut, (out) => postTo(out, address));
    },
    async update(address, activity, message, fingerprint, letOut) {
      const shown = options.render(message);
      if (shown.fingerprint === fingerprint) return { kind: 'same' };
      return deliver(options, 'update', address, shown, letOut, (out) => updateAt(out, address, activity));
    },
    remove: (address, activity, letOut) =>
      deliver(options, 'remove', address, NOTHING, letOut, (out) => removeAt(out, address, activity)),
  };
}
