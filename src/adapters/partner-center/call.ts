import { request, type Dispatcher } from 'undici';

/** No answer of the Referrals API comes near to it: 100 records of some 20 KB. */
const MOST_BYTES = 8 * 1_048_576;

export interface Call {
  readonly method: 'GET' | 'PATCH' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Content =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'too-large' };

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  /** Names in lower case, a repeated one by its first value. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly content: Content;
}

/** No answer. `sent`: the other side may have got the request. */
export interface NoAnswer {
  readonly kind: 'no-answer';
  readonly sent: boolean;
  readonly problem: string;
}

/** Errors of the way there: no request has gone out. */
const BEFORE_SENDING = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'],
  ...[
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ],
  ...['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
]);

/** One attempt over HTTP: no redirect is followed, nothing is repeated. Never rejects. */
export async function call(
  sent: Call,
  limit: AbortSignal,
  dispatcher: Dispatcher,
): Promise<Answer | NoAnswer> {
  try {
    const response = await request(sent.url, {
      method: sent.method,
      headers: sent.headers,
      body: sent.body ?? null,
      signal: limit,
      dispatcher,
    });
    const bytes = await collect(response.body);
    return {
      kind: 'answer',
      status: response.statusCode,
      headers: Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [
          name,
          Array.isArray(value) ? value[0] : value,
        ]),
      ),
      content: bytes === 'too-large' ? { kind: 'too-large' } : contentOf(bytes),
    };
  } catch (error) {
    return noAnswer(error, limit);
  }
}

async function collect(body: Dispatcher.ResponseData['body']): Promise<Buffer | 'too-large'> {
  // Leaving the loop early destroys the body, which undici reports as an error of its own.
  body.on('error', () => undefined);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function contentOf(bytes: Buffer): Content {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') return { kind: 'empty' };
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: 'not-json' };
  }
}

function noAnswer(error: unknown, limit: AbortSignal): NoAnswer {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (BEFORE_SENDING.has(code)) {
    return { kind: 'no-answer', sent: false, problem: `Partner Center cannot be reached (${code})` };
  }
  if (limit.aborted)
    return { kind: 'no-answer', sent: true, problem: 'Partner Center did not answer in time' };
  const why = code === '' ? '' : ` (${code})`;
  return { kind: 'no-answer', sent: true, problem: `the connection to Partner Center was lost${why}` };
}
