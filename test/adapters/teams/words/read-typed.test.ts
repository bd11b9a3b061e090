import { readTyped, type TypedContext } from '../../../../src/adapters/teams/words/read-typed';
import { acceptForm } from '../../../../src/domain/forms/accept';
import { bindForm } from '../../../../src/domain/operations/bind';
import { calledForm } from '../../../../src/domain/operations/called';
import { reasonForm } from '../../../../src/domain/operations/decline';
import type { Form } from '../../../../src/domain/forms/form';

const accept = acceptForm({ coSell: false });
const bind = bindForm({
  people: [
    { id: 't/1', name: 'Kim Akers' },
    { id: 't/2', name: 'Kim Abercrombie' },
    { id: 't/3', name: 'Zoë Müller' },
  ],
});
const context: TypedContext = {
  language: 'en',
  zone: 'Europe/Berlin',
  today: '2026-11-21',
  currency: 'EUR',
};
const REASONS = {
  '1': 'Project budget is not adequate',
  '2': 'Customer did not respond',
  '3': 'Customer chose another vendor',
  '4': 'Customer requirement not met',
  '5': 'Not a customer',
};

const field = (form: Form, id: string) => form.fields.find((one) => one.id === id);
const read = (form: Form, id: string, text: string, more: Partial<TypedContext> = {}) =>
  readTyped(field(form, id), text, { ...context, ...more });

describe('Typed words', () => {
  it.each([
    ['skip', 'skip'],
    ['Skip it, please', 'skip'],
    ['keep', 'skip'],
    ['ok', 'skip'],
    ['yes', 'skip'],
    ['back', 'back'],
    ['go back', 'back'],
    ['cancel', 'cancel'],
    ['never mind', 'cancel'],
    ['STOP!', 'cancel'],
    ['help', 'help'],
    ['?', 'help'],
    ['save', 'save'],
    ["that's all", 'save'],
  ])('%j mean "%s" at every field', (text, kind) => {
    for (const { id } of accept.fields) expect(read(accept, id, text)).toEqual({ kind });
  });

  it.each([
    ['name', 'Tailspin Toys – Azure, please', { name: 'Tailspin Toys – Azure, please' }],
    ['name', '  **<at>bold</at>** ${x}  ', { name: '**<at>bold</at>** ${x}' }],
    ['dealValue', '40k', { dealValue: '40000' }],
    ['dealValue', '40k usd', { dealValue: '40000', currency: 'USD' }],
    ['dealValue', '-5', { dealValue: '-5' }],
    ['dealValue', 'none', { dealValue: '' }],
    ['currency', 'euros', { currency: 'EUR' }],
    ['closeDate', 'next friday', { closeDate: '2026-11-27' }],
    ['closeDate', '31/3', { closeDate: '2027-03-31' }],
    ['notes', 'Please call them first.\nThanks', { notes: 'Please call them first.\nThanks' }],
    ['notes', 'None', { notes: '' }],
    ['notes', 'no', { notes: '' }],
    ['notes', '-', { notes: '' }],
    ['crmId', 'A-17', { crmId: 'A-17' }],
    ['email', "it's kim@partner.example.", { email: 'kim@partner.example' }],
    ['phone', 'my phone is +49 228 1234567', { phone: '+49 228 1234567' }],
  ])('for %s: %j', (id, text, answers) => {
    expect(read(accept, id, text)).toEqual({ kind: 'answers', answers });
  });

  it.each([
    ['dealValue', 'a lot', 'not-money'],
    ['dealValue', 'no', 'not-money'],
    ['currency', 'gold', 'not-a-currency'],
    ['closeDate', 'soon', 'not-a-date'],
    ['closeDate', 'x'.repeat(10_000), 'not-a-date'],
    ['name', '   ', 'required'],
  ])('for %s: %j is no answer', (id, text, key) => {
    expect(read(accept, id, text)).toEqual({ kind: 'unclear', key, field: id });
  });

  it('leaves 10,000 characters of notes to the rule of the form', () => {
    const notes = 'n'.repeat(10_000);
    expect(read(accept, 'notes', notes)).toEqual({ kind: 'answers', answers: { notes } });
  });
});

