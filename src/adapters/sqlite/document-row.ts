import { minLeaser } from '../../domain/living/document';
import type { AnyDocument } from '../../domain/documents';
import type { Projection } from '../../domain/projection';
import type { Bindable } from './connection';

export type Project = (document: AnyDocument) => Projection;

/** The columns that each write sets, in the order of `valuesOf`. */
export const COLUMNS = [
  'version',
  'wake_at',
  'min_leaser',
  'min_reader',
  'stage',
  'owner',
  'desk',
  'urgency',
  'terms',
  'body',
] as const;

export interface DocumentRow {
  readonly values: readonly Bindable[];
  /** Words and keys as JSON. */
  readonly terms: string;
  readonly words: string;
  readonly keys: string;
}

/** A document as it is stored under `version`. */
export function rowOf(document: AnyDocument, version: number, project: Project): DocumentRow {
  const { stage, owner, desk, urgency, words, keys } = project(document);
  const terms = JSON.stringify([words, keys]);
  const values = [
    version,
    document.wakeAt,
    minLeaser(document),
    document.minReader,
    stage ?? null,
    owner ?? null,
    desk ?? null,
    urgency,
    terms,
    JSON.stringify({ ...document, version }),
  ];
  return { values, terms, words: JSON.stringify(words), keys: JSON.stringify(keys) };
}
