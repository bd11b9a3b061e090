import { DECLINE_REASONS } from '../../../domain/deal/reasons';
import type { Current } from '../../../domain/record/current';
import type { Sender } from '../../../domain/record/kind';
import { inline, line } from './plain-text';
import { remembered } from '../../../platform/remembered';
import type { Reader } from './reader';

const CAPITALS = /^[^a-z]*$/u;

/** "Deployment or migration" of `DeploymentOrMigration`; what has spaces is words already. */
export function splitWords(id: string): string {
  const plain = line(id, 80);
  if (/\s/u.test(plain) || CAPITALS.test(plain)) return plain;
  const words = plain
    .replace(/([a-z])([A-Z0-9(])/gu, '$1 $2')
    .replace(/([0-9])([A-Z][a-z])/gu, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/gu, '$1 $2')
    .split(' ');
  return words
    .map((word, index) => (index === 0 || !/^[A-Z][a-z]+$/u.test(word) ? word : word.toLowerCase()))
    .join(' ');
}

/** What a desk is called; General has no name in Teams' list of channels. */
export const deskName = (reader: Reader, name: string): string =>
  inline(name === '' ? reader.say('desks.unnamed') : name, 80);

const LONGEST = 400;

export type NameGroup = 'products' | 'services' | 'industries' | 'solutions';

/** Partner Center's ids in words, joined; `most` of them. */
export function namesIn(reader: Reader, group: NameGroup, ids: readonly string[], most = 12): string {
  const words = ids.slice(0, most).map((id) => reader.lookup(group, id) ?? splitWords(id));
  return line(words.join(reader.say('list-of')), LONGEST) + (ids.length > most ? ' …' : '');
}

/** "Germany" of `DE`; what is not a region code is shown as it came. */
export function country(reader: Reader, code: string): string {
  if (!/^[A-Za-z]{2}$/u.test(code)) return line(code, 60);
  return regionsIn(reader.language).of(code.toUpperCase()) ?? code;
}

const regionsIn = remembered((language) => new Intl.DisplayNames(language, { type: 'region' }));

export const helpAsked = (reader: Reader, code: string): string =>
  reader.lookup('help-asked', code) ?? splitWords(code);

/** A code of `DECLINE_REASONS`, or Partner Center's own words. */
export function reason(reader: Reader, codeOrWords: string): string {
  const known = DECLINE_REASONS.find(({ code, key }) => code === codeOrWords || key === codeOrWords);
  return known ? reader.say(`reasons.${known.key}`) : splitWords(codeOrWords);
}

/** Which store a marketplace lead came from, and what the customer pressed there; unknown codes as they came. */
function marketplace(reader: Reader, { source, action }: Extract<Sender, { kind: 'marketplace' }>): string {
  const named = (group: 'marketplace-sources' | 'marketplace-actions', code: string): string =>
    reader.lookup(group, code) ?? inline(splitWords(code));
  const from = source ? named('marketplace-sources', source) : reader.say('marketplace-sources.any');
  return action
    ? reader.say('senders.marketplace-action', { source: from, action: named('marketplace-actions', action) })
    : reader.say('senders.marketplace-source', { source: from });
}

/** Nothing where nobody knows. */
function sender(reader: Reader, from: Sender): string {
  switch (from.kind) {
    case 'unknown':
      return '';
    case 'marketplace':
      return marketplace(reader, from);
    case 'partner':
      return reader.say('senders.partner', { name: inline(from.name) });
    default:
      return reader.say(`senders.${from.kind}`);
  }
}

/** "Customer inquiry, from the customer through your business profile". */
export const kindAndSender = (reader: Reader, current: Current): string =>
  [reader.say(`kinds.${current.kind}`), sender(reader, current.sender)].filter(Boolean).join(', ');

/** "Bonn, Germany · 51–250 people". */
export const place = (reader: Reader, customer: Current['customer']): string =>
  [line(customer.city ?? '', 60), customer.country ? country(reader, customer.country) : '']
    .filter(Boolean)
    .join(', ');
