import type { ReferralView } from '../../../application/ports/messages';
import { letterWith } from '../../../domain/desk/letter';
import type { Contact } from '../../../domain/record/current';
import type { Drawing } from '../cards/drawing';
import { filledLink, mailUrl, opening, type Draft } from '../cards/mail';
import { namesIn } from '../cards/names';
import { line } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import type { Model } from '../cards/templates';

const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/u;

/** `tel:` of RFC 3966: digits alone, a plus before them where there is one. */
function callUrl(phone: string): string {
  const digits = phone.replace(/\D/gu, '');
  if (digits.length < 3 || digits.length > 15) return '';
  return `tel:${phone.trim().startsWith('+') ? '+' : ''}${digits}`;
}

const isAddress = (email: string): boolean => email.length <= 254 && ADDRESS.test(email);

/** A meeting to be scheduled in Teams (Microsoft Learn, "Deep link to a meeting"). */
const meetUrl = (email: string, letter: Draft): string =>
  filledLink(`https://teams.microsoft.com/l/meeting/new?attendees=${encodeURIComponent(email)}&`, letter, [
    'subject',
    'content',
  ]);

/** "de" of DE: what most people write there (CLDR, likely subtags); no language where it is no country. */
const languageThere = (country: string | undefined): string =>
  country !== undefined && /^[A-Za-z]{2}$/u.test(country)
    ? new Intl.Locale(`und-${country}`).maximize().language
    : '';

/** What a first letter to the customer says: the desk's words, else in their language where there are words for it. */
function firstLetter({ say, reader }: Drawing, view: ReferralView, name: string): Draft {
  const { customer, products, request, sender } = view.current;
  const language = languageThere(customer.country);
  const of = reader({ language, zone: view.zone }, view.now);
  const what = namesIn(of, 'products', products, 2);
  const subject = say(what === '' ? 'mail.subject' : 'mail.subject-for', { what }, language);
  const seller = line(view.readBy ?? '', 80);
  if (view.letter !== undefined) {
    const words = {
      contact: name,
      customer: line(customer.name, 120),
      seller,
      company: line(view.current.company ?? '', 120) || say('mail.our-company', {}, language),
      product: what || say('mail.your-request', {}, language),
    };
    return { subject, body: letterWith(view.letter, words) };
  }
  const asked =
    sender.kind === 'customer' && request
      ? say('mail.you-wrote', { request }, language)
      : say('mail.you-look-for', { what: what === '' ? customer.name : what }, language);
  return {
    subject,
    body: [
      say('mail.hello', { name }, language),
      asked,
      say('mail.when', {}, language),
      [say('mail.end', {}, language), seller].filter(Boolean).join('\n'),
    ].join('\n\n'),
  };
}

/** Call, E-mail, Meet: those for which the record has what they need. */
export function waysToReach(
  drawing: Drawing,
  reader: Reader,
  view: ReferralView,
  { name, phone = '', email = '' }: Contact,
): Model[] {
  const letter = firstLetter(drawing, view, line(name, 80) || line(view.current.customer.name, 80));
  const known = isAddress(email);
  return [
    ...opening(reader.say('buttons.call'), callUrl(phone)),
    ...opening(reader.say('buttons.mail'), known ? mailUrl(email, letter) : ''),
    ...opening(reader.say('buttons.meet'), known ? meetUrl(email, letter) : ''),
  ];
}
