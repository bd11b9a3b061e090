import type { CellProblem } from '../../domain/bulk/row';

/** A file as rows of cells, the first with the titles. `hash`: of a text, the same for the same text. */
export interface Sheet {
  readonly rows: readonly (readonly string[])[];
  readonly hash: (text: string) => string;
}

/** A row as spreadsheets number it: the titles are row 1. */
export interface RowProblem extends CellProblem {
  readonly row: number;
}

/** Why a file as a whole cannot be taken in; keys under `bulk.file` in the strings. */
export type FileProblem =
  | { readonly why: 'no-rows' | 'too-many-rows' | 'not-the-layout' }
  | { readonly why: 'columns-twice'; readonly columns: string };

/** What a file would do. `kept`: fields that people here have changed since, which stand; `there`: differs, and Partner Center alone can change it. */
export interface BulkCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly there: number;
  readonly kept: number;
}
