import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';

const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** NIST SP 800-38D: 96 bits are what GCM is made for. */
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts and authenticates a text under the first key (AES-256-GCM). A key is any text; scrypt makes the cipher's key
 * of it, with a new salt each time. Throws when there is no key.
 */
export function seal(keys: readonly string[], text: string): string {
  const [key] = keys;
  if (key === undefined || key === '') throw new Error('there is no key to seal with');
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, scryptSync(key, salt, KEY_BYTES), iv).setAAD(Buffer.from(VERSION));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [VERSION, ...[salt, iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join(
    '.',
  );
}

/** The text again, by whichever of the keys sealed it; undefined: none of them did, or it was tampered with. */
export function unseal(keys: readonly string[], sealed: string): string | undefined {
  const [version, ...encoded] = sealed.split('.');
  const [salt, iv, tag, data] = encoded.map((part) => Buffer.from(part, 'base64url'));
  if (version !== VERSION || encoded.length !== 4 || !salt || !iv || !tag || !data) return undefined;
  if (salt.length !== SALT_BYTES || iv.length !== IV_BYTES || tag.length !== TAG_BYTES) return undefined;
  for (const key of keys) {
    const text = opened(scryptSync(key, salt, KEY_BYTES), { iv, tag, data });
    if (text !== undefined) return text;
  }
  return undefined;
}

function opened(
  key: Buffer,
  { iv, tag, data }: { readonly iv: Buffer; readonly tag: Buffer; readonly data: Buffer },
): string | undefined {
  try {
    const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(VERSION)).setAuthTag(tag);
    return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
