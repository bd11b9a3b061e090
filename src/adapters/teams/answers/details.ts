import type { ReferralView } from '../../../application/ports/messages';
import type { MakeButton } from '../cards/make-button';
import type { DrawnCard } from '../cards/shown';
import type { Expand, Model } from '../cards/templates';
import { endedWords } from '../cards/archived-card';
import { allDeadlines } from '../cards/deadlines';
import {
  colleagues,
  dealFacts,
  deskNotes,
  help,
  location,
  needs,
  quotes,
  recordFacts,
  type Fact,
} from '../cards/facts';
import { happened, olderLines } from '../cards/happened';
import { moment } from '../cards/moments';
import { kindAndSender } from '../cards/names';
import { inline, line } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import { calledWords, contactingLines, goneLines, pendingWord, referralModel } from '../cards/referral-model';
import { plainLine, pointed } from '../cards/runs';
import { doubtLine } from '../cards/doubts';
import { seenBeforeLine } from '../cards/seen-before';
import { stageButtons } from '../cards/stage-buttons';
import { summaryLine } from '../cards/summary-line';
import { microsoftFact, registrable, registrationFact } from '../cards/with-microsoft';
import { MANY, type AnswerKind } from './kind';

/** What was written in full, within the 28 KB that a card may weigh. */
const IN_FULL = 2_500;
/** The newest of the desk's own. */
const DESK_NOTES = 1_500;
const HISTORY = 15;

/** The newest of what happened, with the way to what was before. */
function newest(reader: Reader, view: ReferralView, make: MakeButton): readonly Model[] {
  const lines = [...view.history].reverse().slice(0, HISTORY);
  const last = lines.at(-1);
  return last ? happened(reader, lines, olderLines(reader, view, make, last.n - 1)) : [];
}

/** Where it stands, with how far a change of it has come. */
const stageWords = (reader: Reader, view: ReferralView): string =>
  view.current.stage === 'archived'
    ? endedWords(reader, view)
    : pointed(
        reader.say(`stages.${view.current.stage}`),
        view.current.stage === 'accepted' ? pendingWord(reader, view) : '',
      );

const recordedAt = (reader: Reader, view: ReferralView): Fact[] => [
  { key: 'created', value: moment(reader, view.current.createdAt) },
  { key: 'as-of', value: view.connected ? moment(reader, view.asOf) : '' },
];

function draw(
  expand: Expand,
  reader: Reader,
  view: ReferralView,
  make: MakeButton,
  titled: boolean,
): DrawnCard {
  const { current } = view;
  const model = referralModel(reader, view, make, {
    title: stageWords(reader, view),
    titled,
    lines: [
      ...plainLine(kindAndSender(reader, current), { subtle: true }),
      ...plainLine(reader.say(`kind-means.${current.kind}`), { subtle: true, size: 'Small' }),
      ...goneLines(reader, view),
      ...doubtLine(reader, view),
      ...seenBeforeLine(reader, view),
      ...allDeadlines(reader, view),
      ...contactingLines(reader, view),
    ],
    facts: [
      { key: 'owner', value: view.owner ? inline(view.owner.name) : '' },
      colleagues(reader, current),
      ...dealFacts(reader, current),
      help(reader, current),
      ...needs(reader, current),
      location(current),
      { key: 'account', value: inline(view.accountName ?? '', 80) },
      microsoftFact(reader, view),
      registrationFact(reader, view),
      { key: 'called', value: calledWords(reader, view) },
      ...recordFacts(reader, view, 'record'),
      ...recordedAt(reader, view),
      ...recordFacts(reader, view, 'details'),
      { key: 'referral-id', value: line(view.referralId, 100) },
    ],
    buttons: stageButtons(reader, view, make, { without: ['details'] }),
  });
  return {
    title: line(current.customer.name, 200),
    text: summaryLine(reader, view),
    card: expand('details', {
      ...model,
      quotes: [
        ...quotes(reader, current, IN_FULL),
        ...deskNotes(reader, view, DESK_NOTES),
        ...registrable(reader, view),
      ],
      history: newest(reader, view, make),
    }),
  };
}

/** All of one referral but its contacts, with what can be done with it here. */
export interface Details {
  readonly kind: 'details';
  readonly view: ReferralView;
}

export const detailsKind: AnswerKind<Details> = {
  draw: ({ expand, reader, buttons }, { view }, { surface, here }) =>
    draw(expand, reader(view, view.now), view, buttons(surface, here), surface === 'dialog'),
  eyes: ({ view }) => ({ desk: view.deskId ?? MANY }),
};
