import { once } from 'node:events';
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Route } from '../../../src/adapters/http/route';
import { openDoor, type OpenDoor } from './open-door';

const JSON_TYPE = { 'content-type': 'application/json' };
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('bodies at the HTTP door', () => {
  let door: OpenDoor;
  let bodies: unknown[] = [];
  beforeAll(async () => {
    const handle: Route['handle'] = async ({ body }) => {
      bodies.push(body);
      return { status: 200, body: { seen: typeof body } };
    };
    const routes: Route[] = [
      { method: 'POST', path: '/echo', maxBody: 1_000, handle },
      { method: 'PATCH', path: '/echo', handle },
    ];
    door = await openDoor({ routes, requestTimeoutMs: 500 });
  });
  beforeEach(() => (bodies = []));
  afterAll(() => door.close());

  const refused = async (response: Response, status: number, words: RegExp): Promise<void> => {
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const body = (await response.json()) as { status: number; detail: string; reference: string };
    expect(body).toMatchObject({ status, reference: response.headers.get('request-id') });
    expect(body.detail).toMatch(words);
    expect(response.status).toBe(status);
    expect(bodies).toEqual([]);
  };

  it('reads JSON of any JSON type in UTF-8, also with a byte order mark', async () => {
    await door.post('/echo', '{"a":"ä"}');
    await door.post('/echo', '\ufeff{"a":1}', { 'content-type': 'application/json; charset=UTF-8' });
    await fetch(`${door.url}/echo`, {
      method: 'PATCH',
      body: '[]',
      headers: { 'content-type': 'application/json-patch+json', 'content-encoding': 'identity' },
    });
    expect(bodies).toEqual([{ a: 'ä' }, { a: 1 }, []]);
  });

  it('a request without a body has none, whatever its method', async () => {
    expect((await fetch(`${door.url}/echo`, { method: 'POST' })).status).toBe(200);
    expect(bodies).toEqual([undefined]);
  });

  it.each([
    ['a gzip header on plain bytes', '{}', { ...JSON_TYPE, 'content-encoding': 'gzip' }],
    ['a gzip bomb', gzipSync(Buffer.alloc(20_000_000)), { ...JSON_TYPE, 'content-encoding': 'gzip' }],
    ['another encoding', '{}', { ...JSON_TYPE, 'content-encoding': 'br' }],
    ['a multipart upload', '--x\r\n\r\nfile\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['text', '{}', { 'content-type': 'text/plain' }],
    ['no type', new Uint8Array([123, 125]), {}],
    ['another charset', '{}', { 'content-type': 'application/json; charset=utf-16' }],
  ])('refuses %s with 415', async (_what, body, headers) => {
    await refused(await door.post('/echo', body, headers), 415, /Content-Type|content encoding/);
  });

  it.each([
    ['nothing', '', /empty/],
    ['spaces', ' \n ', /empty/],
    ['what is not JSON', '{"a":', /not JSON/],
    ['what is not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), /not UTF-8/],
    ['lists in lists', nested(65), /deeper than 64/],
    ['a million open lists', nested(490), /deeper than 64/],
  ])('refuses %s with 400', async (_what, body, words) => {
    await refused(await door.post('/echo', body), 400, words);
  });

  it('takes 64 levels, and brackets in text do not count', async () => {
    expect((await door.post('/echo', nested(64))).status).toBe(200);
    expect((await door.post('/echo', JSON.stringify({ a: `\\"${'['.repeat(100)}` }))).status).toBe(200);
  });

  it('refuses a body over the route’s limit, announced or counted while it comes', async () => {
    const tooLarge = JSON.stringify('x'.repeat(1_000));
    await refused(await door.post('/echo', tooLarge), 413, /larger than 1000 bytes/);
    const chunk = `190\r\n${'x'.repeat(400)}\r\n`;
    const answer = await door.raw(
      `POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(3)}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*larger than 1000 bytes/);
    expect(bodies).toEqual([]);
  });

  it('a body of exactly the limit is taken', async () => {
    expect((await door.post('/echo', JSON.stringify('x'.repeat(998)))).status).toBe(200);
  });

  it('keys that would change a prototype are dropped, however they are written', async () => {
    await door.post(
      '/echo',
      '{"__proto__":{"admin":true},"a":{"\\u005f_pr\\u006fto__":{"admin":true},"b":1}}',
    );
    expect(bodies).toEqual([{ a: { b: 1 } }]);
    expect(JSON.stringify(bodies)).toBe('[{"a":{"b":1}}]');
    const merged = Object.assign({}, bodies[0]) as { admin?: boolean };
    expect(merged.admin).toBeUndefined();
  });

  it('ends a request that does not arrive in time', async () => {
    const answer = await door.raw(
      'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*problem\+json[\s\S]*"title":"Too slow"/);
    expect(bodies).toEqual([]);
  });

  it('is not disturbed by a caller who hangs up half way', async () => {
    const half = net.connect(door.port, '127.0.0.1');
    half.write(
      'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{',
    );
    half.destroySoon();
    await once(half, 'close');
    expect((await door.post('/echo', '{}')).status).toBe(200);
    expect(bodies).toEqual([{}]);
  });
});
