import type { Asking } from '../answers/asking';
import type { Answer } from '../answers/answer';
import type { Command } from './command';

const MARKS = /(?<![\s!?.,;])[\s!?.,;]+$/u;
/** "tailspin is lost", "tailspin has been won". */
const BETWEEN = / (?:is|was|got|has been|have been)$/i;

/**
 * "tailspin lost": the customer first, then what is to be done. Undefined: it ends with no such command, or no customer is
 * called what stands before it.
 */
export async function customerFirst(
  table: readonly Command[],
  asking: Asking,
  text: string,
): Promise<Answer | undefined> {
  const [, before = '', last = ''] = /^(.{2,100}) (\S+)$/su.exec(text.trim().replace(MARKS, '')) ?? [];
  const command = table.find(
    ({ name, also, words, may, scopes }) =>
      words === 'follow' &&
      may === 'sellers' &&
      scopes.length > 1 &&
      [name, ...also].includes(last.toLowerCase()),
  );
  if (!command) return undefined;
  const customer = before.replace(MARKS, '').replace(BETWEEN, '');
  const found = await asking.useCases.lists.find(customer, asking.turn.person, { name: 'words' });
  return found.kind === 'none' ? undefined : command.run(asking, customer);
}
