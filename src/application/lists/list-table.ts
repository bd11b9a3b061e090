import type { Person } from '../../domain/person/person';
import { CUSTOMER_KEY } from '../../domain/referral/customer-keys';
import { tabKey } from '../../domain/record/tabs';
import { lackKey } from '../../domain/referral/list-keys';
import { fold } from '../../domain/record/fold';
import { MOST_QUERY_WORDS } from '../../domain/referral/search-words';
import type { ListQuery } from '../ports/store';

const EXPIRING_MS = 3 * 86_400_000;

/** Who asks, for what words, and when (business time, ms). */
interface Asked {
  readonly by: Person;
  readonly words: string;
  readonly now: number;
}

/** A list there is: what it holds of the desks that the person belongs to. */
interface ListRow {
  query(asked: Asked): ListQuery;
  /** Of one's own: wherever it is, also of desks that one does not belong to any more. */
  readonly anywhere?: true;
  /** Of what this person has chosen. */
  readonly chosen?: true;
}

const keyed = (key: string): ListRow => ({ query: () => ({ key }) });

const favourites = ({ by }: Asked): ListQuery => ({ ids: by.favourites ?? [] });

/** To add a list: a row here, its strings under `lists` and `lists.empty`, and its command. */
const TABLE = {
  inbox: { query: () => ({ stage: 'received' }) },
  expiring: { query: ({ now }) => ({ dueBefore: now + EXPIRING_MS }) },
  'my-active-deals': { query: ({ by }) => ({ stage: 'accepted', owner: by.id }), anywhere: true },
  'my-active-deals-without-crm-id': {
    query: ({ by }) => ({ stage: 'accepted', owner: by.id, key: lackKey('crm-id') }),
    anywhere: true,
  },
  'all-deals': { query: () => ({ stage: 'accepted' }) },
  leads: keyed(tabKey('leads')),
  'leads-marketplace': keyed(tabKey('leads', 'marketplace')),
  'leads-qualified': keyed(tabKey('leads', 'qualified')),
  'co-sell': keyed(tabKey('co-sell')),
  'co-sell-inbound': keyed(tabKey('co-sell', 'inbound')),
  'co-sell-outbound': keyed(tabKey('co-sell', 'outbound')),
  favourites: { query: favourites, chosen: true },
  'leads-favourites': { query: (asked) => ({ ...favourites(asked), key: tabKey('leads') }), chosen: true },
  'co-sell-favourites': {
    query: (asked) => ({ ...favourites(asked), key: tabKey('co-sell') }),
    chosen: true,
  },
  archive: { query: () => ({ stage: 'archived' }) },
  'same-customer': {
    // Words that are no customer's key find nothing: other keys are nobody's to ask for.
    query: ({ words }) => ({ key: words.startsWith(CUSTOMER_KEY) ? words : CUSTOMER_KEY }),
  },
  search: { query: ({ words }) => ({ words: fold(words).slice(0, MOST_QUERY_WORDS) }) },
} as const satisfies Record<string, ListRow>;

export type ListName = keyof typeof TABLE;

export const listRow = (name: ListName): ListRow => TABLE[name];

/** What a button or another program may name. */
export const isListName = (name: string | undefined): name is ListName =>
  name !== undefined && Object.hasOwn(TABLE, name);
