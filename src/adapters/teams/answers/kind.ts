import type { Drawing } from '../cards/drawing';
import type { Way } from '../cards/make-button';
import type { Drawn, ReaderOf, Surface } from '../cards/shown';

/** Whose eyes an answer is for: all who are there, the person alone, or the people of one desk. */
export type Eyes = 'all' | 'person' | { readonly desk: string };

/** What a dialog shows of it: a page, a sentence that ends it, or nothing more. */
export type Page = 'large' | 'medium' | 'sentence' | 'closed';

/** Where and for whom an answer is drawn. `here`: how one comes back to it. */
export interface Showing {
  readonly surface: Surface;
  readonly reader: ReaderOf;
  readonly here?: Way;
}

/** One kind of answer: how it is drawn on every surface, whose eyes it is for, and what a dialog makes of it. */
export interface AnswerKind<A> {
  draw(drawing: Drawing, answer: A, showing: Showing): Drawn;
  /** Left out: it is for all. */
  eyes?(answer: A): Eyes;
  /** Left out: a large page. */
  page?(answer: A): Page;
  /** It has a `Back` of its own. */
  goesBack?(answer: A): boolean;
}

/** Instead of a desk's id: of several desks, or of none that is known. */
export const MANY = 'many';
