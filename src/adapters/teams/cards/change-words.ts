import type { Change, ChangeField } from '../../../domain/referral/referral';
import { money } from './figures';
import { day } from './moments';
import { reason } from './names';
import { block, line } from './plain-text';
import type { Reader } from './reader';

/** The order in which people read a change; the currency is said with the value. */
const FIELDS: readonly ChangeField[] = [
  'stage',
  'archivedAs',
  'reason',
  'name',
  'dealValue',
  'closeDate',
  'crmId',
  'campaignId',
  'colleague',
  'notes',
];

function words(reader: Reader, change: Change, field: ChangeField): string {
  const { colleague } = change;
  switch (field) {
    case 'stage':
    case 'archivedAs':
      return change[field] === undefined ? '' : reader.say(`stages.${change[field]}`);
    case 'reason':
      return change.reason === undefined ? '' : reason(reader, change.reason);
    case 'dealValue':
      return change.dealValue === undefined ? '' : money(reader, change.dealValue, change.currency);
    case 'closeDate':
      return change.closeDate === undefined ? '' : day(reader, change.closeDate);
    case 'colleague':
      return colleague ? line(`${colleague.firstName} ${colleague.lastName}`) : '';
    default:
      return block(change[field] ?? '', 2_000);
  }
}

export interface FieldWords {
  readonly label: string;
  readonly value: string;
}

const withCurrency = (fields: readonly ChangeField[]): readonly ChangeField[] =>
  fields.includes('currency') && !fields.includes('dealValue') ? [...fields, 'dealValue'] : fields;

/** A change, field by field; without `only` all that it has. */
export function changeWords(reader: Reader, change: Change, only?: readonly ChangeField[]): FieldWords[] {
  const fields = only ? withCurrency(only) : undefined;
  return FIELDS.filter((field) => !fields || fields.includes(field))
    .map((field) => ({ label: reader.say(`fields.${field}`), value: words(reader, change, field) }))
    .filter(({ value }) => fields !== undefined || value !== '');
}
