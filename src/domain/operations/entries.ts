import type { Entry, Held } from '../deal/entries';
import { listProblem } from '../deal/editing';
import { listOf, type DealListId } from '../deal/lists';
import { chosenEntry, entryChoices } from '../forms/entry';
import type { Choice, Field } from '../forms/form';
import { intend } from '../referral/intents';
import type { Outcome } from '../referral/inputs';
import type { Referral } from '../referral/referral';
import type { Doing, Standing } from './operation';

/** Why a list may not become so: more than 50, alone beside others, none left where one is needed. */
export function listRefusal(
  id: DealListId,
  { current }: Doing,
  changes: readonly Held[],
): Outcome | undefined {
  const { kind, lists } = current;
  const problem = listProblem(listOf(id), { listed: lists[id], changes, kind });
  return problem && problem.kind !== 'incomplete' ? { kind: 'invalid', problem: problem.kind } : undefined;
}

/** The change of one list, on its way to Partner Center. */
export const withEntries = (
  { referral, id, by, facts }: Doing,
  list: DealListId,
  changes: readonly Held[],
): Referral => intend(referral, { id, by: { id: by.id, name: by.name }, change: { [list]: changes } }, facts);

/** "Read-only once first shared with Microsoft: customer contact name, phone, e-mail" (bulk-operations page). */
export const contactsFixed = ({ current }: Standing): Outcome | undefined =>
  current.kind === 'co-sell-inbound' || current.kind === 'co-sell-outbound'
    ? { kind: 'invalid', problem: 'shared' }
    : undefined;

/** What a form offers to choose of these lists; contacts that Microsoft has are fixed. */
export function choosing(...all: readonly DealListId[]) {
  const lists = (standing: Standing): readonly DealListId[] =>
    contactsFixed(standing) ? all.filter((id) => id !== 'contacts') : all;
  const choices = (standing: Standing): readonly Choice[] => entryChoices(standing.current, lists(standing));
  return {
    lists,
    field: (id: string, standing: Standing): Field => ({
      ...{ id, kind: 'choice', required: true, maxLength: 400, more: false },
      choices: choices(standing),
    }),
    hindered: (standing: Standing): Outcome | undefined =>
      choices(standing).length === 0 ? NOBODY : undefined,
    /** The entry that was chosen in that field. */
    chosen: (doing: Doing, id: string) => chosenEntry(doing.current, lists(doing), doing.answers[id] ?? ''),
  };
}

/** There is none to choose (any more). */
export const NOBODY: Outcome = { kind: 'invalid', problem: 'nobody' };

/** What was filled in over what stands there: an empty part stays as it is. */
export const over = (standing: Entry, written: Entry): Entry => ({ ...standing, ...written });
