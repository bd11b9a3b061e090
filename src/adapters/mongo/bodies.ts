import type { Document } from 'mongodb';
import type { AnyDocument } from '../../domain/documents';

/** A document as MongoDB holds it. */
export interface StoredBody {
  /** As it is, so that the database's own tools can ask it; text where it cannot be (and as the first version wrote it). */
  readonly body: Document | string;
  /** Some field names are written as `nameIn` says. */
  readonly escaped: boolean;
}

/** MongoDB takes 100 levels; the body is one. */
const DEEPEST = 90;
/** What a field's name cannot have everywhere (https://www.mongodb.com/docs/manual/core/dot-dollar-considerations/). */
const SPECIAL = /[$.\0]/;

export function bodyOf(document: AnyDocument): StoredBody {
  const names = namesIn(document, 1);
  if (names === 'too deep') return { body: JSON.stringify(document), escaped: false };
  const escaped = names === 'special';
  return { body: (escaped ? renamed(document, nameIn) : document) as Document, escaped };
}

/** What `bodyOf` was given. Throws when it is text and no JSON. */
export function documentIn({ body, escaped }: StoredBody): unknown {
  if (typeof body === 'string') return JSON.parse(body);
  return escaped ? renamed(body, nameOut) : body;
}

const nameIn = (name: string): string =>
  name.replace(/[%$.\0]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
const nameOut = (name: string): string =>
  name.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function namesIn(value: unknown, depth: number): 'plain' | 'special' | 'too deep' {
  if (typeof value !== 'object' || value === null) return 'plain';
  if (depth > DEEPEST) return 'too deep';
  let found: 'plain' | 'special' = 'plain';
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value) && SPECIAL.test(name)) found = 'special';
    const deeper = namesIn(inner, depth + 1);
    if (deeper === 'too deep') return deeper;
    if (deeper === 'special') found = deeper;
  }
  return found;
}

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => renamed(inner, rename));
  // `fromEntries` makes a field of every name, `__proto__` too.
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [rename(name), renamed(inner, rename)]),
  );
}
