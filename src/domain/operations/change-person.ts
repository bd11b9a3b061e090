import { changing } from '../deal/editing';
import type { Held } from '../deal/entries';
import type { DealListId } from '../deal/lists';
import { listOf } from '../deal/lists';
import { chosenEntry, entryChoices, entryFields, entryIn } from '../forms/entry';
import type { Form } from '../forms/form';
import { contactsFixed, listRefusal, over, withEntries } from './entries';
import type { Doing, ReferralOperation, Standing } from './operation';

const PERSON = ['firstName', 'lastName', 'phone', 'email'] as const;

/** Contacts that Microsoft has are fixed. */
const lists = (standing: Standing): readonly DealListId[] =>
  contactsFixed(standing) ? ['colleagues'] : ['colleagues', 'contacts'];

const changeForm = (standing: Standing): Form => ({
  name: 'change-person',
  fields: [
    {
      id: 'who',
      kind: 'choice',
      required: true,
      maxLength: 400,
      more: false,
      choices: entryChoices(standing.current, lists(standing)),
    },
    ...entryFields(listOf('colleagues'), PERSON, []),
  ],
});

function changed(doing: Doing): { readonly list: DealListId; readonly changes: readonly Held[] } | undefined {
  const chosen = chosenEntry(doing.current, lists(doing), doing.answers['who'] ?? '');
  if (!chosen) return undefined;
  const { list, key, entry } = chosen;
  return { list: list.id, changes: changing(list, key, over(entry, entryIn(PERSON, doing.answers))) };
}

/** Another number, address or name of somebody on the deal; what is left empty stays. */
export const changePerson: ReferralOperation = {
  on: 'referral',
  name: 'change-person',
  where: { accepted: 'involved' },
  audit: 'person-changed',
  hindered: (standing) =>
    entryChoices(standing.current, lists(standing)).length === 0
      ? { kind: 'invalid', problem: 'nobody' }
      : undefined,
  form: changeForm,
  refuses(doing) {
    const done = changed(doing);
    return done ? listRefusal(done.list, doing, done.changes) : { kind: 'invalid', problem: 'nobody' };
  },
  change(doing) {
    const done = changed(doing);
    return done ? withEntries(doing, done.list, done.changes) : doing.referral;
  },
};
