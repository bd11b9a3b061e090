import type { Contact } from '../../../domain/record/current';
import type { ReferralView } from '../../../application/ports/messages';
import type { MakeButton } from '../cards/make-button';
import type { DrawnCard } from '../cards/shown';
import type { Expand, Model } from '../cards/templates';
import { texts } from '../cards/answer-card';
import { factModels } from '../cards/facts';
import { defused, inline, line } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import { referralModel } from '../cards/referral-model';
import { moreButtons, stageButtons } from '../cards/stage-buttons';
import type { AnswerKind } from './kind';

const MOST = 20;

function contactModel(reader: Reader, contact: Contact): Model {
  const facts = factModels(reader, [
    { key: 'title', value: line(contact.title ?? '') },
    { key: 'phone', value: line(contact.phone ?? '') },
    { key: 'email', value: line(contact.email ?? '', 254) },
  ]);
  return { name: line(contact.name, 120) || '–', facts, hasFacts: facts.length > 0 };
}

/** Pressed just now; and what ends it is not offered beside how to begin. */
const notAgain = ({ looks }: MakeButton): string[] =>
  looks
    .filter(({ ends, style }) => ends === 'contacts' || style === 'destructive')
    .map(({ operation }) => operation.name);

function draw(expand: Expand, reader: Reader, view: ReferralView, make: MakeButton): DrawnCard {
  const customer = inline(view.current.customer.name);
  const count = view.current.contacts.length;
  const text = count === 0 ? reader.say('contacts.none') : reader.say('contacts.text', { customer, count });
  // After acceptance the thread is told nothing more.
  const said = count > 0 && view.contacting !== undefined && view.current.stage === 'received';
  const saying = said ? reader.say('contacts.said') : '';
  const model = referralModel(reader, view, make, {
    title: reader.say('contacts.title'),
    buttons: [
      ...stageButtons(reader, view, make, [...notAgain(make), 'more']),
      ...moreButtons(reader, view, make),
    ],
  });
  const card = expand('contacts', {
    ...model,
    fallback: defused(text, 400),
    texts: texts(count === 0 ? text : reader.say('contacts.private'), saying),
    contacts: view.current.contacts.slice(0, MOST).map((contact) => contactModel(reader, contact)),
  });
  return { title: reader.say('contacts.title'), text, card };
}

/** How to reach the customer's people: for one person's eyes, never for a channel. */
export interface Contacts {
  readonly kind: 'contacts';
  readonly view: ReferralView;
}

export const contactsKind: AnswerKind<Contacts> = {
  draw: ({ expand, reader, buttons }, { view }, { surface, here }) =>
    draw(expand, reader(view, view.now), view, buttons(surface, here)),
  eyes: () => 'person',
};
