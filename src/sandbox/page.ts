import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Route, RouteReply } from '../adapters/http/route';
import { problem } from '../adapters/http/problem';

const FOLDER = join(__dirname, 'page');
const START = 'index.html';
const GALLERY = 'gallery.html';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Browser builds of packages: each makes one global. */
const VENDOR: Readonly<Record<string, () => string>> = {
  'vendor/adaptivecards.js': () => require.resolve('adaptivecards/dist/adaptivecards.min.js'),
  'vendor/markdown-it.js': () => require.resolve('markdown-it/dist/markdown-it.min.js'),
};

/** Only what this address itself serves; style by script stays allowed, style in markup is not. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface File {
  readonly bytes: Buffer;
  readonly type: string;
}

/** GET /, /sandbox/cards and /page/*: the sandbox's page, and every card in every state. The files are found by name among those there are, and read once. */
export function pageRoutes(): Route[] {
  const paths = filePaths();
  const read = new Map<string, File>();
  const serve = async (name: string): Promise<RouteReply> => {
    const path = paths.get(name);
    if (path === undefined) return problem(404, 'The page has no such file.');
    const file = read.get(name) ?? readFile(path());
    read.set(name, file);
    return { status: 200, headers: headersOf(file), body: file.bytes };
  };
  return [
    { method: 'GET', path: '/', handle: () => serve(START) },
    { method: 'GET', path: '/sandbox/cards', handle: () => serve(GALLERY) },
    { method: 'GET', path: '/page/*', handle: (request) => serve(request.params['*'] ?? '') },
  ];
}

function filePaths(): ReadonlyMap<string, () => string> {
  const own = readdirSync(FOLDER).filter((name) => TYPES[extname(name)] !== undefined);
  return new Map([
    ...own.map((name) => [name, () => join(FOLDER, name)] as const),
    ...Object.entries(VENDOR),
  ]);
}

const readFile = (path: string): File => ({
  bytes: readFileSync(path),
  type: TYPES[extname(path)] ?? 'application/octet-stream',
});

const headersOf = (file: File): Readonly<Record<string, string>> => ({
  'content-type': file.type,
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
});
