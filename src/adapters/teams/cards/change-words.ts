import { DEAL_FIELDS, type DealField } from '../../../domain/deal/fields';
import type { Change, ChangeField, Deal } from '../../../domain/deal/deal';
import { entryWords, type EntryDetail } from './entry-words';
import { fieldValue, isUnit, type FieldWords } from './field-value';
import { reason } from './names';
import type { Reader } from './reader';

const LONGEST = 2_000;

/** The stage that it goes to, and why. */
const stageWords = (reader: Reader, change: Change): (readonly [string, string])[] => [
  ['stage', change.stage === undefined ? '' : reader.say(`stages.${change.stage}`)],
  ['archivedAs', change.archivedAs === undefined ? '' : reader.say(`stages.${change.archivedAs}`)],
  ['reason', change.reason === undefined ? '' : reason(reader, change.reason)],
];

/** Every field of a change, in the order in which people read it; a currency is said with its amount. */
export const fieldWords = (
  reader: Reader,
  change: Change,
  fields: readonly DealField[] = DEAL_FIELDS,
): FieldWords[] =>
  [
    ...stageWords(reader, change),
    ...fields
      .filter(({ id }) => !isUnit(id, fields))
      .map((field) => [field.id, fieldValue(reader, change, field, LONGEST)] as const),
  ].map(([field, value]) => ({ field: field as ChangeField, label: reader.say(`fields.${field}`), value }));

/** All that a change says, field by field and entry by entry. `detail`: of the entries. */
export const changeWords = (
  reader: Reader,
  change: Change,
  detail: EntryDetail,
  fields: readonly DealField[] = DEAL_FIELDS,
): FieldWords[] => [
  ...fieldWords(reader, change, fields).filter(({ value }) => value !== ''),
  ...entryWords(reader, change, detail),
];

/** A currency alone is said with its amount. */
export const withAmounts = (
  only: readonly (ChangeField | keyof Change)[],
  fields: readonly DealField[] = DEAL_FIELDS,
): readonly string[] => [
  ...only,
  ...fields.flatMap(({ id, unit }) => (unit !== undefined && only.some((one) => one === unit) ? [id] : [])),
];

/** A change with the units that it leaves as they stand: an amount is never said without its currency. */
export const inItsUnits = (
  change: Change,
  standing: Deal,
  fields: readonly DealField[] = DEAL_FIELDS,
): Change => {
  const held: Readonly<Record<string, string | undefined>> = standing;
  const units = fields.flatMap(({ unit }) => (unit && held[unit] ? [[unit, held[unit]] as const] : []));
  return { ...Object.fromEntries(units), ...change };
};
