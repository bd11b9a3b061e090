import { removing } from '../deal/editing';
import type { DealListId } from '../deal/lists';
import { chosenEntry, entryChoices } from '../forms/entry';
import { contactsFixed, listRefusal, withEntries } from './entries';
import type { Doing, ReferralOperation, Standing } from './operation';

/** Contacts that Microsoft has are fixed. */
const lists = (standing: Standing): readonly DealListId[] =>
  contactsFixed(standing) ? ['colleagues', 'solutions'] : ['colleagues', 'contacts', 'solutions'];

const chosen = (doing: Doing) => chosenEntry(doing.current, lists(doing), doing.answers['which'] ?? '');

/** A colleague, a contact or a solution comes off the deal. */
export const removeEntry: ReferralOperation = {
  on: 'referral',
  name: 'remove-entry',
  where: { accepted: 'involved' },
  audit: 'entry-removed',
  hindered: (standing) =>
    entryChoices(standing.current, lists(standing)).length === 0
      ? { kind: 'invalid', problem: 'nobody' }
      : undefined,
  form: (about) => ({
    name: 'remove-entry',
    fields: [
      {
        id: 'which',
        kind: 'choice',
        required: true,
        maxLength: 400,
        more: false,
        choices: entryChoices(about.current, lists(about)),
      },
    ],
  }),
  refuses(doing) {
    const entry = chosen(doing);
    return entry
      ? listRefusal(entry.list.id, doing, removing(entry.key))
      : { kind: 'invalid', problem: 'nobody' };
  },
  change(doing) {
    const entry = chosen(doing);
    return entry ? withEntries(doing, entry.list.id, removing(entry.key)) : doing.referral;
  },
};
