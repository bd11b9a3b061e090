import type { Message, ReferralView } from '../../../application/ports/messages';
import { isQuietStill, quietWords } from './doubts';
import { customerName, nextRun, rowModel } from './list-row';
import type { MakeButton } from './make-button';
import { inline, line } from './plain-text';
import { endedOrTaken } from './new-referrals';
import type { Reader } from './reader';
import { restWords, rowsMessage } from './rows-message';
import { joined, lineOf, plainLine, run } from './runs';
import type { RenderedActivity } from './shown';
import { referralButton } from './stage-buttons';
import type { Expand, Model } from './templates';

type Listed = Extract<Message, { kind: 'listed' }>;

/** What may be done with one at a glance: to look at it closely is a press on its row. */
function buttonsOf(reader: Reader, view: ReferralView, make: MakeButton): Model[] {
  if (!isQuietStill(view)) return [];
  const { id, quiet } = view;
  if (quiet === 'installed')
    return [make({ verb: 'open', title: reader.say('buttons.show-here'), data: { referral: id } })];
  return make.looks
    .filter(({ row, operation: { name } }) => row === quiet && view.offers.includes(name))
    .map(({ operation: { name } }) => make(referralButton(reader, view, name)));
}

/** Looking at what may be spam posts nothing for all. */
function row(reader: Reader, view: ReferralView, make: MakeButton): Model {
  const subtle = { subtle: true } as const;
  const still = isQuietStill(view);
  const title = reader.say('buttons.show', { customer: inline(view.current.customer.name, 60) });
  const verb = still ? 'show' : 'open';
  const ends = still ? nextRun(reader, { ...view, clocks: endOnly(view) }) : endedOrTaken(reader, view);
  const lines = [
    ...lineOf(joined([run(still ? quietWords(reader, view) : ''), ends], subtle)),
    ...plainLine(still ? line(view.current.request ?? '', 120) : '', subtle),
  ];
  return rowModel(
    customerName(view),
    lines,
    make({ verb, title, data: { referral: view.id } }),
    '',
    buttonsOf(reader, view, make),
  );
}

/** Nobody is asked to answer it in time. */
const endOnly = ({ clocks }: ReferralView): ReferralView['clocks'] =>
  clocks.filter(({ clock }) => clock === 'expiry');

/** What came since the last morning and nobody need act on: it mentions nobody. */
export function quietReferrals(
  expand: Expand,
  reader: Reader,
  { rows, total }: Listed,
  make: MakeButton,
): RenderedActivity {
  return rowsMessage(expand, reader, 'new-referrals', {
    title: reader.say('notices.quiet', { count: total }),
    rows: rows.map((view) => row(reader, view, make)),
    said: [restWords(reader, total, rows.length), reader.say('notices.quiet-how')],
    own: { mentions: [], whose: '' },
  });
}
