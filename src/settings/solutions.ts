/** One of the company's own, ready for co-sell. `id`: Partner Center's. */
export interface Solution {
  readonly name: string;
  readonly id?: string;
}

/** `name` or `name=id`; the sandbox's company has one. */
export function solutionsOf(given: readonly string[], sandbox: boolean): readonly Solution[] {
  if (given.length === 0 && sandbox) return [{ name: 'Factory Insights', id: 'SOL-20411-CON' }];
  return given.map((text) => {
    const [name = '', id] = text.split('=').map((part) => part.trim());
    return id === undefined ? { name } : { name, id };
  });
}
