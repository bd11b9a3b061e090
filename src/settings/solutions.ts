import type { KnownSolution } from '../domain/deal/solution';

const isSame = (one: KnownSolution, other: KnownSolution): boolean =>
  one.name.toLowerCase() === other.name.toLowerCase() && one.solutionType === other.solutionType;

/** The company's own as `name` or `name=id`, then those of the file; the sandbox's company has one. */
export function solutionsOf(
  given: readonly string[],
  listed: readonly KnownSolution[],
  sandbox: boolean,
): readonly KnownSolution[] {
  if (given.length + listed.length === 0 && sandbox)
    return [{ name: 'Factory Insights', id: 'SOL-20411-CON' }];
  const named = given.map((text): KnownSolution => {
    const [name = '', id] = text.split('=').map((part) => part.trim());
    return id === undefined ? { name } : { name, id };
  });
  return [...named.filter((one) => !listed.some((other) => isSame(one, other))), ...listed];
}
