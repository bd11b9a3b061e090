import type { Delivery } from '../../../../src/application/ports/ports';
import { createMessenger, type MessengerOptions } from '../../../../src/adapters/teams/out/messenger';
import type { RenderedActivity } from '../../../../src/adapters/teams/cards/shown';
import { fakeTeams, type Answer, type Call, type FakeTeams } from './fake-teams';
import { aDesk, aPerson, MESSAGE, onLoopback, sandboxAdapter } from './places';

const CHANNEL = '19:referrals@thread.tacv2';
const CARD: RenderedActivity = {
  summary: 'New lead: Tailspin Toys',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', version: '1.5' },
    },
  ],
  fingerprint: 'f1',
};

let teams: FakeTeams;
afterEach(() => teams.stop());

async function messenger(answer: (call: Call) => Answer, over: Partial<MessengerOptions> = {}) {
  teams = await fakeTeams(answer);
  const options = { adapter: sandboxAdapter(), appId: 'bot-1', render: () => CARD, allowed: onLoopback };
  return createMessenger({ ...options, ...over });
}

describe('posting', () => {
  it('to a channel begins a thread, and its root is known from the conversation', async () => {
    const { post } = await messenger(() => ({ status: 201, body: { id: `${CHANNEL};messageid=1700` } }));
    const ended = await post({ to: 'channel', desk: aDesk(teams.url) }, MESSAGE);
    expect(ended).toEqual({ kind: 'delivered', activity: '1700', conversation: CHANNEL, shown: 'f1' });
    expect(teams.calls).toHaveLength(1);
    expect(teams.calls[0]).toMatchObject({
      method: 'POST',
      path: '/teams/v3/conversations',
      body: {
        isGroup: true,
        bot: { id: '28:bot-1' },
        tenantId: 'tenant-1',
        channelData: { channel: { id: CHANNEL }, tenant: { id: 'tenant-1' } },
        activity: { type: 'message', summary: CARD.summary, attachments: CARD.attachments },
      },
    });
    expect(JSON.stringify(teams.calls[0]?.body)).not.toContain('fingerprint');
  });

  it('to a channel takes the activity id where the conversation names no root', async () => {
    const { post } = await messenger(() => ({ body: { id: CHANNEL, activityId: '1701' } }));
    const ended = await post({ to: 'channel', desk: aDesk(teams.url) }, MESSAGE);
    expect(ended).toMatchObject({ kind: 'delivered', activity: '1701' });
  });

  it('to a thread goes to the conversation with its suffix', async () => {
    const mention = {
      type: 'mention' as const,
      text: '<at>Alba</at>',
      mentioned: { id: '29:alba', name: 'Alba' },
    };
    const reminder: RenderedActivity = {
      text: '<at>Alba</at> answer',
      textFormat: 'xml',
      entities: [mention],
      fingerprint: 'f2',
    };
    const { post } = await messenger(() => ({ body: { id: '1800' } }), { render: () => reminder });
    const ended = await post({ to: 'thread', desk: aDesk(teams.url), root: '1700' }, MESSAGE);
    expect(ended).toEqual({ kind: 'delivered', activity: '1800', conversation: CHANNEL, shown: 'f2' });
    expect(teams.calls[0]).toMatchObject({
      path: `/teams/v3/conversations/${CHANNEL};messageid=1700/activities`,
      body: { text: '<at>Alba</at> answer', textFormat: 'xml', entities: [mention] },
    });
  });

  it('to a person whose chat is known goes there', async () => {
    const { post } = await messenger(() => ({ body: { id: '1900' } }));
    const person = aPerson({ conversation: 'a:alba', serviceUrl: teams.url });
    const ended = await post({ to: 'person', person }, MESSAGE);
    expect(ended).toEqual({ kind: 'delivered', activity: '1900', conversation: 'a:alba', shown: 'f1' });
    expect(teams.calls.map(({ path }) => path)).toEqual(['/teams/v3/conversations/a:alba/activities']);
  });

  it('to a person not yet spoken with opens the chat first, and tells which it is', async () => {
    const { post } = await messenger(({ path }) => ({
      body: { id: path.endsWith('/activities') ? '1900' : 'a:new' },
    }));
    const ended = await post({ to: 'person', person: aPerson({ serviceUrl: teams.url }) }, MESSAGE);
    expect(ended).toMatchObject({ kind: 'delivered', activity: '1900', conversation: 'a:new' });
    expect(teams.calls[0]?.body).toMatchObject({
      isGroup: false,
      bot: { id: '28:bot-1' },
      members: [{ id: '29:alba' }],
      tenantId: 'tenant-1',
      channelData: { tenant: { id: 'tenant-1' } },
    });
  });

  it('to a person of whom no service URL is known waits until they are reachable', async () => {
    const { post } = await messenger(() => ({}));
    expect(await post({ to: 'person', person: aPerson() }, MESSAGE)).toMatchObject({ kind: 'unreachable' });
    expect(teams.calls).toHaveLength(0);
  });
});

