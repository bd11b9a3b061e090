import { changing } from '../deal/editing';
import type { Held } from '../deal/entries';
import { listOf, type DealListId } from '../deal/lists';
import { choiceOf, entryFields, entryHolds, entryIn, entryKey } from '../forms/entry';
import type { Answers } from '../forms/form';
import { OWN_PARTS } from '../forms/people';
import { choosing, listRefusal, NOBODY, over, withEntries } from './entries';
import type { Doing, ReferralOperation } from './operation';

const PEOPLE = choosing('colleagues', 'contacts');
const PERSON = listOf('colleagues').needs;

function changed(doing: Doing): { readonly list: DealListId; readonly changes: readonly Held[] } | undefined {
  const chosen = PEOPLE.chosen(doing, 'who');
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
  brings: true,
  hindered: PEOPLE.hindered,
  form: (about) => ({
    name: 'change-person',
    fields: [PEOPLE.field('who', about), ...entryFields(listOf('colleagues'), PERSON, [])],
  }),
  stands: (about) => ({
    holds: Object.assign(
      {},
      ...PEOPLE.lists(about).map((id) =>
        entryHolds(about.current.lists[id], ({ key }) => choiceOf(id, key), OWN_PARTS),
      ),
    ) as Answers,
    keyOf: (field, { who = '' }) => entryKey(who, field),
  }),
  refuses(doing) {
    const done = changed(doing);
    return done ? listRefusal(done.list, doing, done.changes) : NOBODY;
  },
  change(doing) {
    const done = changed(doing);
    return done ? withEntries(doing, done.list, done.changes) : doing.referral;
  },
};
