import type { ReferralView } from '../../../application/ports/messages';
import type { Change, ChangeField } from '../../../domain/referral/referral';
import type { Notice } from '../../../domain/notices';
import type { Model } from './templates';
import { changeWords, fieldWords, withAmounts } from './change-words';
import { clockWords } from './clock-words';
import { entrySides, type EntryDetail } from './entry-words';
import type { FieldWords } from './field-value';
import { inline, line } from './plain-text';
import { moment } from './moments';
import type { Reader } from './reader';

/** A notice in words, before it is a text in a thread or a card in a chat. */
export interface NoticeWords {
  readonly sentences: readonly string[];
  /** What the person had written. */
  readonly wrote: readonly FieldWords[];
  /** Theirs and yours side by side. */
  readonly sides: readonly Model[];
}

const plain = (...sentences: readonly string[]): NoticeWords => ({ sentences, wrote: [], sides: [] });

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
    ...fieldWords(reader, yours)
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
  { why, detail, change }: Refused,
  view: ReferralView,
): NoticeWords {
  return {
    sentences: [reader.say(`notices.refused-${why}`, { customer }), ...detailWords(reader, detail)],
    wrote: changeWords(reader, change, detailFor(view)),
    sides: [],
  };
}

type OfMicrosoft = Extract<Notice, { kind: 'registration-asks' | 'microsoft-answered' | 'not-taken' }>;

const MICROSOFTS: readonly Notice['kind'][] = ['registration-asks', 'microsoft-answered', 'not-taken'];
const isMicrosofts = (notice: Notice): notice is OfMicrosoft => MICROSOFTS.includes(notice.kind);

/** They have cards of their own (`word.ts`). */
type OfNoReferral = Extract<Notice, { kind: 'desk-lost' | 'desk-unbound' | 'card-moved' | 'signed-out' }>;

const ELSEWHERE: readonly Notice['kind'][] = ['desk-lost', 'desk-unbound', 'card-moved', 'signed-out'];
const isOfNoReferral = (notice: Notice): notice is OfNoReferral => ELSEWHERE.includes(notice.kind);

function microsofts(reader: Reader, customer: string, notice: OfMicrosoft, view: ReferralView): string[] {
  if (notice.kind === 'microsoft-answered') return answered(reader, customer, notice.answer, view);
  if (notice.kind === 'not-taken') return notTaken(reader, customer, notice);
  const reason = inline(view.current.registration?.reason ?? '', 300);
  return [reader.say('notices.registration-asks', { customer, reason })];
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
  const reason = microsoft && 'reason' in microsoft ? inline(microsoft.reason ?? '', 300) : '';
  return [reader.say(`notices.microsoft-${answer}`, { customer }), ...(reason === '' ? [] : [reason])];
}

function notTaken(
  reader: Reader,
  customer: string,
  { part, detail }: Extract<Notice, { kind: 'not-taken' }>,
): string[] {
  return [reader.say(`notices.not-taken-${part}`, { customer }), ...detailWords(reader, detail)];
}

const detailWords = (reader: Reader, detail: string | undefined): string[] =>
  detail ? [`${reader.say('notices.refused-detail')}: ${inline(detail, 300)}`] : [];

/** What a notice says to this reader, from the referral as it stands now. */
export function noticeWords(reader: Reader, notice: Notice, view: ReferralView): NoticeWords {
  const customer = inline(view.current.customer.name);
  if (isMicrosofts(notice)) return plain(...microsofts(reader, customer, notice, view));
  if (isOfNoReferral(notice)) return plain();
  switch (notice.kind) {
    case 'reminder':
      return plain(...clockWords(reader, view, notice.clocks));
    case 'escalation':
      return plain(...clockWords(reader, view, notice.clocks), ...whoever(reader, view));
    case 'contacting':
      return plain(reader.say('notices.contacting', { name: inline(notice.by.name), customer }));
    case 'called':
      return plain(reader.say(`notices.called-${notice.result}`, { name: inline(notice.by.name), customer }));
    case 'kind-changed': {
      const [from, to] = [reader.say(`kinds.${notice.from}`), reader.say(`kinds.${notice.to}`)];
      return plain(reader.say('notices.kind-changed', { customer, from, to }));
    }
    case 'remind':
      return plain(reader.say('notices.remind-call', { customer, moment: moment(reader, notice.since) }));
    case 'expired':
      return plain(reader.say('notices.expired', { customer }));
    case 'refused':
      return refused(reader, customer, notice, view);
    case 'overwritten':
      return {
        ...plain(reader.say('notices.overwritten', { customer })),
        sides: sides(reader, view, notice.yours, notice.fields),
      };
    case 'stuck':
      return plain(stuck(reader, customer, notice));
  }
}

/** Given up after many tries, or refused for good at once: two things. */
function stuck(
  reader: Reader,
  customer: string,
  { effect, problem, tries }: Extract<Notice, { kind: 'stuck' }>,
): string {
  const words = {
    customer,
    effect: reader.lookup('effects', effect) ?? line(effect, 60),
    problem: inline(problem, 300),
  };
  return tries === undefined
    ? reader.say('notices.stuck-refused', words)
    : reader.say('notices.stuck', { ...words, tries });
}
