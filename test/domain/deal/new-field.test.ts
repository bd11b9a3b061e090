import { toPatch } from '../../../src/adapters/partner-center/to-patch';
import { changeWords } from '../../../src/adapters/teams/cards/change-words';
import { dealFacts } from '../../../src/adapters/teams/cards/facts';
import { namedField } from '../../../src/adapters/teams/words/named-fields';
import { applyChange } from '../../../src/domain/deal/change';
import { compare, differing } from '../../../src/domain/deal/compare';
import type { Change } from '../../../src/domain/deal/deal';
import { DEAL_FIELDS, type DealField } from '../../../src/domain/deal/fields';
import { acceptForm } from '../../../src/domain/forms/accept';
import { acceptStart } from '../../../src/domain/forms/accept-start';
import { toAccept } from '../../../src/domain/forms/to-accept';
import { currentOf } from '../../../src/domain/record/reading';
import { searchWords } from '../../../src/domain/referral/search-words';
import { renderer } from '../../adapters/teams/cards/drawing';
import { fromPartnerCenter, lead, T0 } from '../builders';

/** A field that the product does not have. */
const MARGIN: DealField = {
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
const FIELDS = [...DEAL_FIELDS, MARGIN];
const record = lead({ details: { notes: 'Help', currency: 'EUR', partnerMargin: 1200 } });
const reader = renderer.reader({ language: 'en', zone: 'UTC' }, T0);
const changed = { margin: '1500', currency: 'EUR' } as Change;

describe('a new row in the table of fields', () => {
  it('is read, asked for, and opens with what the record has', () => {
    const current = currentOf(record, T0, FIELDS);
    expect(current.deal).toMatchObject({ margin: '1200' });
    const form = acceptForm({ coSell: false, fields: FIELDS });
    expect(form.fields).toContainEqual(expect.objectContaining({ id: 'margin', kind: 'money', more: true }));
    const opening = { current, desk: undefined, by: { name: 'Kim' }, today: '2026-03-02' };
    const start = acceptStart(opening, FIELDS);
    expect(start).toMatchObject({ margin: '1200' });
    expect(toAccept({ ...start, margin: '1500' }, start, current, FIELDS).deal).toMatchObject({
      margin: '1500',
    });
  });

  it('is compared, changed and written', () => {
    const was = { margin: '1200' } as Change;
    expect(compare(record, changed, was, FIELDS)).toMatchObject({ done: ['currency'], open: ['margin'] });
    const after = applyChange(record, changed, T0, FIELDS);
    expect(after.details).toMatchObject({ partnerMargin: 1500, notes: 'Help' });
    expect(compare(after, changed, was, FIELDS).done).toEqual(['margin', 'currency']);
    expect(toPatch(record, { margin: '1500' } as Change, 'UTC', FIELDS)).toEqual([
      { op: 'replace', path: '/details/partnerMargin', value: 1500 },
    ]);
  });

  it('stands on the card, in the words of a change, in typed words, and is searched for', () => {
    const current = currentOf(record, T0, FIELDS);
    expect(dealFacts(reader, current, FIELDS)).toContainEqual({ key: 'margin', value: '€1,200' });
    expect(changeWords(reader, changed, 'name', FIELDS)).toEqual([
      { field: 'margin', label: 'fields.margin', value: '€1,500' },
    ]);
    const { fields } = acceptForm({ coSell: false, fields: FIELDS });
    expect(namedField(fields, 'margin 1500', FIELDS)?.field.id).toBe('margin');
    expect(namedField(fields, 'profit 1500', FIELDS)?.field.id).toBe('margin');
    expect(searchWords(fromPartnerCenter(record), FIELDS)).toEqual(expect.any(Array));
  });
});

describe('texts are compared as texts, amounts as amounts', () => {
  it.each([
    ['crmId', { externalReferenceId: '1.1' }, '1.10', 1],
    ['campaignId', { campaignId: '2024.1' }, '2024.10', 1],
    ['dealValue', { details: { dealValue: 40000 } }, '40000.0', 0],
  ])('%s: %j and %s', (field, held, wanted, differences) => {
    const change = { [field]: wanted } as Change;
    expect(Object.keys(differing(lead(held), change))).toHaveLength(differences);
  });
});
