import type { Message, ReferralView } from '../../../application/ports/messages';
import { texts } from './answer-card';
import { endedWords } from './archived-card';
import { customerName, nextRun, rowModel, worth } from './list-row';
import type { MakeButton } from './make-button';
import { mentionAll } from './mentions';
import { defused, inline, line } from './plain-text';
import type { Reader } from './reader';
import { cardMessage } from './rendered-activity';
import { joined, lineOf, run } from './runs';
import type { RenderedActivity } from './shown';
import type { Expand, Model } from './templates';

type Listed = Extract<Message, { kind: 'listed' }>;

/** Counted exactly below this. */
const MANY = 1_000;

/** Until when it is to be answered; whose it is, or how it ended. */
function standing(reader: Reader, view: ReferralView): Model {
  const { current, owner } = view;
  if (current.stage === 'archived') return run(endedWords(reader, view), { subtle: true });
  if (current.stage === 'received') return nextRun(reader, view);
  return run(
    owner
      ? reader.say('notices.listed-taken', { name: inline(owner.name, 60) })
      : reader.say('stages.accepted'),
    { subtle: true },
  );
}

function row(reader: Reader, view: ReferralView, make: MakeButton): Model {
  const title = reader.say('buttons.show', { customer: inline(view.current.customer.name, 60) });
  const kind = run(line(reader.say(`kinds.${view.current.kind}`), 60));
  return rowModel(
    customerName(view),
    lineOf(joined([kind, standing(reader, view)], { subtle: true })),
    make({ verb: 'open', title, data: { referral: view.id } }),
    worth(reader, view),
  );
}

/** What came to a channel at once, as one list: a row is opened by pressing it, and says who has taken it. */
export function newReferrals(
  expand: Expand,
  reader: Reader,
  { rows, total, answers }: Listed,
  make: MakeButton,
): RenderedActivity {
  const title =
    total < MANY
      ? reader.say('notices.listed', { count: total })
      : reader.say('notices.listed-many', { most: MANY - 1 });
  const isNew = rows.some(({ current }) => current.stage === 'received');
  const who = isNew ? mentionAll(reader, answers) : mentionAll(reader, []);
  const more = total > rows.length ? reader.say('notices.gathered-more', { count: total - rows.length }) : '';
  const card = expand('new-referrals', {
    language: reader.language,
    fallback: defused(title, 600),
    title,
    titleColor: 'Default',
    titleSize: 'Medium',
    mentions: who.entities as unknown as Model[],
    whose: who.text === '' ? '' : reader.say('notices.listed-answers', { who: who.text }),
    texts: texts(more),
    rows: rows.map((view) => row(reader, view, make)),
    buttons: [],
  });
  return cardMessage(card, title);
}
