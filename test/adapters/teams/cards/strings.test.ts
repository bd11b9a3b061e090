import { join } from 'node:path';
import { loadStrings } from '../../../../src/adapters/teams/cards/strings';
import { OFFERED } from '../../../../src/adapters/teams/operations/looks';
import { acceptForm } from '../../../../src/domain/forms/accept';
import { newDealForm } from '../../../../src/domain/forms/new-deal';
import { bindForm } from '../../../../src/domain/operations/bind';
import { DEAL_FIELDS, type DealField } from '../../../../src/domain/deal/fields';
import { DEAL_LISTS } from '../../../../src/domain/deal/lists';
import { OPERATIONS } from '../../../../src/domain/operations/table';
import { seen } from '../../../../src/domain/referral/face';
import { DECLINE_REASONS } from '../../../../src/domain/deal/reasons';
import { facts, fromPartnerCenter, lead, megan, T0 } from '../../../domain/builders';

const root = join(__dirname, '../../../..');
const strings = loadStrings(join(root, 'cards/strings'));

const formsOf = () => {
  const accepted = lead({ status: 'Active', substatus: 'Accepted' });
  const own = [fromPartnerCenter(), fromPartnerCenter(accepted)].flatMap((referral) => {
    const by = { ...megan, addresses: [] };
    const about = { referral, current: seen(referral), by, facts: facts(T0) };
    return OPERATIONS.flatMap((one) => (one.on === 'referral' && one.form ? [one.form(about)] : []));
  });
  const fresh = (['private', 'partner-led', 'co-sell'] as const).map((variant) =>
    newDealForm({ variant, desks: [] }),
  );
  return [...own, ...fresh, acceptForm({ coSell: true }), bindForm({ people: [] })];
};

describe('the strings', () => {
  it('name, explain and ask for every field of every form', () => {
    const forms = formsOf();
    const keys = forms.flatMap(({ name, fields }) => [
      ...['title', 'heading', 'about'].map((word) => `forms.${name}.${word}`),
      ...fields.flatMap(({ id }) => ['label', 'hint', 'ask'].map((word) => `forms.${name}.${id}.${word}`)),
      ...fields.flatMap(({ choices = [] }) =>
        choices.flatMap(({ title }) => ('key' in title ? [title.key] : [])),
      ),
    ]);
    expect(keys.filter((key) => !strings.has(key))).toEqual([]);
  });

  it('give each choice of a deal its words, and what a list changes by', () => {
    const choices = DEAL_FIELDS.flatMap(({ id, choices = [] }: DealField) =>
      choices.map((value) => `choices.${id}.${value}`),
    );
    const changes = DEAL_LISTS.flatMap(({ id }) =>
      ['added', 'changed', 'removed'].map((how) => `fields.${id}.${how}`),
    );
    const fields = DEAL_FIELDS.map(({ id }) => `fields.${id}`);
    expect([...choices, ...changes, ...fields].filter((key) => !strings.has(key))).toEqual([]);
  });

  it('name the button and the line of each operation, and each fact of a deal', () => {
    const shown = OFFERED.looks.filter(({ card, notices, afterwards }) => card ?? notices ?? afterwards);
    const buttons = shown.map(({ operation: { name } }) => `buttons.${name}`);
    const audits = OPERATIONS.flatMap((one) => (one.on === 'referral' ? [`audit.${one.audit}`] : []));
    const facts = DEAL_FIELDS.flatMap(({ fact }: DealField) => (fact ? [`facts.${fact.label}`] : []));
    expect([...buttons, ...audits, ...facts].filter((key) => !strings.has(key))).toEqual([]);
  });

  it('give each reason of Partner Center words', () => {
    expect(DECLINE_REASONS.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(DECLINE_REASONS.filter(({ key }) => !strings.has(`reasons.${key}`))).toEqual([]);
  });
});
