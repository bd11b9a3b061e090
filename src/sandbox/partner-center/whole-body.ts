import { isDeepStrictEqual } from 'node:util';
import type { Resource } from '../../domain/record/resource';
import type { Operation } from './json-patch';
import { writableFields } from './writable';

type Json = Readonly<Record<string, unknown>>;

/** Fields that a client sends back as it got them, and that the service writes itself. */
const STAMPED = ['updatedDateTime', 'eTag', 'acceptedDateTime', 'closedDateTime', 'expirationDateTime'];

/**
 * A PUT's whole body as operations, or in words why not (update-a-referral page, obsolete since September 2020): `links`
 * must be stripped; what is read-only must be as it was.
 */
export function readWhole(before: Resource, body: unknown): readonly Operation[] | string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'The body must be a referral.';
  const given = body as Json;
  if ('links' in given) return 'links must not be sent.';
  const roots = new Set(writableFields.map(([root]) => root));
  const fixed = Object.keys(given).filter(
    (name) => !roots.has(name) && !STAMPED.includes(name) && !name.startsWith('@'),
  );
  const changed = fixed.find((name) => !isDeepStrictEqual(given[name], before[name]));
  if (changed !== undefined) return `${changed} is read-only.`;
  return writableFields.flatMap((parts) => {
    const value = parts.reduce<unknown>((at, part) => (at as Json | undefined | null)?.[part], given);
    return value === undefined ? [] : [{ op: 'replace' as const, parts, value }];
  });
}
