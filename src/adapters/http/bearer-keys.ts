import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Compares a request's `Authorization: Bearer …` with the keys. The answer, the key's place or undefined, takes
 * the same time whatever differs.
 */
export function bearerKeys(
  keys: readonly string[],
): (authorization: string | undefined) => number | undefined {
  const digests = keys.map(digest);
  return (authorization) => {
    const given = digest(/^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? '');
    let found: number | undefined;
    digests.forEach((known, place) => {
      if (timingSafeEqual(known, given)) found = place;
    });
    return found;
  };
}
