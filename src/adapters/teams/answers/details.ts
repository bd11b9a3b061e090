import type { ReferralView } from '../../../application/ports/messages';
import type { MakeButton } from '../cards/make-button';
import type { DrawnCard } from '../cards/shown';
import type { Expand, Model } from '../cards/templates';
import { banners, deadlines } from '../cards/deadlines';
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
import { moment } from '../cards/moments';
import { kindAndSender, reason } from '../cards/names';
import { inline, line } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import {
  calledFact,
  contactingLines,
  goneLines,
  openInPartnerCenter,
  pendingLines,
  referralModel,
  under,
} from '../cards/referral-model';
import { stageButtons } from '../cards/stage-buttons';
import { namedByRow } from '../cards/string-key';
import { summaryLine } from '../cards/summary-line';
import { microsoftFact, registrable, registrationFact } from '../cards/with-microsoft';
import { MANY, type AnswerKind } from './kind';

/** Every word of what was written, within what a message may weigh: about 100 KB ("Format your bot messages"). */
const IN_FULL = 4_000;
const HISTORY = 15;

function happened(reader: Reader, view: ReferralView): Model[] {
  const lines = [...view.history]
    .reverse()
    .slice(0, HISTORY)
    .map(({ at, by, what, to }) => {
      const words = { moment: moment(reader, at), what: reader.say(namedByRow(`audit.${what}`)) };
      if (to)
        return reader.say('details.line-to', { ...words, name: to.map((one) => inline(one)).join(', ') });
      return by === undefined
        ? reader.say('details.line', words)
        : reader.say('details.line-by', { ...words, name: inline(by) });
    });
  return lines.length === 0
    ? []
    : [{ title: reader.say('details.history'), lines: lines.map((text) => ({ text })) }];
}

function stageFacts(reader: Reader, { current, owner }: ReferralView): Fact[] {
  return [
    { key: 'stage', value: reader.say(`stages.${current.archivedAs ?? current.stage}`) },
    { key: 'reason', value: current.reason === undefined ? '' : reason(reader, current.reason) },
    { key: 'owner', value: owner ? inline(owner.name) : '' },
  ];
}

const recordedAt = (reader: Reader, view: ReferralView): Fact[] => [
  { key: 'created', value: moment(reader, view.current.createdAt) },
  { key: 'referral-id', value: line(view.referralId, 100) },
];

function draw(expand: Expand, reader: Reader, view: ReferralView, make: MakeButton): DrawnCard {
  const asOf = view.connected ? [under(reader.say('card.as-of', { moment: moment(reader, view.asOf) }))] : [];
  const model = referralModel(reader, view, make, {
    title: reader.say('details.title'),
    lines: [
      under(kindAndSender(reader, view.current)),
      under(reader.say(`kind-means.${view.current.kind}`)),
      ...pendingLines(reader, view),
      ...contactingLines(reader, view),
      ...goneLines(reader, view),
      ...asOf,
    ],
    banners: banners(reader, view),
    quotes: [
      ...quotes(reader, view.current, IN_FULL),
      ...deskNotes(reader, view, IN_FULL),
      ...registrable(reader, view),
    ],
    facts: [
      ...stageFacts(reader, view),
      help(reader, view.current),
      ...recordFacts(reader, view),
      ...needs(reader, view.current),
      ...dealFacts(reader, view.current),
      location(view.current),
      colleagues(reader, view.current),
      microsoftFact(reader, view),
      registrationFact(reader, view),
      calledFact(reader, view),
      ...recordedAt(reader, view),
    ],
    deadlines: deadlines(reader, view),
    buttons: [...stageButtons(reader, view, make, ['more', 'details']), ...openInPartnerCenter(reader, view)],
  });
  return {
    title: reader.say('details.title'),
    text: summaryLine(reader, view),
    card: expand('details', { ...model, history: happened(reader, view) }),
  };
}

/** All of one referral but its contacts, with what can be done with it here. */
export interface Details {
  readonly kind: 'details';
  readonly view: ReferralView;
}

export const detailsKind: AnswerKind<Details> = {
  draw: ({ expand, reader, buttons }, { view }, { surface, here }) =>
    draw(expand, reader(view, view.now), view, buttons(surface, here)),
  eyes: ({ view }) => ({ desk: view.deskId ?? MANY }),
};
