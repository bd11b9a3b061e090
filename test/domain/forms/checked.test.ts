import { acceptForm } from '../../../src/domain/forms/accept';
import { bindForm } from '../../../src/domain/operations/bind';
import { calledForm } from '../../../src/domain/operations/called';
import { checked } from '../../../src/domain/forms/checked';
import { reasonForm } from '../../../src/domain/operations/decline';
import type { Answers, Form } from '../../../src/domain/forms/form';

const rules = { today: '2026-11-21' };
const accept = acceptForm({ coSell: false });
const good: Answers = { name: 'Contoso', dealValue: '40000', currency: 'EUR', closeDate: '2026-12-31' };

const problemsOf = (form: Form, answers: Answers) => {
  const result = checked(form, answers, rules);
  return result.kind === 'ok' ? [] : result.problems;
};
const valuesOf = (form: Form, answers: Answers) => {
  const result = checked(form, answers, rules);
  return result.kind === 'ok' ? result.values : undefined;
};

describe('The accept form', () => {
  it.each([
    ['name', '', 'required', undefined],
    ['name', ' \u200b\u2060 \n', 'required', undefined],
    ['name', 'x'.repeat(251), 'too-long', { max: '250' }],
    ['dealValue', '', 'required', undefined],
    ['dealValue', '-0.01', 'below-zero', undefined],
    ['dealValue', `1${'0'.repeat(30)}`, 'too-large', { max: '999,999,999,999' }],
    ['dealValue', '1e30', 'not-money', undefined],
    ['dealValue', '9'.repeat(10_000), 'too-long', { max: '60' }],
    ['dealValue', '1.005,123', 'too-many-digits', { currency: 'EUR', digits: '2' }],
    ['currency', '', 'required', undefined],
    ['currency', 'XYZ', 'not-a-currency', undefined],
    ['closeDate', '', 'required', undefined],
    ['closeDate', '2026-11-20', 'date-past', { today: '2026-11-21' }],
    ['closeDate', '2031-11-22', 'date-too-far', { max: '2031-11-21' }],
    ['closeDate', '2027-02-29', 'not-a-date', undefined],
    ['closeDate', '31/3/2027', 'not-a-date', undefined],
    ['closeDate', '<b>2027-01-01', 'not-a-date', undefined],
    ['notes', 'n'.repeat(4001), 'too-long', { max: '4000' }],
    ['crmId', 'x'.repeat(101), 'too-long', { max: '100' }],
    ['campaignId', 'x'.repeat(101), 'too-long', { max: '100' }],
  ])('has %s %j as a problem: %s', (field, text, key, params) => {
    expect(problemsOf(accept, { ...good, [field]: text })).toEqual([
      { field, key, ...(params && { params }) },
    ]);
  });

  it.each([
    ['closeDate', '2026-11-21', '2026-11-21'],
    ['closeDate', '2031-11-21', '2031-11-21'],
    ['name', '  Contoso\n  Cloud ', 'Contoso   Cloud'],
    ['name', '**a** <at>b</at> ${c}', '**a** <at>b</at> ${c}'],
    ['name', 'abc\u202egnp\u0007', 'abcgnp'],
    ['name', '😀'.repeat(250), '😀'.repeat(250)],
    ['name', 'a\ud800b', 'ab'],
    ['notes', ' one\r\ntwo\u0000\t3 \r four ', 'one\ntwo 3\n four'],
    ['notes', 'n'.repeat(4000), 'n'.repeat(4000)],
    ['currency', 'usd', 'USD'],
    ['dealValue', '40.000,50', '40000.50'],
  ])('takes %s %j as %j', (field, text, value) => {
    expect(valuesOf(accept, { ...good, [field]: text })?.[field]).toBe(value);
  });

  it('measures an amount by the currency beside it', () => {
    expect(problemsOf(accept, { ...good, dealValue: '5.5', currency: 'JPY' })).toMatchObject([
      { key: 'too-many-digits' },
    ]);
    expect(valuesOf(accept, { ...good, dealValue: '1.234', currency: 'kwd' })).toMatchObject({
      dealValue: '1.234',
    });
    expect(problemsOf(accept, { ...good, dealValue: '5.123456', currency: 'gold' })).toMatchObject([
      { field: 'currency', key: 'not-a-currency' },
    ]);
  });

  it('tells all problems at once, in the order of the fields', () => {
    expect(problemsOf(accept, {}).map(({ field }) => field)).toEqual([
      'name',
      'dealValue',
      'currency',
      'closeDate',
    ]);
  });
});

