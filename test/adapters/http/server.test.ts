import type { Route } from '../../../src/adapters/http/route';
import { StoreBusy } from '../../../src/application/ports/faults';
import { openDoor, type OpenDoor } from './open-door';

const echo: Route['handle'] = async ({ params, query, method, path }) => ({
  status: 200,
  body: { params, query: [...query], method, path },
});

const routes: Route[] = [
  { method: 'GET', path: '/conversations/:id/members', handle: echo },
  { method: 'GET', path: '/page/*', handle: echo },
  { method: 'DELETE', path: '/things/:id', handle: async () => ({ status: 204 }) },
  { method: 'GET', path: '/text', handle: async () => ({ status: 200, body: 'grüezi' }) },
  {
    method: 'GET',
    path: '/html',
    handle: async () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<p>' }),
  },
  { method: 'GET', path: '/bytes', handle: async () => ({ status: 200, body: new Uint8Array([0, 255]) }) },
  { method: 'GET', path: '/throws', handle: () => Promise.reject(new Error('secret path /srv/app/x')) },
  { method: 'GET', path: '/busy', handle: () => Promise.reject(new StoreBusy()) },
  { method: 'GET', path: '/reset', handle: async () => ({ status: 200, fault: 'reset' }) },
];

describe('the HTTP door', () => {
  let door: OpenDoor;
  beforeAll(async () => {
    door = await openDoor({ routes });
  });
  afterAll(() => door.close());

  it('hands over ids of Teams whole, written plainly or percent-encoded', async () => {
    const id = '19:abc|def@thread.tacv2;messageid=1700000000000';
    for (const written of [id, encodeURIComponent(id), '%31' + encodeURIComponent(id.slice(1))]) {
      const response = await fetch(`${door.url}/conversations/${written}/members?a=1&a=2`);
      expect(await response.json()).toMatchObject({
        params: { id },
        query: [
          ['a', '1'],
          ['a', '2'],
        ],
      });
    }
    const long = `a:${'x'.repeat(900)}/ä%`;
    const response = await fetch(`${door.url}/conversations/${encodeURIComponent(long)}/members`);
    expect(await response.json()).toMatchObject({ params: { id: long } });
  });

  it('gives the rest of a path to a route that ends with *', async () => {
    const response = await fetch(`${door.url}/page/a/b%20c.js`);
    expect(await response.json()).toMatchObject({ params: { '*': 'a/b c.js' } });
  });

  it('sends text, pages and bytes with their own type, and answers HEAD without a body', async () => {
    const text = await fetch(`${door.url}/text`);
    expect([text.headers.get('content-type'), await text.text()]).toEqual([
      'text/plain; charset=utf-8',
      'grüezi',
    ]);
    expect((await fetch(`${door.url}/html`)).headers.get('content-type')).toBe('text/html');
    const bytes = await (await fetch(`${door.url}/bytes`)).arrayBuffer();
    expect([...new Uint8Array(bytes)]).toEqual([0, 255]);
    const head = await fetch(`${door.url}/text`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '7', '']);
    expect((await fetch(`${door.url}/things/1`, { method: 'DELETE' })).status).toBe(204);
  });

  it('answers what is not there with a problem that has the reference of the log', async () => {
    const response = await fetch(`${door.url}/nowhere?token=abc`);
    const body = (await response.json()) as { reference: string };
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Not found',
      status: 404,
      detail: 'There is nothing at this address.',
      reference: response.headers.get('request-id'),
    });
    expect(door.log.at(-1)?.facts).toMatchObject({ reference: body.reference, status: 404 });
  });

  it('names the methods an address takes when it gets another', async () => {
    const response = await fetch(`${door.url}/text`, { method: 'PUT' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect(await response.json()).toMatchObject({ status: 405, title: 'Method not allowed' });
  });

  it('keeps the text of an error to the log', async () => {
    const response = await fetch(`${door.url}/throws`);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toMatch(/secret|root|at /);
    const logged = door.log.find(({ line }) => line === 'request failed');
    expect(logged?.facts).toMatchObject({ route: 'GET /throws', err: new Error('secret path /srv/app/x') });
    expect(text).toContain(String(logged?.facts['reference']));
  });

  it('says 503 and when to come back while the store is busy', async () => {
    const response = await fetch(`${door.url}/busy`);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  });

  it('cuts the connection when a fault says so', async () => {
    await expect(fetch(`${door.url}/reset`)).rejects.toThrow('fetch failed');
  });

  it.each([
    ['a Host header that is no name', 'GET /text HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n'],
    ['an escape that is none', 'GET /page/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['bytes that are no UTF-8', 'GET /page/%ff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['an address that is none', 'GET http://[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['what is not HTTP', 'hello\r\n\r\n'],
  ])('survives %s and answers 400', async (_what, bytes) => {
    const answer = await door.raw(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toMatch(/application\/problem\+json[\s\S]*"status":400[\s\S]*"reference":"/);
    expect((await fetch(`${door.url}/text`)).status).toBe(200);
  });

  it('answers headers beyond all measure with 431', async () => {
    const answer = await door.raw(`GET /text HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 [\s\S]*"title":"Headers too large"/);
  });

  it('does not leave an attempt to upgrade the connection without an answer', async () => {
    const answer = await door.raw(
      'GET /text HTTP/1.1\r\nHost: a\r\nConnection: upgrade, close\r\nUpgrade: websocket\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('says plainly that a port is taken', async () => {
    await expect(openDoor({ port: door.port })).rejects.toThrow(
      `cannot listen on 127.0.0.1, port ${door.port}: another program listens there`,
    );
  });
});

describe('the HTTP door of the sandbox', () => {
  let door: OpenDoor;
  beforeAll(async () => {
    door = await openDoor({ routes, sandbox: true });
  });
  afterAll(() => door.close());

  const get = (host: string, more = ''): Promise<string> =>
    door.raw(`GET /text HTTP/1.1\r\n${host}${more}Connection: close\r\n\r\n`);

  it.each(['localhost', 'localhost:3978', '127.0.0.1:1', '[::1]:3978', 'LOCALHOST'])(
    'answers under %s',
    async (host) => {
      expect(await get(`Host: ${host}\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
    },
  );

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '0.0.0.0', 'x@localhost.com'])(
    'does not answer under %s',
    async (host) => {
      expect(await get(`Host: ${host}\r\n`)).toMatch(/^HTTP\/1\.1 421 [\s\S]*problem\+json/);
    },
  );

  it('does not answer a page from elsewhere', async () => {
    expect(await get('Host: localhost\r\n', 'Origin: https://evil.example\r\n')).toMatch(/^HTTP\/1\.1 403 /);
    expect(await get('Host: localhost\r\n', 'Origin: null\r\n')).toMatch(/^HTTP\/1\.1 403 /);
    expect(await get('Host: localhost\r\n', 'Origin: http://localhost:3978\r\n')).toMatch(/^HTTP\/1\.1 200 /);
  });
});
