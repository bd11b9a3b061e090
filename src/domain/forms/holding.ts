import type { Answers } from './form';

/** What a record holds, by key. `keyOf`: under which a form's field stands there, given what is filled in; without: its id. */
export interface Holding {
  readonly holds: Answers;
  readonly keyOf?: (field: string, held: Answers) => string;
}
