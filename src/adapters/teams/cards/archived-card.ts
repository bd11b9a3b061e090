import type { ReferralView } from '../../../application/ports/messages';
import { dealRuns, factLine, needsLine, saidLine } from './card-lines';
import { notesBeside } from './facts';
import type { MakeButton } from './make-button';
import { onDay } from './moments';
import { reason } from './names';
import { defused } from './plain-text';
import type { Reader } from './reader';
import { pendingWord, referralModel } from './referral-model';
import { lineOf, plainLine, pointed } from './runs';
import type { Card } from './shown';
import { registrationFact } from './with-microsoft';
import type { Expand } from './templates';

/** "Declined by Megan Bowen · 25 Nov 17:10 · Not a customer · confirmed". */
export function endedWords(reader: Reader, { current, ended, ...view }: ReferralView): string {
  const stage = reader.say(`archived.${current.archivedAs ?? 'unknown'}`);
  const at = ended?.at ?? current.closedAt;
  return pointed(
    ended?.by ? reader.say('archived.by', { stage, name: defused(ended.by.name, 80) }) : stage,
    at === undefined ? '' : onDay(reader, at),
    current.reason === undefined ? '' : defused(reason(reader, current.reason), 120),
    pendingWord(reader, { current, ...view }),
  );
}

/** Who let it expire. */
function meantFor(reader: Reader, { current, responders }: ReferralView): string {
  if (current.archivedAs !== 'expired' || current.kind === 'other') return '';
  if (responders.length === 0) return reader.say('archived.unanswered');
  const who = responders.slice(0, 10).map(({ name }) => defused(name, 80));
  return reader.say('archived.meant', { who: who.join(reader.say('list-of')) });
}

/** What is over: how it ended, in one line, and what was noted of it. */
export function archivedCard(expand: Expand, reader: Reader, view: ReferralView, make: MakeButton): Card {
  const { current } = view;
  const model = referralModel(reader, view, make, {
    title: endedWords(reader, view),
    titleSize: 'Default',
    lines: [
      ...saidLine(reader, notesBeside(current)),
      ...plainLine(meantFor(reader, view)),
      ...factLine(reader, registrationFact(reader, view)),
      ...lineOf(dealRuns(reader, view)),
      ...needsLine(reader, current),
    ],
  });
  return expand('archived', model);
}
