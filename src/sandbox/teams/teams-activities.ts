import { randomUUID } from 'node:crypto';
import type { Json } from './activity';
import { threadId } from './activity';
import type { Parts } from './parts';
import type { Conversation } from './state';
import type { SandboxPerson } from './world';
import { BOT, REFERRALS, TEAM, TENANT } from './world';

/** Who does it and where. `root`: the thread in a channel. */
export interface Doing {
  readonly person: SandboxPerson;
  readonly conversation: Conversation;
  readonly root?: string;
}

/** What each activity of Teams carries, whatever it is (teams-platform: clientInfo entity, channelData, locale). */
function envelope(parts: Parts, { person, conversation, root }: Doing, id: string): Json {
  const channel = conversation.type === 'channel';
  return {
    id,
    timestamp: new Date(parts.clock.now()).toISOString(),
    localTimezone: person.timezone,
    channelId: 'msteams',
    serviceUrl: parts.serviceUrl(),
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    conversation: {
      id: root === undefined ? conversation.id : threadId(conversation.id, root),
      conversationType: conversation.type,
      tenantId: TENANT,
      ...(channel ? { isGroup: true } : {}),
    },
    recipient: BOT,
    locale: person.locale,
    channelData: { ...(channel ? channelFacts(conversation) : {}), tenant: { id: TENANT } },
  };
}

const channelFacts = (conversation: Conversation): Json => ({
  teamsChannelId: conversation.id,
  teamsTeamId: TEAM.id,
  channel: { id: conversation.id },
  team: { id: TEAM.id },
});

const clientInfo = ({ locale, country, timezone }: SandboxPerson): Json => ({
  type: 'clientInfo',
  locale,
  country,
  platform: 'Web',
  timezone,
});

/** A message that a person typed: the rich copy comes along as an attachment, and a channel adds a line end. */
export function typedMessage(
  parts: Parts,
  doing: Doing,
  id: string,
  said: {
    readonly text: string;
    readonly entities: readonly unknown[];
    readonly attachments?: readonly unknown[];
  },
): Json {
  const lineEnd = doing.conversation.type === 'channel' ? '\n' : '';
  return {
    type: 'message',
    ...envelope(parts, doing, id),
    text: said.text + lineEnd,
    textFormat: 'plain',
    attachments: [
      { contentType: 'text/html', content: `<div><div>${escaped(said.text)}</div></div>` },
      ...(said.attachments ?? []),
    ],
    entities: [...said.entities, clientInfo(doing.person)],
  };
}

/** A button's message (Action.Submit): a value, with or without text, in answer to the card. */
export function buttonMessage(
  parts: Parts,
  doing: Doing,
  replyToId: string,
  sent: { readonly text?: string; readonly value?: unknown },
): Json {
  return {
    type: 'message',
    ...envelope(parts, doing, parts.state.nextId(parts.clock.now())),
    ...sent,
    replyToId,
    entities: [clientInfo(doing.person)],
  };
}

/** `name` undefined: the invoke of a Bot Framework card action. */
export function invoke(
  parts: Parts,
  doing: Doing,
  replyToId: string,
  sent: { readonly name?: string; readonly value: unknown },
): Json {
  const base = envelope(parts, doing, `f:${randomUUID()}`);
  return {
    type: 'invoke',
    ...base,
    ...sent,
    replyToId,
    channelData: { ...(base.channelData as Json), source: { name: 'message' } },
    entities: [clientInfo(doing.person)],
  };
}

/** What Teams tells a bot that was added or removed: a roster change of the conversation, and the installation. */
export function installation(parts: Parts, doing: Doing, installed: boolean): readonly Json[] {
  const base = () => envelope(parts, doing, `f:${randomUUID()}`);
  const team = doing.conversation.type === 'channel';
  const channelData = (eventType?: string): Json => ({
    ...(base().channelData as Json),
    ...(eventType === undefined ? {} : { eventType }),
    ...(team ? { team: TEAM, settings: { selectedChannel: { id: REFERRALS.id } } } : {}),
  });
  const roster: Json = {
    type: 'conversationUpdate',
    ...base(),
    [installed ? 'membersAdded' : 'membersRemoved']: [BOT],
    channelData: channelData(team ? (installed ? 'teamMemberAdded' : 'teamMemberRemoved') : undefined),
  };
  const update: Json = {
    type: 'installationUpdate',
    action: installed ? 'add' : 'remove',
    ...base(),
    channelData: channelData(),
  };
  // A personal chat's roster does not change when a person removes the app.
  return team || installed ? [roster, update] : [update];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
