import type { Change, ChangeField, Deal } from '../../../domain/deal/deal';
import type { DealField } from '../../../domain/deal/fields';
import { money } from './figures';
import { day } from './moments';
import { block, line } from './plain-text';
import type { Reader } from './reader';

/** What a change says of one field or entry. */
export interface FieldWords {
  readonly field: ChangeField;
  readonly label: string;
  readonly value: string;
}

/** A deal, or a change of one. */
type Texts = Deal | Change;

const text = (of: Texts, id: string | undefined): string | undefined => {
  const value: unknown = id === undefined ? undefined : (of as Readonly<Record<string, unknown>>)[id];
  return typeof value === 'string' ? value : undefined;
};

/** One field of a deal as people read it; '' when it holds nothing. `most`: characters of a text. */
export function fieldValue(reader: Reader, of: Texts, field: DealField, most: number): string {
  const value = text(of, field.id);
  if (value === undefined) return '';
  switch (field.kind) {
    case 'money':
      return money(reader, value, text(of, field.unit));
    case 'day':
      return day(reader, value);
    case 'choice':
    case 'flag':
      return reader.lookup(`choices.${field.id}`, value) ?? line(value, most);
    case 'notes':
      return block(value, most);
    default:
      return line(value, most);
  }
}

/** What is said with another field (a currency with its amount) is no line of its own. */
export const isUnit = (id: string, fields: readonly DealField[]): boolean =>
  fields.some(({ unit }) => unit === id);
