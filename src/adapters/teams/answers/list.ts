import type { ReferralList } from '../../../application/use-cases';
import type { ClockView, ReferralView } from '../../../application/ports/messages';
import type { ClockName } from '../../../domain/referral/clock-name';
import { CLOCKS } from '../../../domain/referral/clocks';
import type { ButtonVerb, MakeButton } from '../cards/make-button';
import type { DrawnCard } from '../cards/shown';
import type { Model } from '../cards/templates';
import { texts } from '../cards/answer-card';
import { DEAL_FIELDS, type DealField, type ValueKind } from '../../../domain/deal/fields';
import { fieldValue } from '../cards/field-value';
import { money, whole } from '../cards/figures';
import { dated, moment } from '../cards/moments';
import { deskName, kindAndSender } from '../cards/names';
import { defused, inline, line } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import { namedByRow, type StringKey } from '../cards/string-key';
import type { Drawing } from '../cards/drawing';
import { partButtons } from './list-parts';
import { MANY, type AnswerKind, type Eyes, type Showing } from './kind';

/** Counted exactly up to here; one more stands for "more than that". */
const EXACT = 1_000;

/** The deal's first field of a kind in words, '' without one. */
function figure(
  reader: Reader,
  { deal }: ReferralView['current'],
  kind: ValueKind,
  said = (_field: DealField, value: string): string => value,
): string {
  const field = DEAL_FIELDS.find((one) => one.kind === kind);
  const value = field ? fieldValue(reader, deal, field, 60) : '';
  return field && value !== '' ? said(field, value) : '';
}

function deadline(reader: Reader, view: ReferralView): string {
  const { current, clocks } = view;
  if (current.stage === 'archived') {
    return current.closedAt === undefined
      ? ''
      : reader.say('lists.closed', { moment: dated(reader, current.closedAt) });
  }
  const next = mostUrgent(clocks);
  if (!next)
    return figure(reader, current, 'day', ({ fact }, value) =>
      fact ? `${reader.say(namedByRow(`facts.${fact.label}`))} ${value}` : value,
    );
  const keys = {
    respond: next.state === 'passed' ? 'lists.answer-passed' : 'clocks.answer-by',
    contact: next.state === 'passed' ? 'lists.contact-passed' : 'lists.contact-by',
    expiry: next.state === 'passed' ? 'clocks.expiry-passed' : 'clocks.expires',
  } as const;
  return reader.say(keys[next.clock], { moment: moment(reader, next.deadline) });
}

const WORST: readonly ClockName[] = ['expiry', ...CLOCKS.filter((clock) => clock !== 'expiry')];

/** What is overdue comes first: past its date, then past the time to answer; else what runs out next. */
function mostUrgent(clocks: ReferralView['clocks']): ClockView | undefined {
  const passed = clocks.filter(({ state }) => state === 'passed');
  const worst = WORST.find((name) => passed.some(({ clock }) => clock === name));
  return worst === undefined
    ? [...clocks].sort((a, b) => a.deadline - b.deadline)[0]
    : passed.find(({ clock }) => clock === worst);
}

function rowModel(reader: Reader, view: ReferralView, verb: ButtonVerb, make: MakeButton): Model {
  const { current } = view;
  const stage = reader.say(`stages.${current.archivedAs ?? current.stage}`);
  const title = reader.say(verb === 'show' ? 'buttons.show' : 'buttons.choose', {
    customer: inline(current.customer.name, 60),
  });
  return {
    customer: [line(current.customer.name, 100), line(current.customer.city ?? '', 60)]
      .filter(Boolean)
      .join(', '),
    deal: line(current.deal.name ?? kindAndSender(reader, current), 120),
    value: figure(reader, current, 'money'),
    state: [stage, deadline(reader, view)].filter(Boolean).join(' · '),
    overdue: view.clocks.some(({ state }) => state === 'passed'),
    select: make({ verb, title, data: { referral: view.id } }),
  };
}

function counted(reader: Reader, list: ReferralList): string {
  const total = list.total > EXACT ? reader.say('lists.many') : whole(reader, list.total);
  const to = list.from + list.rows.length - 1;
  const part = list.next !== undefined || list.from > 1;
  return part
    ? reader.say('lists.page', { from: whole(reader, list.from), to: whole(reader, to), total })
    : reader.say('lists.total', { count: list.total, total });
}

function sums(reader: Reader, list: ReferralList): string {
  if (list.sums.length === 0) return '';
  const figures = list.sums.slice(0, 10).map(({ currency, value }) => money(reader, value, currency));
  return reader.say('lists.sums', { sums: figures.join(reader.say('list-of')) });
}

function showMore(reader: Reader, list: ReferralList, make: MakeButton): Model[] {
  if (!list.next) return [];
  const { list: name, words, next: after } = list;
  const data = { list: name, words: words.slice(0, 200), after, from: list.from + list.rows.length };
  return [make({ verb: 'more-list', title: reader.say('buttons.show-more'), data })];
}

/** What comes next when there is nothing. */
function nothing(reader: Reader, list: ReferralList, words: string): string {
  return reader.say(list.bound ? `lists.empty.${list.list}` : 'lists.empty.unbound', { words });
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

export interface ListWish {
  /** What a row's button does: `show`, or an operation's name. */
  readonly verb: ButtonVerb;
  /** The key of a title instead of the list's own. */
  readonly title?: StringKey;
}

/** One page of referrals, a button each; totals and sums above. */
export function drawList(
  { expand, reader, buttons }: Drawing,
  page: ReferralList,
  { surface, here }: Showing,
  wish: ListWish,
): DrawnCard {
  // A row's own moment is the same for all rows of a page.
  const of = reader(page, page.rows[0]?.now ?? 0);
  const make = buttons(surface, here);
  const words = inline(page.words, 100);
  const title = of.say(wish.title ?? `lists.${page.list}`);
  const searched = page.words === '' || page.rows.length === 0 ? '' : of.say('lists.searched', { words });
  const said =
    page.rows.length === 0
      ? [nothing(of, page, words), leftOut(of, page)]
      : [searched, counted(of, page), sums(of, page), leftOut(of, page)];
  const text = sentences([title, ...said]);
  const card = expand('list', {
    language: of.language,
    fallback: defused(text, 600),
    title,
    texts: texts(...said),
    rows: page.rows.map((view) => rowModel(of, view, wish.verb, make)),
    buttons: [...showMore(of, page, make), ...(wish.verb === 'show' ? partButtons(of, page.list, make) : [])],
  });
  return { title, text, card };
}

/** An empty list tells of no desk. */
export const eyesOfList = ({ rows, desk }: ReferralList): Eyes =>
  rows.length === 0 ? 'all' : { desk: desk ?? MANY };

export const listKind: AnswerKind<ReferralList> = {
  draw: (drawing, list, showing) => drawList(drawing, list, showing, { verb: 'show' }),
  eyes: eyesOfList,
};
