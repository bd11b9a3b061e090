import { DEAL_FIELDS, type DealField } from '../../../domain/deal/fields';
import type { Change } from '../../../domain/referral/referral';
import { fieldValue, isUnit } from './field-value';
import { reason } from './names';
import { line } from './plain-text';
import type { Reader } from './reader';

const LONGEST = 2_000;

type Words = readonly [field: string, words: string];

/** The stage that it goes to, and why. */
const stageWords = (reader: Reader, change: Change): Words[] => [
  ['stage', change.stage === undefined ? '' : reader.say(`stages.${change.stage}`)],
  ['archivedAs', change.archivedAs === undefined ? '' : reader.say(`stages.${change.archivedAs}`)],
  ['reason', change.reason === undefined ? '' : reason(reader, change.reason)],
];

const colleagueWords = ({ colleague }: Change): string =>
  colleague ? line(`${colleague.firstName} ${colleague.lastName}`) : '';

export interface FieldWords {
  readonly label: string;
  readonly value: string;
}

/** A currency alone is said with its amount. */
const withAmounts = (only: readonly string[], fields: readonly DealField[]): readonly string[] => [
  ...only,
  ...fields.flatMap(({ id, unit }) => (unit !== undefined && only.includes(unit) ? [id] : [])),
];

/** A change, field by field, in the order in which people read it; without `only` all that it has. */
export function changeWords(
  reader: Reader,
  change: Change,
  only?: readonly string[],
  fields: readonly DealField[] = DEAL_FIELDS,
): FieldWords[] {
  const wanted = only && withAmounts(only, fields);
  const all: Words[] = [
    ...stageWords(reader, change),
    ...fields
      .filter(({ id }) => !isUnit(id, fields))
      .map((field): Words => [field.id, fieldValue(reader, change, field, LONGEST)]),
    ['colleague', colleagueWords(change)],
  ];
  return all
    .filter(([field, words]) => (wanted ? wanted.includes(field) : words !== ''))
    .map(([field, value]) => ({ label: reader.say(`fields.${field}`), value }));
}
