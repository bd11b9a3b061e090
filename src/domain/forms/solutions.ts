import { OWN, type KnownSolution } from '../deal/solution';
import type { Entry } from '../deal/entries';
import type { Answers, Form } from './form';
import { choosingKnown, type KnownThing } from './known';
import { oneLine } from './written-text';

/** The choice of a solution that is known. */
const KNOWN = 'knownSolution';

/** What a client asks for those that fit by. */
export const SOLUTIONS = 'solutions';

/** Two of one name are told apart by their id, or whose they are. */
function titled(known: readonly KnownSolution[]): readonly (readonly [string, KnownSolution])[] {
  const names = new Map<string, number>();
  for (const { name } of known) names.set(oneLine(name), (names.get(oneLine(name)) ?? 0) + 1);
  return known.map((one) => {
    const name = oneLine(one.name);
    return [names.get(name) === 1 ? name : `${name} (${one.id ?? one.solutionType ?? OWN})`, one];
  });
}

/** What each of them is called where one is chosen. */
export const solutionTitles = (known: readonly KnownSolution[]): readonly string[] =>
  titled(known).map(([title]) => title);

/** One of those known to choose, which fills in fields. `parts`: which part of an entry each of them is. */
export function choosingSolution(
  known: readonly KnownSolution[],
  parts: Readonly<Record<string, 'name' | 'id' | 'solutionType'>>,
  [named]: readonly [string],
): Required<Pick<Form, 'fields' | 'fills'>> {
  const says = (one: KnownSolution): Answers => {
    const entry: Entry = { solutionType: OWN, ...one };
    return Object.fromEntries(Object.entries(parts).map(([field, part]) => [field, entry[part] ?? '']));
  };
  return choosingKnown({
    ...{ id: KNOWN, fields: Object.keys(parts), search: SOLUTIONS, none: 'choices.another-solution' },
    known: titled(known).map(([title, one]): KnownThing => ({ title, says: says(one) })),
    offeredFor: { field: named, sure: true },
  });
}

/** The one that was chosen, as long as the name beside it is still its own. */
export function chosenSolution(
  known: readonly KnownSolution[],
  answers: Answers,
  name: string,
): KnownSolution | undefined {
  const [, one] = titled(known).find(([title]) => title === answers[KNOWN]) ?? [];
  return one && oneLine(one.name) === oneLine(name) ? one : undefined;
}