describe('updating', () => {
  it('changes the root message in its own thread', async () => {
    const { update } = await messenger(() => ({ body: { id: '1700' } }));
    const ended = await update({ to: 'channel', desk: aDesk(teams.url) }, '1700', MESSAGE, 'f0');
    expect(ended).toEqual({ kind: 'delivered', activity: '1700', conversation: CHANNEL, shown: 'f1' });
    const path = `/teams/v3/conversations/${CHANNEL};messageid=1700/activities/1700`;
    expect(teams.calls).toEqual([expect.objectContaining({ method: 'PUT', path })]);
  });

  it('sends nothing when it looks the same as what stands there', async () => {
    const { update } = await messenger(() => ({}));
    const ended = await update({ to: 'channel', desk: aDesk(teams.url) }, '1700', MESSAGE, 'f1');
    expect(ended).toEqual({ kind: 'same' });
    expect(teams.calls).toHaveLength(0);
  });

  it('finds out that the message has vanished', async () => {
    const gone = { error: { code: 'ActivityNotFoundInConversation', message: 'gone' } };
    const { update } = await messenger(() => ({ status: 404, body: gone }));
    const person = aPerson({ conversation: 'a:alba', serviceUrl: teams.url });
    expect(await update({ to: 'person', person }, '1900', MESSAGE, undefined)).toEqual({ kind: 'vanished' });
  });
});

describe('taking off', () => {
  it('deletes the message in its own thread', async () => {
    const { remove } = await messenger(() => ({ body: {} }));
    expect(await remove({ to: 'channel', desk: aDesk(teams.url) }, '1700')).toMatchObject({
      kind: 'delivered',
    });
    const path = `/teams/v3/conversations/${CHANNEL};messageid=1700/activities/1700`;
    expect(teams.calls).toEqual([expect.objectContaining({ method: 'DELETE', path })]);
  });

  it('finds out that it is not there any more', async () => {
    const gone = { error: { code: 'ActivityNotFoundInConversation', message: 'gone' } };
    const { remove } = await messenger(() => ({ status: 404, body: gone }));
    const person = aPerson({ conversation: 'a:alba', serviceUrl: teams.url });
    expect(await remove({ to: 'person', person }, '1900')).toEqual({ kind: 'vanished' });
  });
});

