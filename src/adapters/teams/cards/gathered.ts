import type { Message } from '../../../application/ports/messages';
import { customerName, rowModel } from './list-row';
import type { MakeButton } from './make-button';
import { noticeWords } from './notice-words';
import { inline, line } from './plain-text';
import type { Reader } from './reader';
import { plainLine } from './runs';
import { restWords, rowsMessage } from './rows-message';
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
  return rowsMessage(expand, reader, 'list', {
    title: reader.say('notices.gathered', { count: total }),
    rows: lines.map((one) => row(reader, one, make)),
    said: [restWords(reader, total, lines.length)],
  });
}
