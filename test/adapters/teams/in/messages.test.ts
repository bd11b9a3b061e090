import { StoreBusy } from '../../../../src/application/ports/faults';
import type { MessagesOptions } from '../../../../src/adapters/teams/in/messages';
import { fakeTeams, type FakeTeams } from '../out/fake-teams';
import { botHost, type BotHost } from './bot-host';

let teams: FakeTeams;
let host: BotHost;
afterEach(() => Promise.all([teams.stop(), host.stop()]));

async function bot(run: MessagesOptions['bot']['run']) {
  teams = await fakeTeams(() => ({ body: { id: '1' } }));
  host = await botHost(run);
  return host;
}

const activity = (over: object = {}) => ({
  type: 'message',
  id: '1700',
  channelId: 'msteams',
  serviceUrl: teams.url,
  from: { id: '29:alba', aadObjectId: 'alba' },
  recipient: { id: '28:bot-1' },
  conversation: { id: 'a:alba', tenantId: 't1' },
  text: 'help',
  locale: 'de-DE',
  timestamp: '2026-11-20T09:00:00.000Z',
  ...over,
});

const SECRET = 'mongodb://admin:hunter2@db/ Erika Muster +49 170 1234567';

describe('a turn', () => {
  it('runs, may reply, and answers 200 with nothing', async () => {
    const { post } = await bot(async ({ activity: heard, context, reference }) => {
      await context.sendActivity(`${heard.timestamp?.toISOString()} ${reference}`);
    });
    expect(await post(activity())).toMatchObject({ status: 200, text: '' });
    expect(teams.calls[0]).toMatchObject({
      path: '/teams/v3/conversations/a:alba/activities/1700',
      body: { text: '2026-11-20T09:00:00.000Z ref-1', from: { id: '28:bot-1' } },
    });
  });

  it('has the reference that the door knows the request by', async () => {
    teams = await fakeTeams(() => ({ body: { id: '1' } }));
    const seen: string[] = [];
    const run = async ({ reference }: Parameters<MessagesOptions['bot']['run']>[0]) => {
      seen.push(reference);
    };
    host = await botHost(run, undefined, { known: 'door-7' });
    await host.post(activity());
    expect(seen).toEqual(['door-7']);
  });

  it('of an invoke answers what the bot says', async () => {
    const { post } = await bot(async (exchange) => {
      await exchange.respond({ status: 200, body: { task: { type: 'x' } } });
    });
    const answer = await post(activity({ type: 'invoke', name: 'task/fetch' }));
    expect(answer).toMatchObject({ status: 200, body: { task: { type: 'x' } } });
    expect(answer.type).toContain('application/json');
  });

  it('of an invoke that the bot does not know answers 501', async () => {
    const { post } = await bot(async () => undefined);
    expect(await post(activity({ type: 'invoke', name: 'composeExtension/query' }))).toMatchObject({
      status: 501,
    });
  });
});

describe('a turn that fails', () => {
  const failing = () =>
    bot(async () => {
      throw new Error(SECRET);
    });

  it('is told to the person who wrote, with the reference that the log has', async () => {
    const { post, lines } = await failing();
    expect(await post(activity())).toMatchObject({ status: 200, text: '' });
    expect(teams.calls.map(({ body }) => body.text)).toEqual(['Sorry (de-DE): ref-1']);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ reference: 'ref-1', error: 'Error', line: 'turn failed' }),
    ]);
    expect(lines.join()).not.toContain('hunter2');
    expect(lines.join()).not.toContain('Erika');
  });

  const words = 'Sorry (de-DE): ref-1';
  it.each([
    ['task/submit', 200, { task: { type: 'message', value: words } }],
    [
      'adaptiveCard/action',
      200,
      {
        statusCode: 500,
        type: 'application/vnd.microsoft.error',
        value: { code: 'InternalServerError', message: words },
      },
    ],
    ['application/search', 500, { message: words }],
    [undefined, 500, { message: words }],
  ])('as the answer of an invoke %s', async (name, status, body) => {
    const { post } = await failing();
    expect(await post(activity({ type: 'invoke', name }))).toMatchObject({ status, body });
    expect(teams.calls).toHaveLength(0);
  });

  it('is told to nobody when nobody waits for it', async () => {
    const { post } = await failing();
    expect(await post(activity({ type: 'conversationUpdate' }))).toMatchObject({ status: 200 });
    expect(teams.calls).toHaveLength(0);
  });

  it('answers also when Teams does not take the words', async () => {
    const { post, lines } = await failing();
    await teams.stop();
    expect(await post(activity())).toMatchObject({ status: 200 });
    expect(lines).toHaveLength(2);
  });

  it('for a known fault leaves its code and cause in the log', async () => {
    const { post, lines } = await bot(async () => {
      throw new StoreBusy(Object.assign(new Error(SECRET), { code: 'SQLITE_BUSY' }));
    });
    await post(activity());
    expect(JSON.parse(lines[0]!)).toMatchObject({ code: 'store-busy', cause: { code: 'SQLITE_BUSY' } });
  });
});

describe('what is no activity', () => {
  const without = (key: string) => ({ ...activity(), [key]: undefined });
  const bodies: [string, () => unknown][] = [
    ['null', () => null],
    ['text', () => 'hello'],
    ['a number', () => 7],
    ['an array', () => [activity()]],
    ['an empty object', () => ({})],
    ['no type', () => without('type')],
    ['a type that is no text', () => activity({ type: 7 })],
    ['no sender', () => without('from')],
    ['a sender without an id', () => activity({ from: {} })],
    ['no conversation', () => without('conversation')],
    ['no channel id', () => without('channelId')],
    ['no service URL', () => without('serviceUrl')],
    ['a service URL that is no text', () => activity({ serviceUrl: { url: teams.url } })],
    ['entities that are no list', () => activity({ entities: 'mention' })],
    ['entities that are no objects', () => activity({ entities: [null, 'mention'] })],
    ['a locale that is no text', () => activity({ locale: 7 })],
    ['a conversation without an id', () => activity({ conversation: { id: '' } })],
  ];
  it.each(bodies)('%s is answered with one fixed 400', async (_, body) => {
    const { post } = await bot(async () => {
      throw new Error('must not run');
    });
    const answer = await post(body());
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toEqual({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: 'This is not a Bot Framework activity.',
      reference: 'ref-1',
    });
  });

  it.each([
    ['no text', { text: undefined }],
    ['entities that are null', { entities: null }],
    ['a date that is none', { timestamp: 'yesterday' }],
  ])('but one with %s reaches the bot, whose guards decide', async (_, over) => {
    let turns = 0;
    const { post } = await bot(async () => void (turns += 1));
    expect(await post(activity(over))).toMatchObject({ status: 200 });
    expect(turns).toBe(1);
  });
});
