import fc from 'fast-check';
import { readPress } from '../../../../src/adapters/teams/operations/press';
import type { Json } from '../out/fake-teams';
import { channelCard, CHAT, deskChat, TENANT, THREAD, type DeskChat } from './chat';

let chat: DeskChat;
beforeEach(async () => {
  chat = await deskChat();
});
afterEach(() => chat.stop());

const ODD: readonly unknown[] = [null, 7, 'x', '\u0000', [null], { id: 7 }];

/** Where something odd may stand; each is a path into an activity. */
const PATHS = [
  'type',
  'id',
  'name',
  'action',
  'channelId',
  'serviceUrl',
  'from',
  'from.id',
  'from.name',
  'from.aadObjectId',
  'recipient',
  'recipient.id',
  'recipient.name',
  'conversation',
  'conversation.id',
  'conversation.tenantId',
  'conversation.conversationType',
  'conversation.isGroup',
  'channelData',
  'channelData.tenant',
  'channelData.tenant.id',
  'channelData.team',
  'channelData.team.id',
  'channelData.channel',
  'channelData.channel.id',
  'channelData.channel.name',
  'channelData.eventType',
  'entities',
  'attachments',
  'membersAdded',
  'membersRemoved',
  'value',
  'value.data',
  'value.action',
  'value.action.data',
  'value.data.desk',
  'value.trigger',
  'text',
  'textFormat',
  'replyToId',
  'locale',
  'localTimezone',
  'timestamp',
  'localTimestamp',
  'deliveryMode',
  'callerId',
  'relatesTo',
  'inputHint',
] as const;

function put(target: Json, path: string, value: unknown): Json {
  const [first = '', ...rest] = path.split('.');
  const inner = typeof target === 'object' && target !== null && !Array.isArray(target) ? target : {};
  return { ...inner, [first]: rest.length === 0 ? value : put(inner[first], rest.join('.'), value) };
}

/** A press on Accept of the card that stands in the channel. */
const pressed = (): object => {
  const button = channelCard('dialog').actions as Json[];
  const { data } = button[0];
  expect(readPress(data)).toBeDefined();
  return { data };
};

const kinds = (): readonly object[] => [
  { type: 'message', text: 'inbox', conversation: CHAT },
  { type: 'message', text: 'help', conversation: THREAD },
  { type: 'message', value: pressed(), conversation: THREAD },
  { type: 'invoke', name: 'task/fetch', value: pressed(), conversation: THREAD },
  { type: 'invoke', name: 'task/submit', value: pressed(), conversation: CHAT },
  { type: 'invoke', name: 'adaptiveCard/action', value: { action: pressed() }, conversation: THREAD },
  { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }], conversation: THREAD },
  { type: 'installationUpdate', action: 'add', conversation: CHAT },
  { type: 'event', name: 'anything', conversation: CHAT },
];

/** Taken, refused in words, or refused as what it is: never a failure of ours. */
const FINE: ReadonlySet<number> = new Set([200, 400, 403, 501]);

async function expectFine(activity: object): Promise<void> {
  const before = chat.lines.length;
  const { status } = await chat.post(activity);
  const failed = chat.lines.slice(before).filter(({ line }) => line === 'turn failed');
  expect({ status, failed }).toEqual({ status: FINE.has(status) ? status : 'one of FINE', failed: [] });
}

it.each(PATHS)('whatever stands at %s, it is taken or refused', async (path) => {
  for (const kind of kinds()) {
    for (const odd of ODD) {
      await expectFine(put(put(kind, 'channelData.tenant.id', TENANT), path, odd));
    }
  }
});

it('any JSON at two places at once is taken or refused', async () => {
  const place = fc.tuple(fc.constantFrom(...PATHS), fc.jsonValue({ maxDepth: 2 }));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...kinds()), place, place, async (kind, [one, a], [other, b]) => {
      await expectFine(put(put(kind, one, a), other, b));
    }),
    { numRuns: 300 },
  );
});
