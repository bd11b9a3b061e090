import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileUrlAllowed } from '../../../../src/adapters/teams/out/file-hosts';
import { createFiles } from '../../../../src/adapters/teams/out/files';
import { reply } from '../../partner-center/stub-service';

describe('where files may lie', () => {
  const live = fileUrlAllowed(false);
  it.each([
    'https://contoso-my.sharepoint.com/personal/a/_layouts/15/download.aspx?tempauth=x',
    'https://contoso.sharepoint.us/x',
    'https://contoso.sharepoint.cn/x',
  ])('%s', (url) => {
    expect(live(url)).toBe(true);
  });
  it.each([
    'http://contoso-my.sharepoint.com/x',
    'https://contoso-my.sharepoint.com:8443/x',
    'https://user:secret@contoso.sharepoint.com/x',
    'https://sharepoint.com/x',
    'https://evilsharepoint.com/x',
    'https://contoso.sharepoint.com.evil.example/x',
    'https://169.254.169.254/latest/meta-data',
    'http://127.0.0.1/x',
    'file:///etc/passwd',
    'no address',
    `https://contoso.sharepoint.com/${'x'.repeat(9_000)}`,
  ])('not %s', (url) => {
    expect(live(url)).toBe(false);
  });
  it('in sandbox mode this machine alone', () => {
    expect(fileUrlAllowed(true)('http://127.0.0.1:3978/sandbox/teams/files/1')).toBe(true);
    expect(fileUrlAllowed(true)('https://contoso.sharepoint.com/x')).toBe(false);
  });
});

describe('fetching and putting', () => {
  let server: http.Server;
  let address: string;
  const seen: { method?: string | undefined; range?: string | undefined; bytes: number; auth: boolean }[] =
    [];

  beforeAll(async () => {
    server = http.createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method, url, headers } = request;
        const range = headers['content-range'];
        seen.push({ method, range, bytes: Buffer.concat(chunks).length, auth: 'authorization' in headers });
        if (url === '/hangs') return;
        if (url === '/elsewhere') reply(response, 302, '', { location: '/whole' });
        else if (url === '/gone') reply(response, 404, 'gone');
        else reply(response, method === 'PUT' ? 201 : 200, 'x'.repeat(1_000));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const files = createFiles({ allowed: fileUrlAllowed(true), timeoutMs: 300 });

  it('brings what is no larger than it may be, without a token', async () => {
    expect(await files.download(`${address}/whole`, 1_000)).toMatchObject({
      bytes: Buffer.alloc(1_000, 'x'),
    });
    expect(await files.download(`${address}/whole`, 999)).toEqual({ why: 'too-large' });
    expect(seen.every(({ auth }) => !auth)).toBe(true);
  });

  it('follows nobody elsewhere, and does not wait for ever', async () => {
    for (const path of ['/elsewhere', '/gone', '/hangs'])
      expect(await files.download(`${address}${path}`, 1_000)).toEqual({ why: 'unreachable' });
    expect(await files.download('https://evil.example/x', 1_000)).toEqual({ why: 'not-allowed' });
  });

  it('puts a file in one piece, and only where it may', async () => {
    expect(await files.upload(`${address}/session`, Buffer.from('12345'))).toBeUndefined();
    expect(seen.at(-1)).toMatchObject({ method: 'PUT', range: 'bytes 0-4/5', bytes: 5, auth: false });
    const before = seen.length;
    expect(await files.upload('https://evil.example/x', Buffer.from('1'))).toBe('not-allowed');
    expect(seen).toHaveLength(before);
    expect(await files.upload(`${address}/gone`, Buffer.from('1'))).toBe('unreachable');
  });
});
