import type { AnyDocument, DocumentKind } from '../../domain/documents';
import { minLeaser } from '../../domain/living/document';
import type { Projection } from '../../domain/projection';

export type Project = (document: AnyDocument) => Projection;

/** What each write sets: the projected fields, and the document itself. */
interface WrittenFields {
  readonly version: number;
  readonly wakeAt: number | null;
  readonly minLeaser: number;
  readonly minReader: number;
  readonly stage: string | null;
  readonly owner: string | null;
  readonly desk: string | null;
  readonly urgency: number;
  readonly words: readonly string[];
  readonly keys: readonly string[];
  /** JSON text, as in SQLite: Partner Center's field names and numbers come back just as they came. */
  readonly body: string;
}

export interface StoredDocument extends WrittenFields {
  /** `<kind>:<id>`. */
  readonly _id: string;
  readonly kind: DocumentKind;
  readonly id: string;
  readonly leasedUntil: number | null;
  readonly leaseHolder: string | null;
}

export const storedId = (kind: DocumentKind, id: string): string => `${kind}:${id}`;

/** A document as it is stored under `version`. */
export function fieldsOf(document: AnyDocument, version: number, project: Project): WrittenFields {
  const { stage, owner, desk, urgency, words, keys } = project(document);
  return {
    version,
    wakeAt: document.wakeAt,
    minLeaser: minLeaser(document),
    minReader: document.minReader,
    stage: stage ?? null,
    owner: owner ?? null,
    desk: desk ?? null,
    urgency,
    words,
    keys,
    body: JSON.stringify({ ...document, version }),
  };
}
