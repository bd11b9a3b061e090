import type { DocumentBase } from '../living/document';
import type { PersonRef } from '../person/person';
import type { Answers } from '../forms/form';
import type { DeskPlace } from '../operations/operation';
import type { Stood } from './stood';

/** One person's form in progress: what was sent is kept here, whatever surface it came from. */
export interface Draft extends DocumentBase {
  readonly kind: 'draft';
  /** The operation's name that it is filled in for. */
  readonly form: string;
  /** The referral's or the desk's id. */
  readonly of: string;
  readonly by: PersonRef;
  /** New for each time the form is begun: the id of the command that Save gives. */
  readonly command: string;
  readonly state: 'open' | 'done';
  readonly openedAt: number;
  readonly touchedAt: number;
  /** What the fields start with, as text. */
  readonly initial: Answers;
  /** What the person sent so far, as they wrote it (also when it has a problem). */
  readonly answers: Answers;
  /** Of a form about a record that others change, too. */
  readonly stood?: Stood;
  /** Typed words: the field that is asked for now. */
  readonly asking?: string;
  /** Of a form in steps: the one in view, known by its first field; absent: the first. */
  readonly step?: string;
  /** Of an operation on a desk: its channel. */
  readonly place?: DeskPlace;
  /** The newest ids of Teams activities applied to it, so that a repeated one is not applied twice. */
  readonly seen: readonly string[];
}

export const draftId = (person: string, form: string, of: string): string => `${person}|${form}|${of}`;
