import type { Asking } from '../answers/asking';
import type { Answer } from '../answers/answer';
import type { Scope } from '../cards/look';

export type { Scope } from '../cards/look';

/** One row of the command table: help, the manifest and the tests are made from it. */
export interface Command {
  readonly name: string;
  readonly also: readonly string[];
  /** Whether words follow the name: without them it is another command's text, or asks for them. */
  readonly words: 'none' | 'follow';
  /** Where it answers; elsewhere the person reads where to say it. */
  readonly scopes: readonly Scope[];
  /** Who may, as help says it; the use case checks it at each call. */
  readonly may: 'anyone' | 'sellers' | 'admins';
  /** Where Teams offers it beside the compose box; at most 10 a scope. */
  readonly inManifest: readonly Scope[];
  /** Whether help lists it, in which places, and how early. */
  readonly inHelp: readonly Scope[];
  run(asking: Asking, words: string): Promise<Answer>;
  /** What it makes of a text that tells of a customer in a person's own words; undefined: of none that is known. */
  tell?(asking: Asking, text: string): Promise<Answer | undefined>;
  /** What it offers where that tells of a customer whom nobody here knows; undefined: nothing. */
  offer?(asking: Asking, text: string): Promise<Answer | undefined>;
}

/** Key of its description in the strings, and of what follows its name: `commands.my-active-deals`. */
export const commandKey = (command: Pick<Command, 'name'>): string => command.name.replaceAll(' ', '-');
