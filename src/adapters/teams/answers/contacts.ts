import type { Contact } from '../../../domain/record/current';
import type { ReferralView } from '../../../application/ports/messages';
import type { Drawing } from '../cards/drawing';
import type { MakeButton } from '../cards/make-button';
import type { DrawnCard } from '../cards/shown';
import type { Model } from '../cards/templates';
import { texts } from '../cards/answer-card';
import { defused, inline, line } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import { referralModel } from '../cards/referral-model';
import { joined, plainLine, run } from '../cards/runs';
import { stageButtons, type ButtonWish } from '../cards/stage-buttons';
import type { AnswerKind, Showing } from './kind';
import { waysToReach } from './ways-to-reach';

const MOST = 20;
const LONGEST_ADDRESS = 254;

function contactModel(drawing: Drawing, reader: Reader, view: ReferralView, contact: Contact): Model {
  const subtle = { subtle: true } as const;
  const actions = waysToReach(drawing, reader, view, contact);
  const addresses = joined(
    [run(line(contact.phone ?? '')), run(line(contact.email ?? '', LONGEST_ADDRESS))],
    subtle,
  );
  const wrong = (contact.doubts ?? []).flatMap((what) =>
    plainLine(reader.say(`card.wrong-${what}`), { color: 'Warning', size: 'Small' }),
  );
  return {
    name: joined(
      [run(line(contact.name, 120) || '–', { bold: true }), run(line(contact.title ?? ''), subtle)],
      subtle,
    ),
    ways: [...(addresses.length === 0 ? [] : [{ inlines: addresses }]), ...wrong],
    actions,
    hasActions: actions.length > 0,
  };
}

/** How it went comes first; pressed just now, it is not offered again, nor what ends it. */
function wish({ looks }: MakeButton): ButtonWish {
  const names = (which: (look: MakeButton['looks'][number]) => boolean): string[] =>
    looks.filter(which).map(({ operation }) => operation.name);
  return {
    without: names(({ ends, style }) => ends === 'contacts' || style === 'destructive'),
    first: names(({ next, onlyNext, ends }) => next !== undefined && !onlyNext && ends === undefined),
  };
}

function draw(drawing: Drawing, view: ReferralView, { surface, here }: Showing): DrawnCard {
  const reader = drawing.reader(view, view.now);
  const make = drawing.buttons(surface, here);
  const customer = inline(view.current.customer.name);
  const count = view.current.contacts.length;
  const text = count === 0 ? reader.say('contacts.none') : reader.say('contacts.text', { customer, count });
  // After acceptance the thread is told nothing more.
  const said = count > 0 && view.contacting !== undefined && view.current.stage === 'received';
  const model = referralModel(reader, view, make, {
    title: reader.say('contacts.title'),
    titled: surface === 'dialog',
    buttons: stageButtons(reader, view, make, wish(make)),
  });
  const card = drawing.expand('contacts', {
    ...model,
    fallback: defused(text, 400),
    texts: texts(
      count === 0 ? text : reader.say('contacts.private'),
      said ? reader.say('contacts.said') : '',
    ),
    contacts: view.current.contacts
      .slice(0, MOST)
      .map((contact) => contactModel(drawing, reader, view, contact)),
  });
  return { title: line(view.current.customer.name, 200), text, card };
}

/** How to reach the customer's people: for one person's eyes, never for a channel. */
export interface Contacts {
  readonly kind: 'contacts';
  readonly view: ReferralView;
}

export const contactsKind: AnswerKind<Contacts> = {
  draw: (drawing, { view }, showing) => draw(drawing, view, showing),
  eyes: () => 'person',
};
