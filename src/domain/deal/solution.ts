import { SOLUTION_ASSESSMENT } from './lists';
import type { Entry } from './entries';

/** One's own, as the record has it: without a `solutionType` (inference). */
export const OWN = 'own';

/**
 * Whose a solution is, as the record's `solutionType` has it. "3P" is seen in the documents; that an own one has none, and the
 * other two, are inferences.
 */
export const SOLUTION_TYPES = [OWN, '1P', '3P', SOLUTION_ASSESSMENT.value] as const;

/** A solution that can be named here: of the deployment's catalogue, or of a deal. `id`: Partner Center's. */
export interface KnownSolution {
  readonly name: string;
  readonly id?: string;
  /** Absent: one's own. */
  readonly solutionType?: string;
}

/** Those that let a deal be shared with Microsoft: one's own of the catalogue, which are ready for co-sell. */
export const ownOf = (catalogue: readonly KnownSolution[]): readonly KnownSolution[] =>
  catalogue.filter(({ solutionType }) => solutionType === undefined);

const small = (text: string | undefined): string => (text ?? '').trim().toLowerCase();

/**
 * A solution named by a person: a reference by name (RES, Solution: `type` is None, Category or Name). One that is known
 * has the id of the catalogue, which a registration asks for, and its type. What was written goes before that.
 */
export function solutionEntry(written: Entry, catalogue: readonly KnownSolution[]): Entry {
  const fits = catalogue.filter(({ name }) => small(name) === small(written['name']));
  const known =
    fits.find(({ id }) => id === written['id']) ?? (written['id'] === undefined ? fits[0] : undefined);
  return { ...known, ...written, ...(known ? { name: known.name } : {}), type: 'Name' };
}