describe('A colleague', () => {
  const kim = {
    firstName: 'Kim',
    lastName: 'Akers',
    phone: '+49 (228) 123-4567 ext. 12',
    email: 'kim@partner.example',
  };

  it('is taken whole', () => {
    expect(valuesOf(accept, { ...good, ...kim })).toMatchObject(kim);
  });

  it.each([
    ['email', 'kim', 'not-an-email'],
    ['email', 'kim@partner', 'not-an-email'],
    ['email', 'kim@@partner.example', 'not-an-email'],
    ['email', 'kim@partner.example, zoe@partner.example', 'not-an-email'],
    ['email', `${'k'.repeat(250)}@partner.example`, 'too-long'],
    ['phone', 'call me', 'not-a-phone'],
    ['phone', '12', 'not-a-phone'],
    ['phone', '1'.repeat(40), 'not-a-phone'],
  ])('with %s %j is %s', (field, text, key) => {
    expect(problemsOf(accept, { ...good, ...kim, [field]: text })).toMatchObject([{ field, key }]);
  });
});

describe('The other forms', () => {
  const bind = bindForm({
    people: [
      { id: 't/1', name: 'Kim' },
      { id: 't/2', name: 'Zoe' },
    ],
  });
  const bound = { answers: 't/1', managers: '', language: 'en', zone: 'Europe/Berlin', currency: 'EUR' };

  it('decline takes one of the reasons, and needs one', () => {
    expect(valuesOf(reasonForm('decline'), { reason: '1' })).toEqual({ reason: '1', notes: '' });
    expect(problemsOf(reasonForm('decline'), {})).toMatchObject([{ field: 'reason', key: 'required' }]);
    expect(problemsOf(reasonForm('decline'), { reason: 'because' })).toMatchObject([
      { field: 'reason', key: 'not-a-choice' },
    ]);
    expect(problemsOf(reasonForm('decline'), { reason: '1,2' })).toMatchObject([
      { field: 'reason', key: 'not-a-choice' },
    ]);
  });

  it('called takes how the call went', () => {
    expect(valuesOf(calledForm, { result: 'not-reached' })).toEqual({ result: 'not-reached' });
    expect(problemsOf(calledForm, { result: 'won' })).toMatchObject([{ key: 'not-a-choice' }]);
  });

  it('bind takes people of the roster, each once', () => {
    expect(valuesOf(bind, { ...bound, answers: 't/2, t/1,t/2,' })).toMatchObject({
      answers: 't/2,t/1',
      managers: '',
    });
    expect(problemsOf(bind, { ...bound, answers: ' , ' })).toMatchObject([
      { field: 'answers', key: 'required' },
    ]);
    expect(problemsOf(bind, { ...bound, managers: 't/9' })).toMatchObject([
      { field: 'managers', key: 'not-a-choice' },
    ]);
  });

  it.each(['Mars/Olympus', '+01:00', 'Europe', 'x'.repeat(61)])(
    'bind does not take %j for a time zone',
    (zone) => {
      expect(problemsOf(bind, { ...bound, zone })).toMatchObject([{ field: 'zone' }]);
    },
  );

  it('bind takes only languages that there are strings for', () => {
    expect(problemsOf(bind, { ...bound, language: 'tlh' })).toMatchObject([
      { field: 'language', key: 'not-a-choice' },
    ]);
  });
});
