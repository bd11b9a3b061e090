import type { Answers } from '../../../domain/forms/form';
import { DEAL_FIELDS } from '../../../domain/deal/fields';
import type { Model } from '../cards/templates';
import { fieldWord } from './form-fields';
import { day } from '../cards/moments';
import { reason } from '../cards/names';
import { block } from '../cards/plain-text';
import type { Reader } from '../cards/reader';

/** Beside the titles of a field's choices stand these. */
const LABELS: ReadonlySet<string> = new Set(['label', 'hint', 'ask']);

function words(reader: Reader, form: string, field: string, value: string): string {
  if (field === 'reason') return reason(reader, value);
  if (DEAL_FIELDS.some(({ id, kind }) => id === field && kind === 'day'))
    return day(reader, block(value, 60));
  const choice = LABELS.has(value) ? undefined : reader.lookup(`forms.${form}.${field}`, value);
  if (choice !== undefined) return choice;
  return block(value, field === 'notes' ? 4_000 : 500);
}

/** What a person had written into a form, given back when it was not taken. */
export const wroteFacts = (reader: Reader, form: string, wrote: Answers): Model[] =>
  Object.entries(wrote)
    .filter(
      ([field, value]) => value !== '' && reader.lookup(`forms.${form}.${field}`, 'label') !== undefined,
    )
    .map(([field, value]) => ({
      label: fieldWord(reader, form, field, 'label'),
      value: words(reader, form, field, value),
    }));
