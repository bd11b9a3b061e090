import { values } from '../../../src/domain/forms/draft-answers';
import type { Answers } from '../../../src/domain/forms/form';
import { filled, keys, last, opened, send, sheet, words } from './sending';

describe('A form that opens', () => {
  it('is a new draft that asks for its first field', () => {
    expect(opened()).toMatchObject({
      id: 't/kim|accept|a/r1',
      version: 0,
      state: 'open',
      asking: 'name',
      answers: {},
      initial: filled,
      command: 'c1',
      openedAt: 500,
    });
  });
});

describe('A sheet', () => {
  it('with nothing wrong saves, with the values in their normal form', () => {
    const [saved] = send([sheet({ name: ' Tailspin\u0000 Toys ', dealValue: '40k', currency: '€' })]);
    expect(saved).toMatchObject({
      result: 'save',
      values: {
        name: 'Tailspin Toys',
        dealValue: '40000',
        currency: 'EUR',
        closeDate: '2026-12-31',
        crmId: '',
      },
    });
    expect(saved!.draft.answers).toEqual({ name: ' Tailspin\u0000 Toys ', dealValue: '40k', currency: '€' });
  });

  it('with something wrong tells it beside each field, and keeps all that was sent', () => {
    const sent = { name: '', dealValue: '-1', currency: 'XXX', closeDate: 'soon', notes: 'n'.repeat(10_000) };
    const [answered] = send([sheet(sent)]);
    expect(keys(answered!)).toEqual([
      'name: required',
      'dealValue: below-zero',
      'currency: not-a-currency',
      'closeDate: not-a-date',
      'notes: too-long',
    ]);
    expect(answered!.draft.answers).toEqual(sent);
    expect(answered!.draft.asking).toBe('name');
  });

  it('ignores fields that the form does not have, and leaves those it does not send', () => {
    const forged = JSON.parse(
      '{"dealValue":"5","owner":"me","__proto__":{"x":"1"},"constructor":"y"}',
    ) as Answers;
    const [answered] = send([sheet(forged)]);
    expect(answered!.draft.answers).toEqual({ dealValue: '5' });
    expect(values(answered!.draft)).toMatchObject({ name: filled['name'], dealValue: '5' });
  });

  it('can empty a field that was filled in', () => {
    const saved = last(send([sheet({ dealValue: '5', notes: '' })]));
    expect(saved).toMatchObject({ result: 'save', values: { notes: '' } });
  });
});

