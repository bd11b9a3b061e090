import { removing } from '../deal/editing';
import { choosing, listRefusal, NOBODY, withEntries } from './entries';
import type { ReferralOperation } from './operation';

const ENTRIES = choosing('colleagues', 'contacts', 'solutions');

/** A colleague, a contact or a solution comes off the deal. */
export const removeEntry: ReferralOperation = {
  on: 'referral',
  name: 'remove-entry',
  where: { accepted: 'involved' },
  audit: 'entry-removed',
  brings: true,
  hindered: ENTRIES.hindered,
  form: (about) => ({ name: 'remove-entry', fields: [ENTRIES.field('which', about)] }),
  refuses(doing) {
    const entry = ENTRIES.chosen(doing, 'which');
    return entry ? listRefusal(entry.list.id, doing, removing(entry.key)) : NOBODY;
  },
  change(doing) {
    const entry = ENTRIES.chosen(doing, 'which');
    return entry ? withEntries(doing, entry.list.id, removing(entry.key)) : doing.referral;
  },
};
