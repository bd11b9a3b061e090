import type { ListName } from '../../../application/lists/list-table';
import type { ReferralList } from '../../../application/lists/list-referrals';
import type { MakeButton, Way } from '../cards/make-button';
import type { DrawnCard } from '../cards/shown';
import type { Model } from '../cards/templates';
import { texts } from '../cards/answer-card';
import { money, whole } from '../cards/figures';
import { referralRow, type RowWish } from '../cards/list-row';
import { deskName } from '../cards/names';
import { defused, inline } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import { pointed } from '../cards/runs';
import type { StringKey } from '../cards/string-key';
import type { Drawing } from '../cards/drawing';
import { partButtons } from './list-parts';
import { MANY, type AnswerKind, type Eyes, type Showing } from './kind';

/** Counted exactly up to here; one more stands for "more than that". */
const EXACT = 1_000;

/** What these hold is being worked on; the other lists hold referrals of any kind. */
const DEALS: ReadonlySet<ListName> = new Set(['my-active-deals', 'all-deals']);
/** Those of one stage need not say it in each row. */
const ONE_STAGE: ReadonlySet<ListName> = new Set(['inbox', ...DEALS]);

function counted(reader: Reader, list: ReferralList): string {
  const total = list.total > EXACT ? reader.say('lists.many') : whole(reader, list.total);
  const to = list.from + list.rows.length - 1;
  const part = list.next !== undefined || list.from > 1;
  if (part) return reader.say('lists.page', { from: whole(reader, list.from), to: whole(reader, to), total });
  return reader.say(DEALS.has(list.list) ? 'lists.deals' : 'lists.total', { count: list.total, total });
}

/** "2 deals · €40,000 · $120,000.50". */
const inAll = (reader: Reader, list: ReferralList): string =>
  pointed(
    counted(reader, list),
    ...list.sums.slice(0, 10).map(({ currency, value }) => money(reader, value, currency)),
  );

function showMore(reader: Reader, list: ReferralList, make: MakeButton): Model[] {
  if (!list.next) return [];
  const { list: name, words, next: after } = list;
  const data = { list: name, words: words.slice(0, 200), after, from: list.from + list.rows.length };
  return [make({ verb: 'more-list', title: reader.say('buttons.show-more'), data })];
}

/** Some tenants are enough to know one's own by. */
const MOST_TENANTS = 5;

/** Whose Partner Center was searched, and where else it may be. */
function elsewhere(reader: Reader, tenants: readonly string[]): string {
  const named = tenants.slice(0, MOST_TENANTS).map((tenant) => inline(tenant, 60));
  return reader.say('lists.other-tenant', { tenants: named.join(reader.say('list-of')) });
}

/** What comes next when there is nothing. */
function nothing(reader: Reader, list: ReferralList, words: string): string {
  const empty = reader.say(list.bound ? `lists.empty.${list.list}` : 'lists.empty.unbound', { words });
  return list.tenants ? `${empty} ${elsewhere(reader, list.tenants)}` : empty;
}

/** Desks that cannot be asked are named, so that a list never looks whole that is not. */
function leftOut(reader: Reader, { leftOut: desks = [] }: ReferralList): string {
  if (desks.length === 0) return '';
  const names = desks.map((name) => deskName(reader, name));
  return reader.say('lists.left-out', { desks: names.join(reader.say('list-of')) });
}

const sentences = (parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .map((part) => (/[.?!…]$/u.test(part) ? part : `${part}.`))
    .join(' ');

export interface ListWish extends Pick<RowWish, 'verb' | 'told'> {
  /** The key of a title instead of the list's own. */
  readonly title?: StringKey;
}

/** How one comes back to this page once another has replaced it. */
const thisPage = ({ list, words }: ReferralList): Way => ({
  do: 'more-list',
  list,
  words: words.slice(0, 200),
});

/** One page of referrals, a button each; totals and sums above. */
export function drawList(
  { expand, reader, buttons }: Drawing,
  page: ReferralList,
  { surface, here }: Showing,
  wish: ListWish,
): DrawnCard {
  // A row's own moment is the same for all rows of a page.
  const of = reader(page, page.rows[0]?.now ?? 0);
  const make = buttons(surface, here ?? thisPage(page));
  const row = {
    verb: wish.verb,
    told: wish.told,
    stages: !ONE_STAGE.has(page.list),
    owners: page.list !== 'my-active-deals',
  };
  const words = inline(page.words, 100);
  const title = of.say(wish.title ?? `lists.${page.list}`);
  const searched =
    page.list !== 'search' || page.words === '' || page.rows.length === 0
      ? ''
      : of.say('lists.searched', { words });
  const said =
    page.rows.length === 0
      ? [nothing(of, page, words), leftOut(of, page)]
      : [
          pointed(wish.title === undefined ? inAll(of, page) : counted(of, page), searched),
          leftOut(of, page),
        ];
  const text = sentences([title, ...said]);
  const card = expand('list', {
    language: of.language,
    fallback: defused(text, 600),
    title,
    titleColor: 'Default',
    titleSize: 'Medium',
    texts: texts(...said),
    rows: page.rows.map((view) => referralRow(of, view, row, make)),
    buttons: [...showMore(of, page, make), ...(wish.verb === 'show' ? partButtons(of, page.list, make) : [])],
  });
  return { title, text, card };
}

/** Whose favourites they are is nobody else's. */
const FAVOURITES: ReadonlySet<ListName> = new Set(['favourites', 'leads-favourites', 'co-sell-favourites']);

/** An empty list tells of no desk. */
export const eyesOfList = ({ list, rows, desk }: ReferralList): Eyes =>
  FAVOURITES.has(list) ? 'person' : rows.length === 0 ? 'all' : { desk: desk ?? MANY };

export const listKind: AnswerKind<ReferralList> = {
  draw: (drawing, list, showing) => drawList(drawing, list, showing, { verb: 'show' }),
  eyes: eyesOfList,
};
