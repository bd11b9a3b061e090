import { createBot } from '../../../../src/adapters/teams/bot';
import { createDirectory } from '../../../../src/adapters/teams/out/directory';
import { channelIdsOf } from '../../../../src/adapters/teams/in/guards';
import { processMessages } from '../../../../src/adapters/teams/in/messages';
import { createSeenIds } from '../../../../src/adapters/teams/in/seen-ids';
import type { Card, FormsMode } from '../../../../src/adapters/teams/cards/shown';
import type { ReferralView } from '../../../../src/application/ports/messages';
import { commandsFor } from '../../../../src/adapters/teams/commands/table';
import { OFFERED, type Offered } from '../../../../src/adapters/teams/operations/looks';
import { actionsFor } from '../../../../src/adapters/teams/operations/table';
import type { Desk } from '../../../../src/domain/desk/desk';
import { ALEX, MEGAN, NOW, receivedView, sampleDesk } from '../../../cards/samples';
import { nodes, pressed, visible } from '../../../cards/reading';
import { deskBehind, type Trouble } from './desk-behind';
import { fakeTeams, type Answer, type Call, type Json } from '../out/fake-teams';
import { onLoopback, sandboxAdapter } from '../out/places';
import { rendererWith } from '../cards/drawing';

export const TENANT = MEGAN.tenant;
export const CHANNEL = '19:referrals@thread.tacv2';
export const TEAM = '19:general@thread.tacv2';
const MEMBERS = [MEGAN, ALEX].map(({ teamsId, name, aadObjectId }) => ({ id: teamsId, name, aadObjectId }));

export const CHAT = { id: 'a:chat-megan', conversationType: 'personal', tenantId: TENANT };
export const THREAD = {
  id: `${CHANNEL};messageid=1700`,
  conversationType: 'channel',
  isGroup: true,
  tenantId: TENANT,
};

/** Of a channel, where Teams says which. */
const inTeam = { team: { id: TEAM }, channel: { id: CHANNEL, name: 'Referrals' } };

export interface Options {
  readonly forms?: FormsMode;
  /** What the desk's database holds. */
  readonly views?: readonly ReferralView[];
  readonly desks?: readonly Desk[];
  readonly offered?: Offered;
  /** Teams' answer to one call; undefined: as usual. */
  readonly teams?: (call: Call) => Answer | undefined;
}

export interface Posted {
  readonly conversation: string;
  readonly body: Json;
}

const asUsual = ({ path, method }: Call): Answer => {
  if (path.endsWith('/pagedmembers')) return { body: { members: MEMBERS } };
  if (path.endsWith('/v3/conversations')) return { body: { id: 'a:opened' } };
  return { status: method === 'POST' ? 201 : 200, body: { id: 'm1' } };
};

const cardOf = (body: Json): Card | undefined => body?.attachments?.[0]?.content;

/** What a client sends with a button that takes the inputs along: all of them, as they stand. */
export const heldBy = (card: Card): Record<string, string> =>
  Object.fromEntries(
    nodes(card).flatMap((node: Json) =>
      String(node.type).startsWith('Input.') ? [[String(node.id), String(node.value ?? '')] as const] : [],
    ),
  );

/** What a person reads in a message. */
export const readable = (body: Json): string => {
  const card = cardOf(body);
  return card ? visible(card).join('\n') : String(body?.text ?? '');
};

