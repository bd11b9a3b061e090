import { request, type Dispatcher } from 'undici';

export interface FilesOptions {
  readonly allowed: (url: string) => boolean;
  /** How long one call may take, in ms of real time. */
  readonly timeoutMs: number;
  readonly dispatcher?: Dispatcher;
}

/** Why a file did not come. */
export type NoFile = 'not-allowed' | 'too-large' | 'unreachable';

/** Files of personal chats, which lie in people's OneDrive: one attempt, no redirect followed, and never a token. */
export interface Files {
  /** `most`: bytes. */
  download(url: string, most: number): Promise<{ readonly bytes: Buffer } | { readonly why: NoFile }>;
  /** Undefined: it lies there now. */
  upload(url: string, bytes: Buffer): Promise<Exclude<NoFile, 'too-large'> | undefined>;
}

export function createFiles({ allowed, timeoutMs, dispatcher }: FilesOptions): Files {
  const via = dispatcher ? { dispatcher } : {};
  return {
    async download(url, most) {
      if (!allowed(url)) return { why: 'not-allowed' };
      try {
        const { statusCode, body } = await request(url, { ...via, signal: AbortSignal.timeout(timeoutMs) });
        body.on('error', () => undefined);
        if (statusCode !== 200) {
          body.destroy();
          return { why: 'unreachable' };
        }
        return await whole(body as AsyncIterable<Buffer>, most);
      } catch {
        return { why: 'unreachable' };
      }
    },
    async upload(url, bytes) {
      if (!allowed(url)) return 'not-allowed';
      // In one piece ("Upload large files with an upload session", Microsoft Graph).
      const range = `bytes 0-${String(bytes.length - 1)}/${String(bytes.length)}`;
      const headers = { 'content-type': 'application/octet-stream', 'content-range': range };
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        const { statusCode, body } = await request(url, {
          ...{ ...via, method: 'PUT', headers, body: bytes, signal },
        });
        body.on('error', () => undefined).destroy();
        return statusCode >= 200 && statusCode < 300 ? undefined : 'unreachable';
      } catch {
        return 'unreachable';
      }
    },
  };
}

async function whole(
  body: AsyncIterable<Buffer>,
  most: number,
): Promise<{ readonly bytes: Buffer } | { readonly why: NoFile }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > most) return { why: 'too-large' };
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks) };
}
