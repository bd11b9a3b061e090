import type { IncomingMessage } from 'node:http';
import { problem } from './problem';
import type { RouteReply } from './route';

/** Deeper than any real resource, shallow enough for every recursive reader behind this door. */
const MAX_DEPTH = 64;
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;\s*charset\s*=\s*"?(utf-?8|us-ascii)"?\s*)?$/i;
/** A key named `__proto__`, plain or with any letter escaped, changes the prototype of what it is copied onto. */
const MAY_HOLD_PROTO = /__proto__|\\u00[567]/i;

export type JsonBody =
  /** Of `readRaw`: the bytes. */
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly reply: RouteReply }
  /** The caller hung up before the end. */
  | { readonly kind: 'gone' };

const refused = (status: number, detail: string): JsonBody => ({
  kind: 'refused',
  reply: problem(status, detail),
});

/**
 * Reads a JSON body of at most `limit` bytes, counted while they come. This takes the place of restify's body
 * plug-ins: their gunzip ends the process on plain bytes, unpacks bombs past the limit and stores multipart files.
 */
export async function readJson(req: IncomingMessage, limit: number): Promise<JsonBody> {
  if (isEncoded(req)) return refused(415, NOT_ENCODED);
  const type = req.headers['content-type'];
  const length = req.headers['content-length'];
  if (type === undefined && req.headers['transfer-encoding'] === undefined && Number(length ?? '0') === 0) {
    return { kind: 'none' };
  }
  if (type === undefined || !JSON_TYPE.test(type)) {
    return refused(415, 'Send JSON in UTF-8, with the header "Content-Type: application/json".');
  }
  const bytes = await bytesOf(req, limit);
  return Buffer.isBuffer(bytes) ? parse(bytes) : bytes;
}

/** The very bytes of a body, by the same limits: what is signed is read as it came. */
export async function readRaw(req: IncomingMessage, limit: number): Promise<JsonBody> {
  if (isEncoded(req)) return refused(415, NOT_ENCODED);
  const bytes = await bytesOf(req, limit);
  return Buffer.isBuffer(bytes) ? { kind: 'json', value: bytes } : bytes;
}

const NOT_ENCODED = 'Send the body as it is: no content encoding is read here.';

const isEncoded = ({ headers }: IncomingMessage): boolean =>
  (headers['content-encoding'] ?? 'identity').trim().toLowerCase() !== 'identity';

async function bytesOf(req: IncomingMessage, limit: number): Promise<Buffer | JsonBody> {
  const length = req.headers['content-length'];
  const tooLarge = `The body is larger than ${limit} bytes.`;
  if (length !== undefined && Number(length) > limit) return refused(413, tooLarge);
  const bytes = await collect(req, limit);
  if (bytes === 'gone') return { kind: 'gone' };
  return bytes === 'too-large' ? refused(413, tooLarge) : bytes;
}

function collect(req: IncomingMessage, limit: number): Promise<Buffer | 'too-large' | 'gone'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      req.off('data', onData);
      // The rest is thrown away unread; the server's request time limit ends a caller who never stops.
      req.resume();
      resolve('too-large');
    };
    req.on('data', onData);
    req.once('end', () => resolve(Buffer.concat(chunks)));
    req.once('error', () => resolve('gone'));
    req.once('close', () => resolve('gone'));
  });
}

function parse(bytes: Buffer): JsonBody {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused(400, 'The body is not UTF-8.');
  }
  if (text.trim() === '') return refused(400, 'The body is empty; JSON is needed.');
  if (tooDeep(text)) return refused(400, `The JSON is nested deeper than ${MAX_DEPTH} levels.`);
  try {
    return { kind: 'json', value: JSON.parse(text, MAY_HOLD_PROTO.test(text) ? withoutProto : undefined) };
  } catch {
    return refused(400, 'The body is not JSON.');
  }
}

function withoutProto(_key: string, value: unknown): unknown {
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__')) {
    delete (value as Record<string, unknown>)['__proto__'];
  }
  return value;
}

/** Whether brackets outside of strings are open more than MAX_DEPTH at a time. */
function tooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charCodeAt(i);
    if (inString) {
      if (char === 0x5c) i += 1;
      else if (char === 0x22) inString = false;
    } else if (char === 0x22) inString = true;
    else if (char === 0x7b || char === 0x5b) {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (char === 0x7d || char === 0x5d) depth -= 1;
  }
  return false;
}
