import { ActivityTypes, CloudAdapter } from 'botbuilder';
import type { MessagesHandler } from '../../../src/adapters/http/messages-route';
import { openDoor } from './open-door';

const activity = {
  type: 'message',
  id: '1',
  text: 'hi',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:1',
  from: { id: '29:1' },
  recipient: { id: '28:1' },
  conversation: { id: 'a:1' },
};
const invoke = { ...activity, type: 'invoke', name: 'task/fetch' };

/** The real CloudAdapter without an app id, as in sandbox mode. */
function bot(turn: () => unknown): MessagesHandler {
  const adapter = new CloudAdapter();
  return (req, res) =>
    adapter.process(req, res, async (context) => {
      const body = turn();
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
    });
}

describe('POST /api/messages', () => {
  const post = async (messages: MessagesHandler, body: unknown): Promise<Response & { text_: string }> => {
    const door = await openDoor({ messages });
    const response = await door.post('/api/messages', JSON.stringify(body));
    const text = await response.text();
    await door.close();
    return Object.assign(response, { text_: text });
  };

  beforeEach(() => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => jest.restoreAllMocks());

  it('serves CloudAdapter: a message gets an empty 200, an invoke its answer', async () => {
    const message = await post(bot(() => undefined), activity);
    expect([message.status, message.text_]).toEqual([200, '']);
    const answered = await post(bot(() => ({ task: { type: 'message', value: 'ok' } })), invoke);
    expect([answered.status, JSON.parse(answered.text_)]).toEqual([
      200,
      { task: { type: 'message', value: 'ok' } },
    ]);
  });

  it.each([
    ['no type', { ...activity, type: undefined }, 400],
    ['a list', [activity], 400],
    ['text', 'hi', 400],
    ['a from that is none', { ...activity, from: 'me' }, 400],
    ['null', null, 400],
  ])('answers an activity that is wrong (%s) with fixed words', async (_what, body, status) => {
    const response = await post(bot(() => undefined), body);
    expect(response.status).toBe(status);
    expect(response.text_).not.toMatch(/zod|req\.body|middleware|Expected/i);
  });

  it('hides what an error in a turn says, whether the adapter or the handler lets it out', async () => {
    const failing = bot(() => {
      throw new Error('secret at /root/src');
    });
    const rejecting: MessagesHandler = () => Promise.reject(new Error('secret at /root/src'));
    for (const handler of [failing, rejecting]) {
      const response = await post(handler, invoke);
      expect(response.status).toBe(500);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(JSON.parse(response.text_)).toMatchObject({ status: 500, reference: response.headers.get('request-id') });
      expect(response.text_).not.toMatch(/secret|root/);
    }
  });

  it('answers when the handler forgets to', async () => {
    expect((await post(async () => undefined, activity)).status).toBe(500);
  });

  it('refuses what is too large, empty or not JSON before the bot sees it', async () => {
    const seen = jest.fn();
    const door = await openDoor({ messages: async () => seen() });
    const large = JSON.stringify({ ...activity, text: 'x'.repeat(262_144) });
    expect((await door.post('/api/messages', large)).status).toBe(413);
    expect((await door.post('/api/messages', '')).status).toBe(400);
    expect((await fetch(`${door.url}/api/messages`, { method: 'POST' })).status).toBe(400);
    expect((await door.post('/api/messages', 'hi', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await fetch(`${door.url}/api/messages`)).status).toBe(405);
    expect(seen).not.toHaveBeenCalled();
    await door.close();
  });
});
