import type { Loose, Program } from './program';

const inputsOf = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(inputsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type, id } = node as Loose;
  const own = typeof type === 'string' && type.startsWith('Input.') ? [String(id)] : [];
  return [...own, ...Object.values(node).flatMap(inputsOf)];
};

/** The dialog that is open for this person; null: none. */
export const dialogOf = (program: Program, person: string): Promise<Loose> =>
  program.get(`/sandbox/people/${encodeURIComponent(person)}/dialog`);

/**
 * Fills in the form that is open for this person, step by step, and ends it; answered with what the last press answered. A step that
 * is not taken stays; what is not asked for is left out.
 */
export async function fillIn(
  program: Program,
  {
    person,
    activity,
    unchecked,
  }: { readonly person: string; readonly activity: string; readonly unchecked?: true },
  button: string,
  inputs: Loose,
): Promise<Loose> {
  const left = new Map(Object.entries(inputs));
  for (;;) {
    const { card } = await dialogOf(program, person);
    const ids = inputsOf(card).filter((id) => left.has(id));
    const given = Object.fromEntries(ids.map((id) => [id, left.get(id)]));
    for (const id of ids) left.delete(id);
    const ends = !JSON.stringify(card).includes('"title":"Next"');
    const answer = await program.act({
      ...{ person, activity, button: ends ? button : 'Next' },
      inputs: given,
      ...(unchecked && { unchecked }),
    });
    if (ends || !answer.dialog || JSON.stringify(answer.dialog.card).includes('⚠')) return answer;
  }
}
