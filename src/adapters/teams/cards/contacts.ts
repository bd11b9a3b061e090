import type { Contact } from '../../../domain/record/current';
import type { ContactSheet } from '../../../application/use-cases';
import type { MakeButton } from './make-button';
import type { Answer } from './shown';
import type { Expand, Model } from './templates';
import { texts } from './answer-card';
import { factModels } from './facts';
import { defused, inline, line } from './plain-text';
import type { Reader } from './reader';
import { referralModel } from './referral-model';
import { calledButton, stageButtons } from './stage-buttons';

const MOST = 20;

function contactModel(reader: Reader, contact: Contact): Model {
  const facts = factModels(reader, [
    { key: 'title', value: line(contact.title ?? '') },
    { key: 'phone', value: line(contact.phone ?? '') },
    { key: 'email', value: line(contact.email ?? '', 254) },
  ]);
  return { name: line(contact.name, 120) || '–', facts, hasFacts: facts.length > 0 };
}

/** How to reach the customer's people: for one person's eyes, never for a channel. */
export function contacts(expand: Expand, reader: Reader, sheet: ContactSheet, make: MakeButton): Answer {
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
