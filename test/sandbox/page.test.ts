import net from 'node:net';
import vm from 'node:vm';
import { createHttpServer, type HttpServer } from '../../src/adapters/http/server';
import { pageRoutes } from '../../src/sandbox/page';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

let server: HttpServer;
let url: string;

beforeAll(async () => {
  server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    log: quiet,
    routes: pageRoutes(),
    messages: async (_req, res) => void res.end(),
    sandbox: true,
  });
  ({ url } = await server.listen());
});

afterAll(() => server.close());

const typeOf = (response: Response) => response.headers.get('content-type');

/** The status line's number for a path that is sent as it stands: fetch would tidy it up first. */
const statusOf = (path: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    let got = '';
    const socket = net.connect(Number(new URL(url).port), '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
    );
    socket.setEncoding('utf8').on('data', (chunk: string) => (got += chunk));
    socket.once('error', reject);
    socket.once('close', () => resolve({ status: Number(got.split(' ')[1]), body: got }));
  });

/** What a file of the page asks the browser to load. */
function asksFor(path: string, text: string): string[] {
  const found = path.endsWith('.js')
    ? [...text.matchAll(/^(?:import|\} from|import .* from) '(\.[^']+)'|from '(\.[^']+)'/gm)]
    : [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)];
  return found.map((match) => new URL((match[1] ?? match[2])!, url + path).pathname);
}

/** Every path that a browser loads for the page, with its answer. */
async function loadAll(): Promise<Map<string, { response: Response; text: string }>> {
  const loaded = new Map<string, { response: Response; text: string }>();
  const waiting = ['/'];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (loaded.has(path)) continue;
    const response = await fetch(url + path);
    const text = await response.text();
    loaded.set(path, { response, text });
    if (!path.startsWith('/page/vendor/')) waiting.push(...asksFor(path, text));
  }
  return loaded;
}

describe('the page', () => {
  it('serves everything that it asks the browser to load, each with its type', async () => {
    const loaded = await loadAll();

    const types = new Map([...loaded].map(([path, { response }]) => [path, typeOf(response)]));
    expect([...loaded].filter(([, { response }]) => response.status !== 200)).toEqual([]);
    expect(types.get('/')).toBe('text/html; charset=utf-8');
    expect(types.get('/page/style.css')).toBe('text/css; charset=utf-8');
    expect(types.get('/page/icon.svg')).toBe('image/svg+xml');
    expect(types.get('/page/main.js')).toBe('text/javascript; charset=utf-8');
    expect(types.get('/page/vendor/adaptivecards.js')).toBe('text/javascript; charset=utf-8');
    expect([...types.keys()]).toContain('/page/dom.js');
  });

  it('loads nothing from elsewhere, and its policy forbids inline scripts and styles', async () => {
    const loaded = await loadAll();
    const { response, text } = loaded.get('/')!;

    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(text).not.toMatch(
      /<script(?![^>]*\bsrc=)|<style|\bstyle=|\son[a-z]+=|(?:src|href)="(?!\/page\/)/i,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('never turns text into markup by itself', async () => {
    const own = [...(await loadAll())].filter(([path]) => !path.startsWith('/page/vendor/'));

    const risky = own.filter(([, { text }]) =>
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write/.test(text),
    );
    expect(risky.map(([path]) => path)).toEqual([]);
  });

  it('brings the two packages as scripts that make one global each', async () => {
    const browser = vm.createContext({ window: {}, self: {}, document: {} });
    for (const name of ['adaptivecards', 'markdown-it']) {
      vm.runInContext(await (await fetch(`${url}/page/vendor/${name}.js`)).text(), browser);
    }

    expect(vm.runInContext('typeof (this.AdaptiveCards ?? self.AdaptiveCards).AdaptiveCard', browser)).toBe(
      'function',
    );
    expect(vm.runInContext('typeof (this.markdownit ?? self.markdownit)', browser)).toBe('function');
  });

  it.each([
    '/page/',
    '/page/nothing.js',
    '/page/constructor',
    '/page/vendor/',
    '/page/vendor/main.js',
    '/page.ts',
  ])('answers 404 for %s', async (path) => {
    const response = await fetch(url + path);

    expect(response.status).toBe(404);
    expect(typeOf(response)).toBe('application/problem+json');
  });

  it.each([
    '/page/../page.ts',
    '/page/..%2fpage.ts',
    '/page/%2e%2e%2fpage.ts',
    '/page/%2e%2e/page.ts',
    '/page/vendor/../../page.ts',
    '/page/..%5cpage.ts',
    '/page//etc/passwd',
    '/page/%2fetc%2fpasswd',
    '/page/main.js%00.svg',
  ])('leads nowhere out of its folder: %s', async (path) => {
    const { status, body } = await statusOf(path);

    expect(status).toBe(404);
    expect(body).not.toContain('pageRoutes');
    expect(body).not.toContain('root:');
  });
});
