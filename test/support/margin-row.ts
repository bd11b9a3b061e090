import { DEAL_FIELDS, type DealField } from '../../src/domain/deal/fields';

/** A field that the product does not have. */
export const MARGIN: DealField = {
  id: 'margin',
  at: ['details', 'partnerMargin'],
  kind: 'money',
  unit: 'currency',
  required: false,
  maxLength: 60,
  more: true,
  fact: { among: 'deal', label: 'margin' },
  found: true,
  also: ['profit'],
};

/** Imported before the program: whatever reads the table finds it there. */
(DEAL_FIELDS as unknown as DealField[]).push(MARGIN);