describe('What is clearly another field', () => {
  const form = (id: string, text: string) => read(accept, id, text, { fields: accept.fields });

  it.each([
    ['name', '40k eur', { dealValue: '40000', currency: 'EUR' }],
    ['name', '40k', { dealValue: '40000' }],
    ['name', '€40,000', { dealValue: '40000', currency: 'EUR' }],
    ['name', '31/3', { closeDate: '2027-03-31' }],
    ['name', 'next friday', { closeDate: '2026-11-27' }],
    ['name', 'close date: 31/3', { closeDate: '2027-03-31' }],
    ['name', 'value 50k', { dealValue: '50000' }],
    ['name', 'notes: wants a demo', { notes: 'wants a demo' }],
    ['dealValue', 'next friday', { closeDate: '2026-11-27' }],
    ['dealValue', 'eur', { currency: 'EUR' }],
    ['dealValue', 'crm id: A-17', { crmId: 'A-17' }],
    ['currency', '40k eur', { dealValue: '40000', currency: 'EUR' }],
    ['closeDate', '40k eur', { dealValue: '40000', currency: 'EUR' }],
  ])('where %s is asked, %j goes to it', (id, text, answers) => {
    expect(form(id, text)).toEqual({ kind: 'answers', answers });
  });

  it.each([
    ['name', 'Contoso – Azure for 40k users', { name: 'Contoso – Azure for 40k users' }],
    ['name', 'Value stream mapping', { name: 'Value stream mapping' }],
    ['name', 'Phone system rollout', { name: 'Phone system rollout' }],
    ['name', 'Notes migration', { name: 'Notes migration' }],
    ['name', 'Microsoft 365', { name: 'Microsoft 365' }],
    ['name', 'May', { name: 'May' }],
    ['name', 'USD', { name: 'USD' }],
    ['name', 'name: 40k eur', { name: '40k eur' }],
    ['notes', '40k eur', { notes: '40k eur' }],
    ['notes', 'Value: 40k', { notes: 'Value: 40k' }],
  ])('where %s is asked, %j is its answer', (id, text, answers) => {
    expect(form(id, text)).toEqual({ kind: 'answers', answers });
  });

  it.each([
    ['closeDate', '12', 'not-a-date'],
    ['currency', '12', 'not-a-currency'],
    ['dealValue', 'a lot', 'not-money'],
  ])('where %s is asked, %j is neither', (id, text, key) => {
    expect(form(id, text)).toEqual({ kind: 'unclear', key, field: id });
  });
});

describe('An amount beside a currency that was written in small letters', () => {
  it('has the digits of that currency', () => {
    expect(read(accept, 'dealValue', '1.234', { currency: 'kwd' })).toEqual({
      kind: 'answers',
      answers: { dealValue: '1.234' },
    });
  });
});

describe('A choice in typed words', () => {
  it.each([
    ['2', '2'],
    ['#2', '2'],
    ['2.', '2'],
    ['number 2 please', '2'],
    ['Customer did not respond', '2'],
    ['because the budget', undefined],
    ['budget', '1'],
    ['did not respond', '2'],
    ['another vendor', '3'],
    ['NOT A CUSTOMER', '5'],
    ['customer', undefined],
    ['99', undefined],
    ['0', undefined],
    ['whatever', undefined],
  ])('%j is the reason %s', (text, reason) => {
    const typed = read(reasonForm('decline'), 'reason', text, { titles: REASONS });
    expect(typed).toEqual(
      reason === undefined
        ? { kind: 'unclear', key: 'not-a-choice', field: 'reason' }
        : { kind: 'answers', answers: { reason } },
    );
  });

  it.each([
    ['reached', 'reached'],
    ['not reached', 'not-reached'],
    ['3', 'mailed'],
  ])('%j is how the call went: %s', (text, result) => {
    expect(read(calledForm, 'result', text)).toEqual({ kind: 'answers', answers: { result } });
  });

  it.each([
    ['Kim Akers', 't/1'],
    ['kim akers and zoe muller', 't/1,t/3'],
    ['1, 3', 't/1,t/3'],
    ['Zoë', 't/3'],
  ])('%j are people: %s', (text, answers) => {
    expect(read(bind, 'answers', text)).toEqual({ kind: 'answers', answers: { answers } });
  });

  it.each(['Kim', 'Kim Akers and Nobody', ''])('%j is nobody for certain', (text) => {
    expect(read(bind, 'answers', text)).toEqual({ kind: 'unclear', key: 'not-a-choice', field: 'answers' });
  });

  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['berlin', 'Europe/Berlin'],
    ['america/new york', 'America/New_York'],
    ['utc', 'UTC'],
  ])('%j is the time zone %s', (text, zone) => {
    expect(read(bind, 'zone', text)).toEqual({
      kind: 'answers',
      answers: { zone: expect.stringMatching(new RegExp(zone, 'i')) },
    });
  });

  it('knows no time zone of a place that does not exist', () => {
    expect(read(bind, 'zone', 'Mars/Olympus')).toEqual({ kind: 'unclear', key: 'not-a-zone', field: 'zone' });
  });
});

describe('At the summary', () => {
  const atSummary = (text: string) => readTyped(undefined, text, { ...context, fields: accept.fields });

  it.each([
    ['save', 'save'],
    ['yes', 'save'],
    ['Looks good, thanks', 'save'],
    ['no', 'back'],
    ['back', 'back'],
    ['cancel', 'cancel'],
    ['none', 'help'],
    ['I had soup', 'help'],
  ])('%j means "%s"', (text, kind) => {
    expect(atSummary(text)).toEqual({ kind });
  });

  it.each([
    ['value 50k', { dealValue: '50000' }],
    ['change the value to 50k usd', { dealValue: '50000', currency: 'USD' }],
    ['close date: 31/3', { closeDate: '2027-03-31' }],
    ['the date is next friday', { closeDate: '2026-11-27' }],
    ['crm id A-17', { crmId: 'A-17' }],
    ['first name: Kim', { firstName: 'Kim' }],
    ['name Contoso – Azure', { name: 'Contoso – Azure' }],
    ['notes none', { notes: '' }],
    ['50k usd', { dealValue: '50000', currency: 'USD' }],
  ])('%j changes a field by its name', (text, answers) => {
    expect(atSummary(text)).toEqual({ kind: 'answers', answers });
  });

  it('says what is unclear about the field that was named', () => {
    expect(atSummary('value a lot')).toEqual({ kind: 'unclear', key: 'not-money', field: 'dealValue' });
  });
});
