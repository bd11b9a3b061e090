import type { Draft } from '../draft/draft';
import type { Answers, Problem } from './form';

/** What a person sends to a form, from whichever surface. `activity`: the Teams activity's id. */
export type FormAnswerInput =
  /**
   * All fields at once, or the last step's (`step`: its first field). A field that is not in it keeps its value. `turn`: that of the
   * drawing that was filled in (`Stood`).
   */
  | { readonly kind: 'sheet'; readonly answers: Answers; readonly step?: string; readonly turn?: number }
  /** The fields of one step, known by its first one, and on to the next or back. */
  | {
      readonly kind: 'next' | 'previous';
      readonly answers: Answers;
      readonly step: string;
      readonly turn?: number;
    }
  /** Typed words: one or more fields. */
  | { readonly kind: 'words'; readonly answers: Answers; readonly activity: string }
  | { readonly kind: 'skip' | 'back' | 'save'; readonly activity: string }
  | { readonly kind: 'cancel' };

/**
 * What comes of it. asking: `draft.asking` is the next question; ready: all is answered, show it and wait for "save";
 * save: nothing is wrong with any field, `values` are what to work with. The draft stays open until the work is done.
 */
export type Answered =
  | {
      readonly result: 'asking' | 'ready' | 'cancelled';
      readonly draft: Draft;
      readonly problems: readonly [];
    }
  | { readonly result: 'problems'; readonly draft: Draft; readonly problems: readonly Problem[] }
  | {
      readonly result: 'save';
      readonly draft: Draft;
      readonly problems: readonly [];
      readonly values: Answers;
    };
