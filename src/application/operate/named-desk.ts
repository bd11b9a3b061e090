import type { Desk } from '../../domain/desk/desk';
import type { Person } from '../../domain/person/person';
import { fold } from '../../domain/record/fold';
import { boundDesks } from '../desks/bound';
import { adminOnly } from '../people/admin-only';
import { mayBind } from '../people/membership';
import { Unavailable } from '../ports/faults';
import type { World } from '../ports/world';
import { beginOnDesk } from './begin';
import type { FormAnswer } from './form-answer';
import type { Refusal } from '../people/refusal';

/** More desks than these (by name) than one can be meant. */
export interface WhichDesk {
  readonly kind: 'which-desk';
  readonly desks: readonly string[];
}

const MOST_DESKS = 200;

/**
 * The desk that somebody means who is somewhere else than in its channel, which may be gone. `words`: some of its name; without any
 * the only one that this person may set up. `may`: where others may, too.
 */
export async function namedDesk(
  world: World,
  words: string,
  by: Person,
  may: (desk: Desk) => boolean = () => false,
): Promise<Desk | Refusal | WhichDesk> {
  const all = await boundDesks(world.store, MOST_DESKS);
  if (all.length === 0) return { kind: 'no-desk' };
  const allowed = await Promise.all(all.map(async (desk) => may(desk) || (await maySetUp(world, desk, by))));
  const theirs = all.filter((_, at) => allowed[at]);
  if (theirs.length === 0) return adminOnly(world, all.length === 1 ? all[0] : undefined);
  const [desk, ...more] = meant(theirs, words);
  if (!desk || more.length > 0) return { kind: 'which-desk', desks: theirs.map((one) => one.name) };
  return desk;
}

/** Begins an operation on it. */
export async function beginOnNamed(
  world: World,
  name: string,
  words: string,
  by: Person,
): Promise<FormAnswer | WhichDesk> {
  const desk = await namedDesk(world, words, by);
  if (desk.kind !== 'desk') return desk;
  return beginOnDesk(world, name, { ...desk, channel: desk.id }, [], by);
}

/** Of a team that cannot be asked only those are known who are named for something. */
export async function maySetUp(world: World, desk: Desk, by: Person): Promise<boolean> {
  try {
    return await mayBind(world, { ...desk, channel: desk.id }, desk, by);
  } catch (fault) {
    if (fault instanceof Unavailable) return false;
    throw fault;
  }
}

/** Those whose name is said, else those that have all these words in it. */
function meant(desks: readonly Desk[], words: string): readonly Desk[] {
  const said = fold(words);
  const same = desks.filter((desk) => fold(desk.name).join(' ') === said.join(' '));
  if (same.length > 0) return same;
  return desks.filter((desk) => said.every((word) => fold(desk.name).some((part) => part.startsWith(word))));
}
