import type { MessagesHandler } from '../../../src/adapters/http/messages-route';
import { openDoor, type OpenDoor } from './open-door';

const activity = { type: 'message', id: '1', text: 'hi' };

describe('POST /api/messages', () => {
  let door: OpenDoor | undefined;
  afterEach(async () => {
    await door?.close();
    door = undefined;
  });

  async function post(
    messages: MessagesHandler,
    body: string,
    headers?: Record<string, string>,
  ): Promise<Response> {
    door = await openDoor({ messages });
    return door.post('/api/messages', body, headers);
  }

  it('hands over the activity parsed, with the reference of the request, and leaves the answer to the bot', async () => {
    const response = await post(async (req, res) => {
      res.writeHead(202, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ body: req.body, reference: req.reference }));
    }, JSON.stringify(activity));
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ body: activity, reference: response.headers.get('request-id') });
  });

  it('tells nothing of an error that the handler lets out', async () => {
    const response = await post(
      () => Promise.reject(new Error('secret at /srv/app/src')),
      JSON.stringify(activity),
    );
    const text = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([
      500,
      'application/problem+json',
    ]);
    expect(text).not.toMatch(/secret|root/);
    expect(text).toContain(response.headers.get('request-id'));
    expect(door?.log.at(-1)).toMatchObject({ level: 'error', facts: { route: 'POST /api/messages' } });
  });

  it('answers when the handler forgets to', async () => {
    expect((await post(async () => undefined, JSON.stringify(activity))).status).toBe(500);
  });

  it.each([
    ['no type', '{"text":"hi"}', 400],
    ['a number as type', '{"type":5}', 400],
    ['a list', '[{"type":"message"}]', 400],
    ['text', '"message"', 400],
    ['null', 'null', 400],
    ['nothing', '', 400],
    ['what is not JSON', '{', 400],
    ['more than 256 KiB', JSON.stringify({ ...activity, text: 'x'.repeat(262_144) }), 413],
    ['a million lists', `{"type":"message","value":${'['.repeat(100_000)}`, 400],
  ])('refuses %s before the bot sees it', async (_what, body, status) => {
    const seen = jest.fn();
    const response = await post(async () => void seen(), body, { 'content-type': 'application/json' });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json',
    ]);
    expect(seen).not.toHaveBeenCalled();
  });

  it('refuses another content type and another method', async () => {
    expect((await post(async () => undefined, '{}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await fetch(`${door!.url}/api/messages`)).status).toBe(405);
    expect((await fetch(`${door!.url}/api/messages`, { method: 'POST' })).status).toBe(400);
  });
});
