import type { Entry } from './entries';

/** One of one's own that Microsoft's catalogue has; `id`: its id there. */
export interface CoSellSolution {
  readonly name: string;
  readonly id?: string;
}

/**
 * A solution named by a person: a reference by name (RES, Solution: `type` is None, Category or Name). One that is known to
 * be one's own has its id, which a registration asks for.
 */
export function solutionEntry(written: Entry, coSell: readonly CoSellSolution[]): Entry {
  const name = (written['name'] ?? '').trim().toLowerCase();
  const known = coSell.find((one) => one.name.toLowerCase() === name);
  return {
    ...(known?.id === undefined ? {} : { id: known.id }),
    ...written,
    ...(known ? { name: known.name } : {}),
    type: 'Name',
  };
}
