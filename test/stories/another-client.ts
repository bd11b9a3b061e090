import { fakeTeams, type Call, type FakeTeams } from '../adapters/teams/out/fake-teams';
import type { Loose } from './program';

const CHANNEL = '19:referrals@thread.tacv2';
const TEAM = '19:general@thread.tacv2';
const TENANT = '00000000-0000-0000-0000-0000000000aa';
const AAD = '00000000-0000-0000-0000-0000000000bb';
const MEMBERS = [
  {
    id: '29:alex',
    name: 'Alex Wilber',
    aadObjectId: AAD,
    userPrincipalName: 'alex@contoso.example',
    tenantId: TENANT,
  },
];

/** A card as it stands in a channel that some client of Microsoft's shows: posted once, updated after. */
export interface Shown {
  readonly id: string;
  readonly posts: number;
  card: Loose;
}

/** A test client as Microsoft's Agents Playground is one: a Bot Connector of its own, activities by HTTP. */
export interface Client {
  readonly teams: FakeTeams;
  readonly shown: Map<string, Shown>;
  /** What was sent to threads and chats, in order. */
  readonly said: Loose[];
  message(program: string, text: string): Promise<number>;
  press(program: string, activity: string, title: string, inputs?: Loose): Promise<Loose>;
  cardWith(text: string): Shown | undefined;
  bind(program: string): Promise<void>;
}

export async function anotherClient(): Promise<Client> {
  const shown = new Map<string, Shown>();
  const said: Loose[] = [];
  let count = 0;
  const post = (call: Call): Loose => {
    const id = `1700000000${String((count += 1)).padStart(3, '0')}`;
    const activity = call.body.activity ?? call.body;
    const card = activity.attachments?.[0]?.content;
    if (card) shown.set(id, { id, posts: 1, card });
    else said.push(activity);
    return { id, activityId: id };
  };
  const teams = await fakeTeams((call) => {
    if (call.path.endsWith('/pagedmembers')) return { body: { members: MEMBERS } };
    if (/\/members\/[^/]+$/.test(call.path)) return { body: MEMBERS[0] };
    if (call.path.endsWith('/conversations') && call.method === 'GET')
      return { body: { conversations: [{ id: CHANNEL, name: 'Referrals' }] } };
    if (/\/teams\/[^/]+$/.test(call.path)) return { body: { id: TEAM, name: 'Contoso Partner Sales' } };
    if (call.method === 'PUT') return update(shown, call);
    const made = post(call);
    return {
      status: 201,
      body: call.path.endsWith('/conversations')
        ? { ...made, id: `${CHANNEL};messageid=${String(made.id)}` }
        : made,
    };
  });
  let activities = 0;
  const send = async (program: string, activity: Loose): Promise<Response> =>
    fetch(`${program}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: `in-${String((activities += 1))}`,
        channelId: 'msteams',
        serviceUrl: teams.url,
        from: { id: '29:alex', name: 'Alex Wilber', aadObjectId: AAD },
        recipient: { id: '28:bot', name: 'Referral Desk' },
        conversation: { id: CHANNEL, conversationType: 'channel', isGroup: true, tenantId: TENANT },
        channelData: { tenant: { id: TENANT }, team: { id: TEAM }, channel: { id: CHANNEL } },
        ...activity,
      }),
    });
  const client: Client = {
    teams,
    shown,
    said,
    message: async (program, text) =>
      (await send(program, { type: 'message', text: `<at>Referral Desk</at> ${text}` })).status,
    press: async (program, activity, title, inputs = {}) => {
      const action = findAction(shown.get(activity)?.card, title);
      const value = { action: { ...action, data: { ...action.data, ...inputs } }, trigger: 'manual' };
      const response = await send(program, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: activity,
        value,
      });
      const body = (await response.json()) as Loose;
      if (body.value?.type === 'AdaptiveCard')
        shown.set(`own-${activity}`, { id: activity, posts: 0, card: body.value });
      return body;
    },
    cardWith: (text) => [...shown.values()].find((one) => JSON.stringify(one.card).includes(text)),
    bind: async (program) => {
      await client.message(program, 'bind');
      const form = [...shown.values()].at(-1);
      if (!form) throw new Error('bind posted no card');
      const answer = await client.press(program, form.id, 'Save', inputsOf(form.card));
      if (!JSON.stringify(answer).includes('set up'))
        throw new Error(`bind ended in ${JSON.stringify(answer)}`);
    },
  };
  return client;
}

function update(shown: Map<string, Shown>, call: Call): Loose {
  const id = /activities\/([^/]+)$/.exec(call.path)?.[1] ?? '';
  const known = shown.get(id);
  if (!known)
    return { status: 404, body: { error: { code: 'ActivityNotFoundInConversation', message: 'gone' } } };
  known.card = call.body.attachments?.[0]?.content;
  return { body: { id } };
}

function actionsOf(part: Loose): Loose[] {
  if (Array.isArray(part)) return part.flatMap(actionsOf);
  if (typeof part !== 'object' || part === null) return [];
  const own = typeof part.type === 'string' && part.type.startsWith('Action.') ? [part] : [];
  return [
    ...own,
    ...Object.entries(part).flatMap(([key, value]) => (key === 'fallback' ? [] : actionsOf(value))),
  ];
}

const titles = (card: Loose): string[] => actionsOf(card).map((action) => action.title);

function findAction(card: Loose, title: string): Loose {
  const action = actionsOf(card).find((one) => one.title === title);
  if (!action) throw new Error(`no button ${title} among ${titles(card).join(', ')}`);
  return action;
}

/** The values that a card's inputs open with. */
export function inputsOf(part: Loose): Record<string, string> {
  if (Array.isArray(part)) return Object.assign({}, ...part.map(inputsOf)) as Record<string, string>;
  if (typeof part !== 'object' || part === null) return {};
  const own =
    String(part.type).startsWith('Input.') && part.value !== undefined && part.value !== ''
      ? { [part.id]: String(part.value) }
      : {};
  return { ...own, ...inputsOf(Object.values(part)) };
}
