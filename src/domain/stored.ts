import type { DocumentKind, Documents } from './documents';
import { migrate } from './migrate';

/** A stored body as a document of today; undefined: it cannot be read, or is not what it was stored as. */
export function revived<K extends DocumentKind>(
  kind: K,
  id: string,
  body: unknown,
): Documents[K] | undefined {
  if (!isOf(kind, id, body)) return undefined;
  try {
    return migrate(kind, body as unknown as Documents[K]);
  } catch {
    return undefined;
  }
}

function isOf(kind: DocumentKind, id: string, body: unknown): body is object {
  if (typeof body !== 'object' || body === null) return false;
  const { kind: of, id: named, version, outbox } = body as Readonly<Record<string, unknown>>;
  return of === kind && named === id && typeof version === 'number' && Array.isArray(outbox);
}
