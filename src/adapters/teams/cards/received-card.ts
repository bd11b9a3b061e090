import type { ReferralView } from '../../../application/ports/messages';
import { alsoSoon, receivedTitle } from './deadlines';
import { dealRuns, helpLine, needsLine, saidLine } from './card-lines';
import { doubtLine } from './doubts';
import type { MakeButton } from './make-button';
import { mentionAll, nobody } from './mentions';
import { inline } from './plain-text';
import type { Reader } from './reader';
import { calledWords, goneLines, referralModel } from './referral-model';
import { lineOf, plainLine } from './runs';
import { seenBeforeLine } from './seen-before';
import type { Card } from './shown';
import type { Expand, Model } from './templates';

/** What the sender wrote beside the customer's own words. */
function senderSaid(reader: Reader, { current: { sender, senderNote } }: ReferralView): Model[] {
  const who = sender.kind === 'partner' ? inline(sender.name) : reader.say('card.sender');
  return saidLine(reader, senderNote, who);
}

/** Who is to answer is mentioned in the channel; in a chat of one's own nobody need be. */
function whose(
  reader: Reader,
  view: ReferralView,
): { readonly whose: string; readonly mentioned: typeof nobody } {
  if (view.current.kind === 'other') return { whose: reader.say('card.read-only'), mentioned: nobody };
  const mentioned = view.audience === 'channel' ? mentionAll(reader, view.responders) : nobody;
  const words =
    mentioned.text === '' ? reader.say('card.nobody') : reader.say('card.answers', { who: mentioned.text });
  return { whose: words, mentioned };
}

/** For one glance: what it is and until when, who it is, what they want. The rest is in Details. */
export function receivedCard(expand: Expand, reader: Reader, view: ReferralView, make: MakeButton): Card {
  const { whose: words, mentioned } = whose(reader, view);
  const model = referralModel(reader, view, make, {
    ...receivedTitle(reader, view),
    lines: [
      ...goneLines(reader, view),
      ...saidLine(reader, view.current.request),
      ...senderSaid(reader, view),
      ...lineOf(dealRuns(reader, view)),
      ...helpLine(reader, view),
      ...needsLine(reader, view.current),
      ...doubtLine(reader, view),
      ...seenBeforeLine(reader, view),
      ...alsoSoon(reader, view),
      ...plainLine(calledWords(reader, view)),
    ],
    mentioned: mentioned.entities,
  });
  return expand('received', { ...model, whose: words });
}
