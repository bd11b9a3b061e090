import type { Contact } from '../../../domain/record/current';
import type { ContactSheet } from '../../../application/use-cases';
import type { MakeButton } from '../cards/make-button';
import type { DrawnCard } from '../cards/shown';
import type { Expand, Model } from '../cards/templates';
import { texts } from '../cards/answer-card';
import { factModels } from '../cards/facts';
import { defused, inline, line } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import { referralModel } from '../cards/referral-model';
import { calledButton, stageButtons } from '../cards/stage-buttons';
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

function draw(expand: Expand, reader: Reader, sheet: ContactSheet, make: MakeButton): DrawnCard {
  const { view } = sheet;
  const customer = inline(view.current.customer.name);
  const count = sheet.contacts.length;
  const text = count === 0 ? reader.say('contacts.none') : reader.say('contacts.text', { customer, count });
  // After acceptance the thread is told nothing more.
  const said = view.contacting !== undefined && view.current.stage === 'received';
  const saying = said ? reader.say('contacts.said') : '';
  const model = referralModel(reader, view, make, {
    title: reader.say('contacts.title'),
    buttons: [
      ...stageButtons(reader, view, make, ['contact', 'decline', 'more']),
      ...calledButton(reader, view, make),
    ],
  });
  const card = expand('contacts', {
    ...model,
    fallback: defused(text, 400),
    texts: texts(count === 0 ? text : reader.say('contacts.private'), saying),
    contacts: sheet.contacts.slice(0, MOST).map((contact) => contactModel(reader, contact)),
  });
  return { title: reader.say('contacts.title'), text, card };
}

/** How to reach the customer's people: for one person's eyes, never for a channel. */
export const contactsKind: AnswerKind<ContactSheet> = {
  draw: ({ expand, reader, buttons }, sheet, { surface, here }) =>
    draw(expand, reader(sheet.view, sheet.view.now), sheet, buttons(surface, here)),
  eyes: () => 'person',
};
