import type { ReferralView } from '../../../application/ports/messages';
import { dealRuns, factLine, helpLine, lackingLine, needsWords, ownName } from './card-lines';
import { actLine, closeTitle, contactLine, sentence } from './deadlines';
import { colleagues, quotes, recordFacts } from './facts';
import type { MakeButton } from './make-button';
import { defused, inline } from './plain-text';
import type { Reader } from './reader';
import { calledWords, goneLines, makingLines, pendingWord, referralModel } from './referral-model';
import { joined, lineOf, plainLine, pointed, run } from './runs';
import type { Card } from './shown';
import { microsoftFact } from './with-microsoft';
import type { Expand, Model } from './templates';

/** The card folds so much of what was written away; the rest is in Details. */
const FOLDED = 600;

/** "Co-sell from Fabrikam Consulting": what it was, and from whom, in a word. */
function kindInAWord(reader: Reader, { sender, kind }: ReferralView['current']): string {
  const what = reader.say(`accepted.${kind}`);
  return sender.kind === 'partner' && sender.name !== ''
    ? reader.say('accepted.from', { what, who: defused(sender.name, 60) })
    : what;
}

/** A pill of words: accepted for certain, or how far that has come in Partner Center. */
function state(reader: Reader, view: ReferralView): Model[] {
  const look = { bold: true, size: 'Small' } as const;
  // What is not there yet is not accepted there: a line of its own says how far it is.
  if (view.making?.part === 'deal') return [run(reader.say('stages.accepted'), { ...look, color: 'Accent' })];
  if (!isPending(view)) return [run(reader.say('card.accepted'), { ...look, color: 'Good' })];
  const words = isInAWord(view) ? pendingWord(reader, view) : '';
  return [run(pointed(reader.say('stages.accepted'), words), { ...look, color: 'Accent' })];
}

const isPending = ({ pending, connected }: ReferralView): boolean =>
  pending !== undefined && (connected || pending.state === 'held');

/** What waits for longer is a sentence: beside the title it would leave no room for that. */
const isInAWord = ({ pending, awaits, tryAt }: ReferralView): boolean =>
  pending?.state !== 'held' && !awaits && tryAt === undefined;

const waitingLine = (reader: Reader, view: ReferralView): Model[] =>
  isPending(view) && !isInAWord(view)
    ? plainLine(sentence(pendingWord(reader, view)), { color: 'Accent' })
    : [];

/** Value, close date, owner, and who else works on it. */
function dealLine(reader: Reader, view: ReferralView): Model[] {
  const { owner, current } = view;
  const others = colleagues(reader, current, owner?.name).value;
  return lineOf(
    dealRuns(
      reader,
      view,
      run(
        owner ? reader.say('card.owner', { name: inline(owner.name) }) : reader.say('card.owner-elsewhere'),
      ),
      run(others === '' ? '' : reader.say('card.with', { names: others })),
    ),
  );
}

/** The deal's name where it says more than the customer's, its id in the CRM, what it is about. */
function recordLine(reader: Reader, view: ReferralView): Model[] {
  const look = { subtle: true, size: 'Small' } as const;
  const record = recordFacts(reader, view, 'record').map(({ key, value, url = '' }) => {
    if (key === 'crm-id')
      return run(value === '' ? '' : reader.say('card.crm', { id: value }), { ...look, url });
    return run(key === 'deal' ? ownName(view.current) : value, look);
  });
  return lineOf(
    joined([...record, run(needsWords(reader, view.current, ownName(view.current)), look)], look),
  );
}

/** Whether Microsoft takes part; a no is said until somebody goes on without it. */
function microsoftLine(reader: Reader, view: ReferralView): Model[] {
  const isOver = view.microsoft !== undefined && 'goneOn' in view.microsoft;
  return isOver ? [] : factLine(reader, microsoftFact(reader, view));
}

/** What they asked for and what was noted, one press away. */
function folded(reader: Reader, { current }: ReferralView): Model[] {
  const written = quotes(reader, current, FOLDED);
  const title = reader.say(written.length > 1 ? 'card.written' : 'facts.request');
  return written.length === 0 ? [] : [{ title, quotes: written }];
}

/** What was accepted: how it stands, what it is worth, whose it is, what comes next. */
export function acceptedCard(expand: Expand, reader: Reader, view: ReferralView, make: MakeButton): Card {
  const { late, ...color } = closeTitle(reader, view);
  const model = referralModel(reader, view, make, {
    title: pointed(kindInAWord(reader, view.current), late),
    ...color,
    lines: [
      ...goneLines(reader, view),
      ...makingLines(reader, view),
      ...waitingLine(reader, view),
      ...dealLine(reader, view),
      ...helpLine(reader, view),
      ...microsoftLine(reader, view),
      ...contactLine(reader, view),
      ...actLine(reader, view),
      ...plainLine(calledWords(reader, view)),
      ...lackingLine(reader, view.current),
      ...recordLine(reader, view),
    ],
  });
  return expand('accepted', { ...model, state: state(reader, view), folded: folded(reader, view) });
}
