import type { ReferralView } from '../../../application/ports/messages';
import { firstDeadline } from './deadlines';
import { size } from './figures';
import { namesIn } from './names';
import { inline } from './plain-text';
import type { Reader } from './reader';

/** "Microsoft 365, 51–250 people": what it is about, for one glance. */
function needsInShort(reader: Reader, { current }: ReferralView): string {
  const what = current.products.length > 0 ? namesIn(reader, 'products', current.products, 2) : '';
  const instead = what === '' ? namesIn(reader, 'solutions', current.solutions, 2) : what;
  const people = current.customer.size ? size(reader, current.customer.size) : '';
  return [instead, people].filter(Boolean).join(reader.say('list-of'));
}

const sentences = (...parts: readonly string[]): string => parts.filter(Boolean).join('. ');

function received(reader: Reader, view: ReferralView): string {
  const { name, city } = view.current.customer;
  const who = [inline(name), city ? inline(city, 60) : ''].filter(Boolean).join(reader.say('list-of'));
  const what = reader.say('summary.new', { what: reader.say(`new.${view.current.kind}`), who });
  return sentences(what, needsInShort(reader, view), firstDeadline(reader, view));
}

/** The line of the notification and the chat list: "New lead: Tailspin Toys, Bonn. Microsoft 365, 51–250 people. Answer by Tue 10:42". */
export function summaryLine(reader: Reader, view: ReferralView): string {
  if (!view.test) return summary(reader, view);
  return view.test.over === undefined
    ? reader.say('test.summary', { summary: summary(reader, view) })
    : reader.say('test.over');
}

function summary(reader: Reader, view: ReferralView): string {
  const customer = inline(view.current.customer.name);
  switch (view.current.stage) {
    case 'received':
      return received(reader, view);
    case 'accepted':
      return view.owner
        ? reader.say('summary.accepted', { name: inline(view.owner.name), customer })
        : reader.say('summary.accepted-elsewhere', { customer });
    case 'archived': {
      const stage = reader.say(`archived.${view.current.archivedAs ?? 'unknown'}`);
      return reader.say('summary.archived', { stage, customer });
    }
  }
}
