import type { ClockView, ReferralView } from '../../../application/ports/messages';
import { DEAL_FIELDS, type DealField, type ValueKind } from '../../../domain/deal/fields';
import type { ClockName } from '../../../domain/referral/clock-name';
import { CLOCKS } from '../../../domain/referral/clocks';
import { ownName } from './card-lines';
import { clockInWords } from './deadlines';
import { isQuietStill, quietWords } from './doubts';
import { fieldValue } from './field-value';
import { heart } from './heart';
import type { ButtonVerb, MakeButton } from './make-button';
import { onDay } from './moments';
import { namesIn } from './names';
import { inline, line } from './plain-text';
import type { Reader } from './reader';
import { joined, lineOf, run, type RunLook } from './runs';
import type { Model } from './templates';

/** A row that is pressed as a whole: whom it is about, what is said of it below, what it is worth, what else it offers. */
export const rowModel = (
  name: readonly Model[],
  lines: readonly Model[],
  select: Model,
  value = '',
  buttons: readonly Model[] = [],
): Model => ({ name, lines, select, value, sets: buttons.length > 0 ? [{ actions: buttons }] : [] });

/** "Tailspin Toys · Bonn". */
export const customerName = ({ current: { customer }, favourite }: ReferralView): Model[] =>
  joined(
    [
      run(heart({ favourite }) + line(customer.name, 100), { bold: true, color: 'Accent' }),
      run(line(customer.city ?? '', 60), { subtle: true }),
    ],
    { subtle: true },
  );

/** The deal's first field of a kind in words, '' without one. */
function figure(reader: Reader, { deal }: ReferralView['current'], kind: ValueKind): string {
  const fields: readonly DealField[] = DEAL_FIELDS;
  const field = fields.find((one) => one.kind === kind);
  return field ? fieldValue(reader, deal, field, 60) : '';
}

/** What it is worth, in words. */
export const worth = (reader: Reader, { current }: ReferralView): string => figure(reader, current, 'money');

/** What it is about, in a few words. */
function aboutWords(reader: Reader, { current }: ReferralView): string {
  const name = line(ownName(current), 80);
  if (name !== '') return name;
  const first = (['products', 'solutions', 'services'] as const).find((group) => current[group].length > 0);
  return first ? namesIn(reader, first, current[first], 2) : reader.say(`kinds.${current.kind}`);
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

/** A close date that is far off is one figure among others. */
const quiet = ({ clock }: ClockView): RunLook => (clock === 'close' ? { subtle: true } : {});

/** The next deadline, marked when it is over; without one when it closes, or when it was closed. */
export function nextRun(reader: Reader, { current, clocks, ...view }: ReferralView): Model {
  if (current.stage === 'archived') {
    const at = view.ended?.at ?? current.closedAt;
    return run(at === undefined ? '' : onDay(reader, at), { subtle: true });
  }
  const next = mostUrgent(clocks);
  if (next) {
    const late = next.state === 'passed';
    const words = clockInWords(reader, { current, clocks, ...view }, next);
    return run(
      words,
      late ? { color: 'Attention', bold: true } : next.state === 'soon' ? { color: 'Warning' } : quiet(next),
    );
  }
  const day = figure(reader, current, 'day');
  return run(day === '' ? '' : reader.say('card.closes', { day }), { subtle: true });
}

export interface RowWish {
  /** What pressing it does: `show`, or an operation's name. */
  readonly verb: ButtonVerb;
  /** What was told of the one that is chosen. */
  readonly told?: string | undefined;
  /** The list holds several stages: each row says its own. */
  readonly stages: boolean;
  /** They are not all one person's. */
  readonly owners: boolean;
}

/** Customer and value; below what it is about, whose it is and what comes next. */
export function referralRow(reader: Reader, view: ReferralView, wish: RowWish, make: MakeButton): Model {
  const { current, owner } = view;
  const subtle = { subtle: true } as const;
  const key = wish.verb === 'show' ? 'buttons.show' : 'buttons.choose';
  const title = reader.say(key, { customer: inline(current.customer.name, 60) });
  const stands = joined(
    [
      run(isQuietStill(view) ? quietWords(reader, view) : aboutWords(reader, view)),
      run(wish.stages ? reader.say(`stages.${current.archivedAs ?? current.stage}`) : '', subtle),
      run(wish.owners && owner ? line(owner.name, 60) : '', subtle),
      nextRun(reader, view),
    ],
    subtle,
  );
  return rowModel(
    customerName(view),
    lineOf(stands),
    make({
      verb: wish.verb,
      title,
      data: { referral: view.id, ...(wish.told === undefined ? {} : { words: wish.told }) },
    }),
    worth(reader, view),
  );
}
