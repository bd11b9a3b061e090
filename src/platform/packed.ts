import { gunzipSync, gzipSync } from 'node:zlib';

/** Bytes as a short text, to be kept beside other text. */
export const packed = (bytes: Uint8Array): string => gzipSync(bytes).toString('base64');

/** And back. `most`: bytes that it may have at most; throws when it has more, or is none. */
export const unpacked = (text: string, most: number): Buffer =>
  gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: most });
