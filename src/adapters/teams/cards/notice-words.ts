import type { ReferralView } from '../../../application/ports/messages';
import type { Change, ChangeField } from '../../../domain/referral/referral';
import type { Notice } from '../../../domain/notices';
import type { ClockName } from '../../../domain/referral/clock-name';
import type { Model } from './templates';
import { authorAway, authorSignIn } from './author-sign-in';
import { changeWords, fieldWords, inItsUnits, withAmounts } from './change-words';
import { changedThere } from './changed-there';
import { clocksInShort, clockWords } from './clock-words';
import { entrySides, type EntryDetail } from './entry-words';
import type { FieldWords } from './field-value';
import type { Draft } from './mail';
import { managerMail } from './manager-mail';
import { inline, line } from './plain-text';
import { moment } from './moments';
import type { Reader } from './reader';

/** A notice in words, before it is a text in a thread or a card in a chat. */
export interface NoticeWords {
  readonly sentences: readonly string[];
  /** The same on a card, whose title has the matter already. */
  readonly short?: readonly string[];
  /** What the person had written. */
  readonly wrote: readonly FieldWords[];
  /** Theirs and yours side by side. */
  readonly sides: readonly Model[];
  /** A letter that they may send. */
  readonly mail?: Draft;
}

/** A card's title says all of it. */
const all = (sentence: string): NoticeWords => ({ ...plain(sentence), short: [] });

const plain = (...sentences: readonly string[]): NoticeWords => ({ sentences, wrote: [], sides: [] });

/** What the clocks say, and who is to do something about it. */
const onClocks = (
  reader: Reader,
  view: ReferralView,
  names: readonly ClockName[],
  who: readonly string[],
): NoticeWords => ({
  ...plain(...clockWords(reader, view, names), ...who),
  short: [...clocksInShort(reader, view, names), ...who],
});

/** Who is to do something about it. */
function whoever(reader: Reader, view: ReferralView): string[] {
  if (view.owner) return [reader.say('notices.owner', { who: inline(view.owner.name) })];
  const who = view.responders
    .slice(0, 10)
    .map(({ name }) => inline(name))
    .join(reader.say('list-of'));
  return who === '' ? [] : [reader.say('notices.who-answers', { who })];
}

/** In a channel everybody reads: names alone. */
const detailFor = ({ audience }: ReferralView): EntryDetail => (audience === 'person' ? 'whole' : 'name');

function sides(reader: Reader, view: ReferralView, yours: Change, fields: readonly ChangeField[]): Model[] {
  const { current } = view;
  const theirs: Change = {
    ...current.deal,
    stage: current.stage,
    ...(current.archivedAs ? { archivedAs: current.archivedAs } : {}),
    ...(current.reason === undefined ? {} : { reason: current.reason }),
  };
  const asked = withAmounts(fields);
  const there = new Map(fieldWords(reader, theirs).map(({ field, value }) => [field, value]));
  const rows = [
    ...fieldWords(reader, inItsUnits(yours, current.deal))
      .filter(({ field }) => asked.includes(field))
      .map(({ field, label, value }) => ({ label, yours: value, theirs: there.get(field) ?? '' })),
    ...entrySides(reader, yours, current.lists, detailFor(view)),
  ];
  const empty = reader.say('form.empty');
  return [
    { label: '', yours: reader.say('notices.yours'), theirs: reader.say('notices.theirs') },
    ...rows.map((row) => ({ ...row, yours: row.yours || empty, theirs: row.theirs || empty })),
  ];
}

type Refused = Extract<Notice, { kind: 'refused' }>;

function refused(
  reader: Reader,
  customer: string,
  { why, detail, field, change, by }: Refused,
  view: ReferralView,
): NoticeWords {
  const wrote = changeWords(reader, inItsUnits(change, view.current.deal), detailFor(view));
  const words = detailWords(reader, detail).join('');
  const named = field === undefined ? [] : withAmounts([field]);
  const about = wrote.find((one) => named.some((id) => one.field === id || one.field.startsWith(`${id}/`)));
  const beside = (value: string): string => reader.say('notices.refused-beside', { value, words });
  return {
    sentences: [
      reader.say(`notices.refused-${why}`, { customer, name: inline(by?.name ?? '') }),
      ...(about || !words ? [] : [words]),
    ],
    wrote: wrote.map((one) => (one === about && words ? { ...one, value: beside(one.value) } : one)),
    sides: [],
  };
}

/** Who takes part, or why nobody does and what can be done then. */
function answered(
  reader: Reader,
  customer: string,
  answer: Extract<Notice, { kind: 'microsoft-answered' }>['answer'],
  { microsoft }: ReferralView,
): string[] {
  if (microsoft?.kind === 'accepted' && microsoft.seller) {
    const { name, email = '' } = microsoft.seller;
    return [
      reader.say('notices.microsoft-accepted-by', { customer, name: inline(name), email: inline(email) }),
    ];
  }
  const reason =
    microsoft && 'reason' in microsoft ? inline(microsoft.reason ?? '', 300).replace(/\.$/, '') : '';
  const next = answer === 'accepted' ? [] : [reader.say('notices.microsoft-further')];
  const said = reason === '' ? [] : [reader.say('notices.microsoft-reason', { reason })];
  return [reader.say(`notices.microsoft-${answer}`, { customer }), ...said, ...next];
}

