import type { ReferralView } from '../../../application/ports/messages';
import type { Current } from '../../../domain/record/current';
import { safeUrl } from './make-button';
import type { Model } from './templates';
import { money } from './figures';
import { day } from './moments';
import { helpAsked, namesIn, type NameGroup } from './names';
import { block, fewerLines, line } from './plain-text';
import type { Reader } from './reader';
import type { KeyIn } from './string-key';

/** A text of more lines than these goes on without breaks. */
const MOST_LINES = 40;

/** A fact by the key of its label under `facts`; one without a value is left out. */
export interface Fact {
  readonly key: KeyIn<'facts'>;
  readonly value: string;
  /** Where the value leads, if anywhere. */
  readonly url?: string;
}

export const factModels = (reader: Reader, facts: readonly Fact[]): Model[] =>
  facts
    .filter(({ value }) => value !== '')
    .map(({ key, value, url = '' }) => ({ label: reader.say(`facts.${key}`), value, url: safeUrl(url) }));

const GROUPS: readonly NameGroup[] = ['products', 'services', 'industries', 'solutions'];

export const needs = (reader: Reader, current: Current): Fact[] =>
  GROUPS.map((group) => ({ key: group, value: namesIn(reader, group, current[group]) }));

export function dealFacts(reader: Reader, { deal }: Current): Fact[] {
  return [
    { key: 'value', value: deal.dealValue === undefined ? '' : money(reader, deal.dealValue, deal.currency) },
    { key: 'close-date', value: deal.closeDate === undefined ? '' : day(reader, deal.closeDate) },
  ];
}

export const recordFacts = ({ current: { deal }, crmUrl }: ReferralView): Fact[] => [
  { key: 'deal', value: line(deal.name ?? '', 200) },
  { key: 'crm-id', value: line(deal.crmId ?? '', 100), ...(crmUrl === undefined ? {} : { url: crmUrl }) },
  { key: 'campaign-id', value: line(deal.campaignId ?? '', 100) },
];

export const location = (current: Current): Fact => ({
  key: 'location',
  value: line(current.location ?? '', 120),
});

/** Names only: how to reach them is for those who may see it. */
export const colleagues = (reader: Reader, current: Current): Fact => ({
  key: 'colleagues',
  value: line(
    current.colleagues
      .slice(0, 10)
      .map(({ firstName, lastName }) => line(`${firstName} ${lastName}`, 80))
      .join(reader.say('list-of')),
    400,
  ),
});

/** A text run knows no line break: each line is a paragraph of its own. */
const paragraphs = (text: string): Model[] =>
  text
    .split('\n')
    .filter((words) => words.trim() !== '')
    .map((words) => ({ text: words }));

/** What people wrote, in their own words. */
const quote = (reader: Reader, key: KeyIn<'facts'>, text: string | undefined, most: number): Model[] =>
  text === undefined || text.trim() === ''
    ? []
    : [
        {
          label: reader.say(`facts.${key}`),
          paragraphs: paragraphs(fewerLines(block(text, most), MOST_LINES)),
        },
      ];

/** While received: what the customer asks for, the sender's note, the help asked for. Afterwards: the notes of the deal. */
export function quotes(reader: Reader, current: Current, most: number): Model[] {
  const asked = current.deal.notes === current.request || current.stage === 'received';
  return [
    ...quote(reader, 'request', current.request, most),
    ...(asked ? [] : quote(reader, 'notes', current.deal.notes, most)),
    ...quote(reader, 'sender-note', current.senderNote, most),
  ];
}

export const help = (reader: Reader, current: Current): Fact => ({
  key: 'help-asked',
  value: current.help === undefined || current.help === 'Unknown' ? '' : helpAsked(reader, current.help),
});
