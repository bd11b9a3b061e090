import type { EffectBase } from './effect';

/** What every living thing is stored as: one document, one alarm clock, one outbox. */
export interface DocumentBase<E extends EffectBase = EffectBase> {
  readonly id: string;
  /** The shape's number when it was written. */
  readonly schema: number;
  /** The oldest program (by its SCHEMA) that may read it. */
  readonly minReader: number;
  /** Counts the writes; 0 has never been stored. A save names the version it was read at. */
  readonly version: number;
  /** Business time (ms UTC) at which it needs something next; null: nothing. */
  readonly wakeAt: number | null;
  /** What is owed to the outside world, oldest first. */
  readonly outbox: readonly E[];
  /** The newest commands that changed it, newest last: a repeated one changes nothing and ends as it did before. */
  readonly commands: readonly DoneCommand[];
}

/** `did`: how it ended, by the outcome's name. */
export interface DoneCommand {
  readonly id: string;
  readonly did: string;
}

/** The number of the shapes and effects that this program knows. */
export const SCHEMA = 5;

/** Every kind but the referral can still be read by a program that knows schema 1; see `domain/migrate.ts`. */
export const NEW_DOCUMENT = {
  schema: SCHEMA,
  minReader: 1,
  version: 0,
  wakeAt: null,
  outbox: [],
  commands: [],
} as const;

const COMMANDS_KEPT = 50;

export function remember<D extends DocumentBase>(document: D, id: string, did: string): D {
  return { ...document, commands: [...document.commands, { id, did }].slice(-COMMANDS_KEPT) };
}

/** How a command ended the first time; undefined: it is new. */
export const doneBefore = (document: DocumentBase, command: string): string | undefined =>
  document.commands.find((one) => one.id === command)?.did;

/** The least program that can do all that a document owes: an older one must not lease it. */
export function minLeaser(document: Pick<DocumentBase, 'outbox' | 'minReader'>): number {
  return document.outbox.reduce((most, effect) => Math.max(most, effect.since), document.minReader);
}