describe('Typed words', () => {
  it('are asked one field after another, then repeated back, then saved', () => {
    const all = send([
      { kind: 'skip' },
      words({ dealValue: '40000', currency: 'EUR' }),
      words({ closeDate: '2027-03-31' }),
      { kind: 'skip' },
      { kind: 'save' },
    ]);
    expect(all.map(({ result, draft }) => `${result} ${draft.asking ?? '-'}`)).toEqual([
      'asking dealValue',
      'asking closeDate',
      'asking notes',
      'ready -',
      'save -',
    ]);
    expect(last(all)).toMatchObject({
      values: { name: filled['name'], dealValue: '40000', closeDate: '2027-03-31' },
    });
  });

  it('stay at a field that is wrong, and go on once it is right', () => {
    const [, wrong, right] = send([{ kind: 'skip' }, words({ dealValue: '-5' }), words({ dealValue: '5' })]);
    expect(keys(wrong!)).toEqual(['dealValue: below-zero']);
    expect(wrong!.draft.asking).toBe('dealValue');
    expect(right).toMatchObject({ result: 'asking', draft: { asking: 'currency' } });
  });

  it('that are refused are never what "skip" keeps', () => {
    const asked = [{ kind: 'skip' }, words({ dealValue: '5' }), { kind: 'skip' }] as const;
    const [refused, kept] = send([...asked, words({ closeDate: '2020-01-01' }), { kind: 'skip' }]).slice(-2);
    expect(keys(refused!)).toEqual(['closeDate: date-past']);
    expect(refused!.draft.asking).toBe('closeDate');
    expect(values(kept!.draft)).toMatchObject({ closeDate: filled['closeDate'] });
    expect(kept!.draft.asking).toBe('notes');
  });

  it('that are too long are kept, to be shortened', () => {
    const long = 'n'.repeat(5_000);
    const asked = [{ kind: 'skip' }, words({ dealValue: '5' }), { kind: 'skip' }, { kind: 'skip' }] as const;
    const [refused, skipped] = send([...asked, words({ notes: long }), { kind: 'skip' }]).slice(-2);
    expect(keys(refused!)).toEqual(['notes: too-long']);
    expect(skipped!.draft).toMatchObject({ asking: 'notes', answers: { notes: long } });
  });

  it('may answer another field: the question stays', () => {
    const [told, refused] = send([
      words({ dealValue: '40000', currency: 'EUR' }),
      words({ closeDate: '2020-01-01' }),
    ]);
    expect(told).toMatchObject({
      result: 'asking',
      draft: { asking: 'name', answers: { dealValue: '40000' } },
    });
    expect(keys(refused!)).toEqual(['closeDate: date-past']);
    expect(refused!.draft.answers).not.toHaveProperty('closeDate');
  });

  it('cannot skip a required field that is empty', () => {
    const answered = last(send([{ kind: 'skip' }, { kind: 'skip' }]));
    expect(keys(answered)).toEqual(['dealValue: required']);
    expect(answered.draft.asking).toBe('dealValue');
  });

  it('go back one field at a time, and never before the first', () => {
    const all = send([{ kind: 'skip' }, { kind: 'back' }, { kind: 'back' }, { kind: 'skip' }]);
    expect(all.map(({ draft }) => draft.asking)).toEqual(['dealValue', 'name', 'name', 'dealValue']);
  });

  it('go back from the summary to the last field', () => {
    const ready = [
      { kind: 'skip' },
      words({ dealValue: '5' }),
      { kind: 'skip' },
      { kind: 'skip' },
      { kind: 'skip' },
    ] as const;
    const [summary, back] = send([...ready, { kind: 'back' }]).slice(-2);
    expect(summary!.result).toBe('ready');
    expect(back).toMatchObject({ result: 'asking', draft: { asking: 'notes' } });
  });

  it('come back to an amount when the currency turns out to have fewer digits', () => {
    const answered = last(
      send([{ kind: 'skip' }, words({ dealValue: '40000.50' }), words({ currency: 'JPY' })]),
    );
    expect(keys(answered)).toEqual(['dealValue: too-many-digits']);
    expect(answered.draft.asking).toBe('dealValue');
  });

  it('may name a field behind "More fields" without losing the question', () => {
    const answered = last(send([{ kind: 'skip' }, words({ crmId: 'A-17' })]));
    expect(answered).toMatchObject({
      result: 'asking',
      draft: { asking: 'dealValue', answers: { crmId: 'A-17' } },
    });
  });

  it('change a field at the summary and stay there', () => {
    const ready = [
      { kind: 'skip' },
      words({ dealValue: '5' }),
      { kind: 'skip' },
      { kind: 'skip' },
      { kind: 'skip' },
    ] as const;
    const [wrong, right] = send([...ready, words({ name: '' }), words({ name: 'Contoso' })]).slice(-2);
    expect(keys(wrong!)).toEqual(['name: required']);
    expect(right).toMatchObject({ result: 'ready', draft: { answers: { name: 'Contoso' } } });
  });

  it('that say "save" early are shown everything first, also when that is delivered twice', () => {
    const early = [
      words({ name: 'Contoso' }),
      words({ dealValue: '5' }),
      { kind: 'save', activity: 'early' },
    ] as const;
    const [first, repeated, saved] = send([
      ...early,
      { kind: 'save', activity: 'early' },
      { kind: 'save' },
    ]).slice(-3);
    expect([first!.result, repeated!.result, saved!.result]).toEqual(['ready', 'ready', 'save']);
  });

  it('that say "save" too early are told what is missing, and asked for it', () => {
    const answered = last(send([{ kind: 'save' }]));
    expect(keys(answered)).toEqual(['dealValue: required']);
    expect(answered.draft.asking).toBe('dealValue');
  });
});