describe('when Teams does not take it', () => {
  const endings: [string, Answer, Delivery][] = [
    [
      'throttled',
      {
        status: 429,
        headers: { 'retry-after': '2' },
        body: { error: { code: 'Throttled', message: 'slow down' } },
      },
      { kind: 'retry', afterMs: 2000, throttled: true, problem: '429 Throttled' },
    ],
    ['throttled without a time', { status: 429 }, { kind: 'retry', throttled: true, problem: '429' }],
    [
      'blocked',
      { status: 403, body: { error: { code: 'ConversationBlockedByUser', message: 'blocked' } } },
      { kind: 'unreachable', problem: '403 ConversationBlockedByUser' },
    ],
    [
      'out of order',
      { status: 500, body: { error: { message: 'Erika Muster' } } },
      { kind: 'retry', problem: '500' },
    ],
    ['a web page', { body: '<html>' }, { kind: 'retry', problem: 'no answer: a web page came instead' }],
    ['too big', { status: 413, body: '<html>' }, { kind: 'rejected', problem: '413' }],
    [
      'cut off',
      'reset',
      { kind: 'retry', problem: expect.stringContaining('no answer') as unknown as string },
    ],
    ['silent', 'hang', { kind: 'retry', problem: 'no answer: time-out' }],
  ];
  it.each(endings)('%s', async (_, answer, expected) => {
    const { post } = await messenger(() => answer, { timeoutMs: answer === 'hang' ? 1_000 : 15_000 });
    expect(await post({ to: 'thread', desk: aDesk(teams.url), root: '1' }, MESSAGE)).toEqual(expected);
    expect(teams.calls).toHaveLength(1);
  });

  it('the time limit holds for opening the chat and sending together', async () => {
    const { post } = await messenger(
      ({ path }) => (path.endsWith('/activities') ? 'hang' : { body: { id: 'a:new' } }),
      {
        timeoutMs: 200,
      },
    );
    const ended = await post({ to: 'person', person: aPerson({ serviceUrl: teams.url }) }, MESSAGE);
    expect(ended).toEqual({ kind: 'retry', problem: 'no answer: time-out' });
  });
});

describe('a success that does not say where it stands', () => {
  const unread: Answer[] = ['{"id":', 'ok', '', 'null', '[]', '{}', '{"id":7}', '{"id":""}', '"1700"'].map(
    (body) => ({
      status: 201,
      body,
    }),
  );
  it.each(unread)('is delivered, place unknown: %j', async (answer) => {
    const { post } = await messenger(() => answer);
    const desk = aDesk(teams.url);
    expect(await post({ to: 'thread', desk, root: '1' }, MESSAGE)).toEqual({ kind: 'unplaced' });
    expect(await post({ to: 'channel', desk }, MESSAGE)).toEqual({ kind: 'unplaced' });
    expect(teams.calls).toHaveLength(2);
  });

  it.each(unread)('of an update changes nothing about its place: %j', async (answer) => {
    const { update } = await messenger(() => answer);
    const ended = await update({ to: 'channel', desk: aDesk(teams.url) }, '1700', MESSAGE, 'f0');
    expect(ended).toEqual({ kind: 'delivered', activity: '1700', conversation: CHANNEL, shown: 'f1' });
  });

  it.each(unread)('of opening a chat is tried again: nothing was said yet: %j', async (answer) => {
    const { post } = await messenger(() => answer);
    const ended = await post({ to: 'person', person: aPerson({ serviceUrl: teams.url }) }, MESSAGE);
    expect(ended).toMatchObject({ kind: 'retry' });
    expect(teams.calls).toHaveLength(1);
  });
});

describe('where it may be sent', () => {
  it.each(['https://evil.example/', 'http://10.0.0.1/', 'nonsense'])('not to %s', async (url) => {
    const { post } = await messenger(() => ({}));
    expect(await post({ to: 'channel', desk: aDesk(url) }, MESSAGE)).toMatchObject({ kind: 'unreachable' });
    expect(teams.calls).toHaveLength(0);
  });

  it('a stored service URL is looked up where it is now', async () => {
    const { post } = await messenger(() => ({ body: { id: '1' } }), { serviceUrl: () => teams.url });
    const ended = await post({ to: 'thread', desk: aDesk('http://127.0.0.1:1/old'), root: '1' }, MESSAGE);
    expect(ended).toMatchObject({ kind: 'delivered' });
  });
});
