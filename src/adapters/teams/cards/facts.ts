import type { ReferralView } from '../../../application/ports/messages';
import { DEAL_FIELDS, type DealField } from '../../../domain/deal/fields';
import type { Current } from '../../../domain/record/current';
import { safeUrl } from './make-button';
import type { Model } from './templates';
import { fieldValue } from './field-value';
import { moment } from './moments';
import { helpAsked, namesIn, type NameGroup } from './names';
import { block, fewerLines, line } from './plain-text';
import type { Reader } from './reader';
import { namedByRow, type KeyIn } from './string-key';

/** A text of more lines than these goes on without breaks. */
const MOST_LINES = 40;

/** A fact by the key of its label under `facts`; one without a value is left out. */
export interface Fact {
  readonly key: KeyIn<'facts'> | (string & {});
  readonly value: string;
  /** Where the value leads, if anywhere. */
  readonly url?: string;
}

export const factModels = (reader: Reader, facts: readonly Fact[]): Model[] =>
  facts
    .filter(({ value }) => value !== '')
    .map(({ key, value, url = '' }) => ({
      label: reader.say(namedByRow(`facts.${key}`)),
      value,
      url: safeUrl(url),
    }));

const GROUPS: readonly NameGroup[] = ['products', 'services', 'industries', 'solutions'];

export const needs = (reader: Reader, current: Current): Fact[] =>
  GROUPS.map((group) => ({ key: group, value: namesIn(reader, group, current[group]) }));

const factsAmong = (
  reader: Reader,
  { deal }: Pick<Current, 'deal'>,
  among: NonNullable<DealField['fact']>['among'],
  fields: readonly DealField[],
): Fact[] =>
  fields.flatMap((field) =>
    field.fact?.among === among
      ? [{ key: field.fact.label, value: fieldValue(reader, deal, field, 200) }]
      : [],
  );

/** Value, close date: the deal's own figures. */
export const dealFacts = (
  reader: Reader,
  current: Pick<Current, 'deal'>,
  fields: readonly DealField[] = DEAL_FIELDS,
): Fact[] => factsAmong(reader, current, 'deal', fields);

/** Its name and its ids; the CRM's leads there. */
export const recordFacts = (
  reader: Reader,
  { current, crmUrl }: Pick<ReferralView, 'current' | 'crmUrl'>,
  among: 'record' | 'details',
  fields: readonly DealField[] = DEAL_FIELDS,
): Fact[] =>
  factsAmong(reader, current, among, fields).map((fact) =>
    fact.key === 'crm-id' && crmUrl !== undefined ? { ...fact, url: crmUrl } : fact,
  );

export const location = (current: Current): Fact => ({
  key: 'location',
  value: line(current.location ?? '', 120),
});

/** Names only: how to reach them is for those who may see it. `without`: whoever is named already. */
export const colleagues = (reader: Reader, current: Current, without?: string): Fact => ({
  key: 'colleagues',
  value: line(
    current.colleagues
      .map(({ firstName, lastName }) => line(`${firstName} ${lastName}`, 80))
      .filter((name) => name.toLowerCase() !== without?.toLowerCase())
      .slice(0, 10)
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

/** What was noted beside what the customer asks for: in the record both stand in one field. */
export function notesBeside({ deal: { notes }, request, stage }: Current): string | undefined {
  if (stage === 'received' || notes === undefined || request === undefined) return undefined;
  return notes.startsWith(request) ? notes.slice(request.length).trim() : notes;
}

/** What the customer asks for, what was noted since, the sender's note. */
export const quotes = (reader: Reader, current: Current, most: number): Model[] => [
  ...quote(reader, 'request', current.request, most),
  ...quote(reader, 'notes', notesBeside(current), most),
  ...quote(reader, 'sender-note', current.senderNote, most),
];

/** The desk's own notes, each as a line with day and name; the newest first, within what fits. */
export function deskNotes(reader: Reader, { notes = [] }: ReferralView, most: number): Model[] {
  const lines = [...notes]
    .reverse()
    .map(({ at, by, text }) =>
      reader.say('details.note', { moment: moment(reader, at), name: by.name, text }),
    );
  return lines.length === 0 ? [] : quote(reader, 'desk-notes', lines.join('\n'), most);
}

export const help = (reader: Reader, current: Current): Fact => ({
  key: 'help-asked',
  value: current.help === undefined || current.help === 'Unknown' ? '' : helpAsked(reader, current.help),
});
