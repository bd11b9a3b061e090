import type { Message } from '../../../application/ports/messages';
import { texts } from './answer-card';
import { customerName, rowModel } from './list-row';
import type { MakeButton } from './make-button';
import { noticeWords } from './notice-words';
import { defused, inline, line } from './plain-text';
import type { Reader } from './reader';
import { plainLine } from './runs';
import { cardMessage } from './rendered-activity';
import type { RenderedActivity } from './shown';
import type { Expand, Model } from './templates';

type Gathered = Extract<Message, { kind: 'gathered' }>;

function row(reader: Reader, { notice, view }: Gathered['lines'][number], make: MakeButton): Model {
  const title = reader.say('buttons.show', { customer: inline(view.current.customer.name, 60) });
  const [said = ''] = noticeWords(reader, notice, view).sentences;
  const select = make({ verb: 'show', title, data: { referral: view.id } });
  return rowModel(customerName(view), plainLine(line(said, 300), { subtle: true }), select);
}

/** What would have been many messages within a minute, as one list. */
export function gathered(
  expand: Expand,
  reader: Reader,
  { lines, total }: Gathered,
  make: MakeButton,
): RenderedActivity {
  const title = reader.say('notices.gathered', { count: total });
  const more =
    total > lines.length ? reader.say('notices.gathered-more', { count: total - lines.length }) : '';
  const card = expand('list', {
    language: reader.language,
    fallback: defused(title, 600),
    title,
    titleColor: 'Default',
    titleSize: 'Medium',
    texts: texts(more),
    rows: lines.map((one) => row(reader, one, make)),
    buttons: [],
  });
  return cardMessage(card, title);
}
