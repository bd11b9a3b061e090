import type { FormAnswerInput } from '../../../src/domain/forms/answering';
import type { Form } from '../../../src/domain/forms/form';
import { coSell, filled, keys, last, lead, send, sheet, words } from './sending';

describe('One draft on several surfaces', () => {
  it('goes on in typed words with only the field that the sheet had wrong', () => {
    const all = send([
      sheet({ name: 'Contoso', dealValue: 'a lot', currency: 'EUR', closeDate: '2026-12-31', notes: '' }),
      words({ dealValue: '40000' }),
      { kind: 'save' },
    ]);
    expect(all.map(({ result }) => result)).toEqual(['problems', 'ready', 'save']);
  });

  it('keeps typed answers when the sheet comes without them', () => {
    const saved = last(send([words({ name: 'Contoso' }), sheet({ dealValue: '5' })]));
    expect(saved).toMatchObject({ result: 'save', values: { name: 'Contoso', dealValue: '5' } });
  });
});

describe('A repeated delivery', () => {
  it.each<Partial<FormAnswerInput>>([
    words({ name: 'Contoso' }),
    words({ name: '' }),
    words({ closeDate: '2020-01-01' }),
    { kind: 'skip' },
    { kind: 'back' },
    { kind: 'save' },
  ])('of %j changes nothing and is answered as before', (input) => {
    const [first, again] = send([
      { ...input, activity: 'same' },
      { ...input, activity: 'same' },
    ]);
    expect(again).toEqual(first);
  });

  it('of "save" at the summary saves again: the command has its own id', () => {
    const done = [
      sheet({ dealValue: '5' }),
      { kind: 'save', activity: 's' },
      { kind: 'save', activity: 's' },
    ] as const;
    expect(send([...done]).map(({ result }) => result)).toEqual(['save', 'save', 'save']);
  });

  it('is known among the newest twenty', () => {
    const many = Array.from({ length: 30 }, () => ({ kind: 'back' as const }));
    expect(last(send(many)).draft.seen).toHaveLength(20);
  });
});

describe('Cancel', () => {
  it('ends the draft and keeps what was sent', () => {
    const answered = last(send([words({ name: 'Contoso' }), { kind: 'cancel' }]));
    expect(answered).toMatchObject({
      result: 'cancelled',
      draft: { state: 'done', answers: { name: 'Contoso' } },
    });
  });
});

describe('A colleague', () => {
  const deal = { dealValue: '5' };
  const whole = {
    firstName: 'Kim',
    lastName: 'Akers',
    phone: '+49 228 1234567',
    email: 'kim@partner.example',
  };

  it('is not needed for a lead', () => {
    expect(last(send([sheet(deal)])).result).toBe('save');
  });

  it('is needed for co-sell', () => {
    expect(keys(last(send([sheet(deal)], filled, coSell)))).toEqual([
      'firstName: colleague-needed',
      'lastName: required',
      'phone: required',
      'email: required',
    ]);
    expect(last(send([sheet({ ...deal, ...whole })], filled, coSell)).result).toBe('save');
  });

  it.each([
    [lead, ['lastName: person-incomplete', 'phone: person-incomplete']],
    [coSell, ['lastName: colleague-needed', 'phone: required']],
  ])('is all four or none, and on co-sell nobody is told to leave it empty', (form, problems) => {
    const answered = last(send([sheet({ ...deal, ...whole, phone: ' ', lastName: '' })], filled, form));
    expect(keys(answered)).toEqual(problems);
  });

  it('has all its fields marked where it is needed, and none where it is not', () => {
    const marked = ({ fields }: Form) => fields.filter((one) => one.more && one.required).map(({ id }) => id);
    expect(marked(coSell)).toEqual(Object.keys(whole));
    expect(marked(lead)).toEqual([]);
  });

  it('has its missing part asked for in typed words, after the main fields', () => {
    const initial = {
      ...filled,
      dealValue: '5',
      firstName: 'Kim',
      lastName: 'Akers',
      email: 'kim@partner.example',
    };
    const skips = Array.from({ length: 5 }, () => ({ kind: 'skip' as const }));
    const [asked, skipped, given] = send(
      [...skips, { kind: 'skip' }, words({ phone: '+49 228 1234567' })],
      initial,
      coSell,
    ).slice(-3);
    expect([asked!.draft.asking, ...keys(asked!)]).toEqual(['phone', 'phone: colleague-needed']);
    expect(keys(skipped!)).toEqual(['phone: colleague-needed']);
    expect(given!.result).toBe('ready');
  });
});
