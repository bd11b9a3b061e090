import { join } from 'node:path';
import { loadStrings } from '../../../../src/adapters/teams/cards/strings';
import { acceptForm } from '../../../../src/domain/forms/accept';
import { bindForm } from '../../../../src/domain/operations/bind';
import { calledForm } from '../../../../src/domain/operations/called';
import { declineForm } from '../../../../src/domain/operations/decline';
import { DEAL_FIELDS, type DealField } from '../../../../src/domain/deal/fields';
import { DEAL_LISTS } from '../../../../src/domain/deal/lists';
import { DECLINE_REASONS } from '../../../../src/domain/deal/reasons';

const root = join(__dirname, '../../../..');
const strings = loadStrings(join(root, 'cards/strings'));

describe('the strings', () => {
  it('name, explain and ask for every field of every form', () => {
    const forms = [acceptForm({ coSell: true }), declineForm, calledForm, bindForm({ people: [] })];
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

  it('give each reason of Partner Center words', () => {
    expect(DECLINE_REASONS.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(DECLINE_REASONS.filter(({ key }) => !strings.has(`reasons.${key}`))).toEqual([]);
  });
});