function notTaken(
  reader: Reader,
  customer: string,
  { part, why, detail, by }: Extract<Notice, { kind: 'not-taken' }>,
): string[] {
  const what = why === 'another-contact' ? why : by ? (`${part}-dropped` as const) : part;
  const name = inline(by?.name ?? '');
  return [reader.say(`notices.not-taken-${what}`, { customer, name }), ...detailWords(reader, detail)];
}

const detailWords = (reader: Reader, detail: string | undefined): string[] =>
  detail ? [`${reader.say('notices.refused-detail')}: ${inline(detail, 300)}`] : [];

interface Read {
  readonly reader: Reader;
  readonly view: ReferralView;
  readonly customer: string;
}

type Wording<K extends Notice['kind']> = (notice: Extract<Notice, { kind: K }>, read: Read) => NoticeWords;

/** Not about a referral: `word.ts` says them. */
const elsewhere = (): NoticeWords => plain();

/** One row a notice. */
const WORDINGS: { readonly [K in Notice['kind']]: Wording<K> } = {
  reminder: ({ clocks }, { reader, view }) => onClocks(reader, view, clocks, []),
  escalation: ({ clocks }, { reader, view }) => onClocks(reader, view, clocks, whoever(reader, view)),
  contacting: ({ by }, { reader, customer }) =>
    all(reader.say('notices.contacting', { name: inline(by.name), customer })),
  called: ({ by, result }, { reader, customer }) =>
    all(reader.say(`notices.called-${result}`, { name: inline(by.name), customer })),
  'kind-changed': ({ from, to }, { reader, customer }) => {
    const kinds = { from: reader.say(`kinds.${from}`), to: reader.say(`kinds.${to}`) };
    return plain(reader.say('notices.kind-changed', { customer, ...kinds }));
  },
  remind: ({ why, since }, { reader, view, customer }) => ({
    ...plain(
      reader.say(`notices.remind-${why}`, {
        ...{ customer, moment: moment(reader, since) },
        reason: inline(view.current.registration?.reason ?? '', 300),
      }),
    ),
    ...(why === 'microsoft' ? { mail: managerMail(reader, view, since) } : {}),
  }),
  'changed-there': (notice, { reader }) =>
    plain(reader.say('notices.changed-there', { what: changedThere(reader, notice) })),
  'closed-there': ({ archivedAs }, { reader, customer }) =>
    plain(reader.say('notices.closed-there', { customer, stage: reader.say(`stages.${archivedAs}`) })),
  expired: (_, { reader, customer }) => plain(reader.say('notices.expired', { customer })),
  refused: (notice, { reader, view, customer }) => refused(reader, customer, notice, view),
  overwritten: ({ yours, fields }, { reader, view, customer }) => ({
    ...plain(reader.say('notices.overwritten', { customer })),
    sides: sides(reader, view, yours, fields),
  }),
  stuck: (notice, { reader, customer }) => plain(stuck(reader, customer, notice)),
  'registration-asks': (_, { reader, view, customer }) => {
    const reason = inline(view.current.registration?.reason ?? '', 300);
    return plain(reader.say('notices.registration-asks', { customer, reason }));
  },
  'microsoft-answered': ({ answer }, { reader, view, customer }) =>
    plain(...answered(reader, customer, answer, view)),
  'author-sign-in': (notice, { reader, customer }) => plain(authorSignIn(reader, customer, notice)),
  'author-away': (notice, { reader, customer }) => plain(authorAway(reader, customer, notice)),
  'not-taken': (notice, { reader, customer }) => plain(...notTaken(reader, customer, notice)),
  'desk-lost': elsewhere,
  'list-refused': elsewhere,
  'desk-unbound': elsewhere,
  'card-moved': elsewhere,
  'signed-out': elsewhere,
  away: elsewhere,
  'here-again': elsewhere,
  'not-told': elsewhere,
  'another-is-told': elsewhere,
  'reads-only': elsewhere,
  'runs-out': elsewhere,
  'clock-off': elsewhere,
  'persons-account': elsewhere,
  reconciled: elsewhere,
  'no-leads': elsewhere,
  unfed: elsewhere,
};

/** What a notice says to this reader, from the referral as it stands now. */
export function noticeWords(reader: Reader, notice: Notice, view: ReferralView): NoticeWords {
  const wording = WORDINGS[notice.kind] as Wording<Notice['kind']>;
  return wording(notice, { reader, view, customer: inline(view.current.customer.name) });
}

/** Given up after many tries, refused for good at once, or dropped by one of them: three things. */
function stuck(
  reader: Reader,
  customer: string,
  { effect, problem, tries, by }: Extract<Notice, { kind: 'stuck' }>,
): string {
  const words = {
    customer,
    effect: reader.lookup('effects', effect) ?? line(effect, 60),
    problem: inline(problem, 300),
  };
  if (by) return reader.say('notices.stuck-dropped', { ...words, name: inline(by.name) });
  return tries === undefined
    ? reader.say('notices.stuck-refused', words)
    : reader.say('notices.stuck', { ...words, tries });
}