/** The bot behind a real CloudAdapter, a Bot Connector on loopback, the real use cases over a database. */
export async function deskChat({
  forms = 'dialog',
  views = [receivedView()],
  desks = [sampleDesk()],
  offered = OFFERED,
  teams,
}: Options = {}) {
  const connector = await fakeTeams((call) => teams?.(call) ?? asUsual(call));
  const adapter = sandboxAdapter();
  const directory = createDirectory({ adapter, real: () => NOW, allowed: onLoopback });
  const trouble: { now: Trouble } = { now: () => undefined };
  const local = desks.map((desk) => ({ ...desk, serviceUrl: connector.url }));
  const behind = await deskBehind({ views, desks: local, directory, offered, trouble: () => trouble.now });
  const lines: Json[] = [];
  const log = {
    info: (facts: object, line: string) => void lines.push({ ...facts, line }),
    warn: (facts: object, line: string) => void lines.push({ ...facts, line }),
    error: (facts: object, line: string) => void lines.push({ ...facts, line }),
  };
  const metrics = {
    effect: () => undefined,
    turn: () => undefined,
    command: () => undefined,
    intake: () => undefined,
    heldBack: () => undefined,
  };
  const rules = {
    tenants: [TENANT],
    channelIds: channelIdsOf(true),
    serviceUrlAllowed: onLoopback,
    sandbox: true,
  };
  const bot = createBot({
    turn: behind.turn,
    directory,
    files: {
      download: () => Promise.resolve({ why: 'unreachable' as const }),
      upload: () => Promise.resolve('unreachable' as const),
    },
    renderer: rendererWith(forms, offered.looks),
    commands: commandsFor(offered.looks),
    actions: actionsFor(offered.looks),
    rules,
    seen: createSeenIds(),
    log,
    metrics,
    real: () => NOW,
    reader: { language: 'en', zone: 'Europe/Berlin' },
  });
  const handle = processMessages({
    adapter,
    bot,
    log,
    words: (reference) => `Broken: ${reference}`,
    reference: () => 'ref-1',
  });
  let count = 0;

  async function post(over: object): Promise<{ status: number; body: Json }> {
    count += 1;
    const activity = {
      type: 'message',
      id: `in-${count}`,
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { id: MEGAN.teamsId, name: MEGAN.name, aadObjectId: MEGAN.aadObjectId },
      recipient: { id: '28:bot', name: 'Referral Desk' },
      conversation: CHAT,
      channelData: { tenant: { id: TENANT }, ...((over as Json).conversation?.isGroup && inTeam) },
      ...over,
    };
    const answer = { status: 0, body: undefined as Json };
    await handle({ headers: {}, body: JSON.parse(JSON.stringify(activity)) }, {
      writeHead: (status: number) => void (answer.status = status),
      end: (text?: string) => void (answer.body = text ? JSON.parse(text) : undefined),
    } as Json);
    return answer;
  }

  const posted = (from = 0): Posted[] =>
    connector.calls
      .slice(from)
      .filter(({ path }) => path.includes('/activities'))
      .map(({ path, body }) => ({ conversation: /conversations\/([^/]+)\//.exec(path)![1]!, body }));

  /** Says something; gives back what is read then, oldest first. */
  async function say(text: string, over: object = {}): Promise<string> {
    const before = connector.calls.length;
    await post({ text, ...over });
    return posted(before)
      .map(({ body }) => readable(body))
      .join('\n---\n');
  }

  const invoke = (name: string, value: object, over: object = {}) =>
    post({ type: 'invoke', name, value, ...over });
  const data = (card: Card, title: string): Json => {
    const button: Json = pressed(card, title);
    return { ...(button.associatedInputs === 'auto' && heldBy(card)), ...button.data };
  };
  /** Opens the dialog of a button of a card. */
  const open = async (card: Card, title: string, over: object = {}): Promise<Json> =>
    (await invoke('task/fetch', { data: data(card, title) }, over)).body?.task;
  /** Presses a button in a dialog, with what is written in it. */
  const submit = async (page: Json, title: string, inputs: object = {}): Promise<Json> =>
    (await invoke('task/submit', { data: { ...data(page.value.card.content, title), ...inputs } })).body
      ?.task;
  /** Presses an Action.Execute of a card. */
  const execute = async (
    card: Card,
    title: string,
    inputs: object = {},
    over: object = {},
  ): Promise<Json> => {
    const action = { type: 'Action.Execute', verb: 'x', data: { ...data(card, title), ...inputs } };
    return (await invoke('adaptiveCard/action', { action, trigger: 'manual' }, over)).body;
  };

  return {
    ...{ ...behind, connector, lines, rules, trouble },
    post,
    posted,
    say,
    invoke,
    open,
    submit,
    execute,
    stop: async () => {
      await behind.stop();
      await connector.stop();
    },
  };
}

export type DeskChat = Awaited<ReturnType<typeof deskChat>>;

/** The card that stands in the channel, as the bot would post it. */
export const channelCard = (forms: FormsMode, view = receivedView()): Card =>
  rendererWith(forms).message({ kind: 'card', view }).attachments![0]!.content;
