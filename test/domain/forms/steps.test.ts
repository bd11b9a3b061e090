import fc from 'fast-check';
import { acceptForm } from '../../../src/domain/forms/accept';
import { CO_SELL } from '../../../src/domain/forms/invitation';
import { inView } from '../../../src/domain/forms/in-view';
import { inGroup, text } from '../../../src/domain/forms/input';
import { newDealForm, PARTNER_LED, PRIVATE } from '../../../src/domain/forms/new-deal';
import { MOST_IN_VIEW, stepsOf } from '../../../src/domain/forms/steps';
import type { Form } from '../../../src/domain/forms/form';
import { registrationForm } from '../../../src/domain/operations/register-deal';
import { sampleCurrent } from '../../../src/sandbox/cards/samples';
import { keys, last, send } from './sending';

const coSell = newDealForm({ variant: CO_SELL, desks: [] });
const names = (form: Form) =>
  stepsOf(form).map((step) => step.filter(({ more }) => !more).map(({ id }) => id));
const seen = (form: Form, values: Record<string, string>, step?: string) =>
  inView({ form, values, problems: [], ...(step === undefined ? {} : { step }) }).step;

describe('a form', () => {
  it('of at most six inputs in view is one step', () => {
    for (const form of [
      acceptForm({ coSell: false }),
      acceptForm({ coSell: true }),
      newDealForm({ variant: PRIVATE, desks: [] }),
    ])
      expect(stepsOf(form)).toEqual([form.fields]);
  });

  it('of more is cut between its groups', () => {
    expect(names(coSell)).toEqual([
      ['customer', 'country', 'consent'],
      ['solution', 'dealValue', 'currency', 'closeDate'],
      ['help', 'contactFirstName', 'contactLastName', 'contactPhone', 'contactEmail'],
    ]);
    expect(names(newDealForm({ variant: PARTNER_LED, desks: [] }))).toHaveLength(2);
    expect(names(registrationForm(sampleCurrent())).map(([first]) => first)).toEqual([
      'contractValue',
      'solution',
    ]);
  });

  it('whatever its groups, has every field once, and no step with more than six in view', () => {
    const field = fc.record({ more: fc.boolean(), group: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(fc.array(field, { maxLength: 40 }), (rows) => {
        const fields = rows.flatMap(({ more, group }, at) => inGroup(group, [text(`f${at}`, 10, { more })]));
        const steps = stepsOf({ fields });
        expect(
          steps
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(fields.map(({ id }) => id).sort());
        for (const step of steps)
          expect(step.filter(({ more }) => !more).length).toBeLessThanOrEqual(MOST_IN_VIEW);
      }),
    );
  });

  it('counts the steps that an answer calls for, and those that one in view may', () => {
    expect(seen(coSell, {})).toEqual({ name: 'customer', number: 1, of: 3 });
    expect(seen(coSell, { consent: 'no' }, 'solution')).toMatchObject({ number: 2, of: 2 });
    expect(seen(coSell, { consent: 'yes' }, 'solution')).toMatchObject({ number: 2, of: 3 });
  });
});

const customer = { customer: 'Adatum', country: 'DE' };
const next = (step: string, answers: Record<string, string>) => ({ kind: 'next', step, answers }) as const;

describe('Next and Back', () => {
  it('stays at a step with something wrong, and tells that step alone', () => {
    const [early] = send([next('customer', { ...customer, country: 'nowhere', consent: 'yes' })], {}, coSell);
    expect([keys(early!), early!.draft.step]).toEqual([['country: not-a-country'], 'customer']);
  });

  it('comes to the next one without reproach, and back with what was typed', () => {
    const all = send(
      [
        next('customer', { ...customer, consent: 'yes' }),
        { kind: 'previous', step: 'solution', answers: { dealValue: 'a lot' } },
        next('customer', { ...customer, consent: 'yes' }),
      ],
      {},
      coSell,
    );
    expect(all.map(({ draft }) => draft.step)).toEqual(['solution', 'customer', 'solution']);
    expect(all[0]!.problems).toEqual([]);
    expect(keys(last(all))).toEqual(['dealValue: not-money']);
  });

  it('leaves out the step that an answer rules out; Next at the end is the end', () => {
    const invite: Form = { name: 'x', fields: coSell.fields.filter(({ group }) => group !== 'deal') };
    const [end] = send([next('customer', { ...customer, consent: 'no' })], {}, invite);
    expect(end).toMatchObject({ result: 'save', values: { consent: 'no', help: '' } });
  });

  it('goes to the step of what is wrong when it is saved, and to one that was never seen without reproach', () => {
    const deal = { solution: 'X', dealValue: '5', currency: 'EUR', closeDate: '2026-12-31' };
    const me = { firstName: 'A', lastName: 'B', phone: '+49 228 1', email: 'a@b.example' };
    const save = {
      kind: 'sheet',
      step: 'solution',
      answers: { ...deal, ...me, purchaseIntent: 'Yes' },
    } as const;
    const wrong = last(send([save], { ...customer, country: '??', consent: 'no' }, coSell));
    expect([keys(wrong)[0], wrong.draft.step]).toEqual(['country: not-a-country', 'customer']);
    const unseen = last(send([save], { ...customer, consent: 'yes' }, coSell));
    expect([unseen.result, unseen.problems, unseen.draft.step]).toEqual(['asking', [], 'help']);
  });
});
