import type { Answers, FormName } from '../../../domain/forms/form';
import type { Model } from '../cards/templates';
import { fieldWord } from './form-fields';
import { day } from '../cards/moments';
import { reason } from '../cards/names';
import { block } from '../cards/plain-text';
import type { Reader } from '../cards/reader';

function words(reader: Reader, form: FormName, field: string, value: string): string {
  if (field === 'reason') return reason(reader, value);
  if (field === 'closeDate') return day(reader, block(value, 60));
  if (form === 'called') return reader.lookup('forms.called.result', value) ?? block(value, 60);
  return block(value, field === 'notes' ? 4_000 : 500);
}

/** What a person had written into a form, given back when it was not taken. */
export const wroteFacts = (reader: Reader, form: FormName, wrote: Answers): Model[] =>
  Object.entries(wrote)
    .filter(
      ([field, value]) => value !== '' && reader.lookup(`forms.${form}.${field}`, 'label') !== undefined,
    )
    .map(([field, value]) => ({
      label: fieldWord(reader, form, field, 'label'),
      value: words(reader, form, field, value),
    }));
