import type { Message, ReferralView } from '../../../application/ports/messages';
import { endedWords } from './archived-card';
import { isQuietStill, quietWords } from './doubts';
import { customerName, nextRun, rowModel, worth } from './list-row';
import type { MakeButton } from './make-button';
import { mentionAll } from './mentions';
import { inline, line } from './plain-text';
import type { Reader } from './reader';
import { restWords, rowsMessage } from './rows-message';
import { joined, lineOf, run } from './runs';
import type { RenderedActivity } from './shown';
import type { Expand, Model } from './templates';

type Listed = Extract<Message, { kind: 'listed' }>;

/** Counted exactly below this. */
const MANY = 1_000;

/** Until when it is to be answered; whose it is, or how it ended. */
export function endedOrTaken(reader: Reader, view: ReferralView): Model {
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
  const words = isQuietStill(view) ? quietWords(reader, view) : reader.say(`kinds.${view.current.kind}`);
  const kind = run(line(words, 60));
  return rowModel(
    customerName(view),
    lineOf(joined([kind, endedOrTaken(reader, view)], { subtle: true })),
    make({ verb: 'open', title, data: { referral: view.id } }),
    worth(reader, view),
  );
}

const newTitle = (reader: Reader, total: number): string =>
  total < MANY
    ? reader.say('notices.listed', { count: total })
    : reader.say('notices.listed-many', { most: MANY - 1 });

function foundTitle(reader: Reader, total: number, account?: string): string {
  const found =
    total < MANY
      ? reader.say('notices.found', { count: total })
      : reader.say('notices.found-many', { most: MANY - 1 });
  return account === undefined
    ? found
    : reader.say('notices.found-in', { found, tenant: inline(account, 60) });
}

const foundWords = (reader: Reader, late: number): string =>
  [
    ...(late === 0
      ? []
      : [
          late < MANY
            ? reader.say('notices.found-late', { count: late })
            : reader.say('notices.found-late-many', { most: MANY - 1 }),
        ]),
    reader.say('notices.found-how'),
  ].join(' ');

/** What came to a channel at once, as one list: a row is opened by pressing it, and says who has taken it. */
export function newReferrals(
  expand: Expand,
  reader: Reader,
  { rows, total, answers, imported }: Listed,
  make: MakeButton,
): RenderedActivity {
  const title = imported ? foundTitle(reader, total, imported.account) : newTitle(reader, total);
  const isNew = rows.some(({ current }) => current.stage === 'received');
  const who = isNew ? mentionAll(reader, answers) : mentionAll(reader, []);
  const more = restWords(
    reader,
    total,
    rows.length,
    imported ? 'notices.found-more' : 'notices.gathered-more',
  );
  return rowsMessage(expand, reader, 'new-referrals', {
    title,
    rows: rows.map((view) => row(reader, view, make)),
    said: [more, imported ? foundWords(reader, imported.late) : ''],
    own: {
      mentions: who.entities as unknown as Model[],
      whose: who.text === '' ? '' : reader.say('notices.listed-answers', { who: who.text }),
    },
  });
}
