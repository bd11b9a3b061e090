import type { DeskPlace } from '../../../domain/operations/operation';
import type { SeenPerson } from '../../../application/people/people';
import type { Person } from '../../../domain/person/person';

/** Where a turn happens. `thread`: the root of the channel's thread it was said in. */
export type Place =
  | { readonly kind: 'personal' }
  | { readonly kind: 'channel'; readonly place: DeskPlace; readonly thread?: string }
  | { readonly kind: 'group' };

/** One turn of one known person. */
export interface Turn {
  /** The activity's id, which a repeated delivery has too: commands are known by it. */
  readonly id: string;
  readonly seen: SeenPerson;
  readonly person: Person;
  readonly place: Place;
}
