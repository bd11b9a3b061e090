import type { ReferralView } from '../../../application/ports/messages';
import type { MakeButton } from './make-button';
import type { Answer } from './shown';
import type { Expand, Model } from './templates';
import { deadlines, flame } from './deadlines';
import { colleagues, dealFacts, help, location, needs, quotes, recordFacts, type Fact } from './facts';
import { moment } from './moments';
import { kindAndSender, reason } from './names';
import { inline, line } from './plain-text';
import type { Reader } from './reader';
import {
  calledFact,
  contactingLines,
  goneLines,
  openInPartnerCenter,
  pendingLines,
  referralModel,
  under,
} from './referral-model';
import { stageButtons } from './stage-buttons';
import { summaryLine } from './summary-line';

/** Every word of what was written, within what a message may weigh: about 100 KB ("Format your bot messages"). */
const IN_FULL = 4_000;
const HISTORY = 15;

function happened(reader: Reader, view: ReferralView): Model[] {
  const lines = [...view.history]
    .reverse()
    .slice(0, HISTORY)
    .map(({ at, by, what }) => {
      const words = { moment: moment(reader, at), what: reader.say(`audit.${what}`) };
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

/** All of one referral but its contacts, with what can be done with it here. */
export function details(expand: Expand, reader: Reader, view: ReferralView, make: MakeButton): Answer {
  const asOf = view.connected ? [under(reader.say('card.as-of', { moment: moment(reader, view.asOf) }))] : [];
  const model = referralModel(reader, view, make, {
    title: reader.say('details.title'),
    lines: [
      under(kindAndSender(reader, view.current)),
      ...pendingLines(reader, view),
      ...contactingLines(reader, view),
      ...goneLines(reader, view),
      ...asOf,
    ],
    banners: flame(reader, view),
    quotes: quotes(reader, view.current, IN_FULL),
    facts: [
      ...stageFacts(reader, view),
      help(reader, view.current),
      ...recordFacts(view),
      ...needs(reader, view.current),
      ...dealFacts(reader, view.current),
      location(view.current),
      colleagues(reader, view.current),
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
