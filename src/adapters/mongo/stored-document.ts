import type { AnyDocument, DocumentKind } from '../../domain/documents';
import { minLeaser } from '../../domain/living/document';
import type { Projection } from '../../domain/projection';
import { revived } from '../../domain/stored';
import { bodyOf, documentIn, type StoredBody } from './bodies';

export type Project = (document: AnyDocument) => Projection;

/** What a document is found by. */
export interface ProjectedFields {
  readonly stage: string | null;
  readonly owner: string | null;
  readonly desk: string | null;
  readonly urgency: number;
  readonly dueAt: number | null;
  readonly money: { readonly currency: string; readonly value: string } | null;
  readonly words: readonly string[];
  readonly keys: readonly string[];
}

/** What each write sets: the projected fields, and the document itself. */
interface WrittenFields extends ProjectedFields, StoredBody {
  readonly version: number;
  readonly wakeAt: number | null;
  readonly minLeaser: number;
  readonly minReader: number;
  readonly setAside: boolean;
}

export interface StoredDocument extends WrittenFields {
  /** `<kind>:<id>`. */
  readonly _id: string;
  readonly kind: DocumentKind;
  readonly id: string;
  readonly leasedUntil: number | null;
  readonly leaseHolder: string | null;
}

/** Bodies were text before schema 2: an older program must not read what is stored here. */
const OLDEST_READER = 2;

export const storedId = (kind: DocumentKind, id: string): string => `${kind}:${id}`;

/** A document as it is stored under `version`. */
export function fieldsOf(document: AnyDocument, version: number, project: Project): WrittenFields {
  const minReader = Math.max(document.minReader, OLDEST_READER);
  return {
    version,
    wakeAt: document.wakeAt,
    minLeaser: Math.max(minLeaser(document), minReader),
    minReader,
    setAside: false,
    ...projectedOf(project(document)),
    ...bodyOf({ ...document, version }),
  };
}

export function projectedOf(projection: Projection): ProjectedFields {
  const { stage, owner, desk, urgency, dueAt, money, words, keys } = projection;
  return {
    stage: stage ?? null,
    owner: owner ?? null,
    desk: desk ?? null,
    urgency,
    dueAt: dueAt ?? null,
    money: money ?? null,
    words,
    keys,
  };
}

/** Undefined: its body cannot be read. */
export function documentOf(
  stored: Pick<StoredDocument, 'kind' | 'id' | 'body' | 'escaped'>,
): AnyDocument | undefined {
  let body: unknown;
  try {
    body = documentIn(stored);
  } catch {
    return undefined;
  }
  return revived(stored.kind, stored.id, body);
}
