import fc from 'fast-check';
import type { Draft } from '../../../src/domain/draft/draft';
import { acceptForm } from '../../../src/domain/forms/accept';
import { checked, refused } from '../../../src/domain/forms/checked';
import type { FormAnswerInput } from '../../../src/domain/forms/answering';
import { values } from '../../../src/domain/forms/draft-answers';
import { answer, begin } from '../../../src/domain/forms/engine';
import type { Answers, Form } from '../../../src/domain/forms/form';

const rules = { now: 1_000, today: '2026-11-21' };

const texts: Readonly<Record<string, readonly string[]>> = {
  name: ['Contoso', '', 'x'.repeat(300)],
  dealValue: ['40k', '-1', '40000.50', 'a lot', ''],
  currency: ['EUR', 'JPY', 'gold'],
  closeDate: ['2026-12-31', '2020-01-01', ''],
  notes: ['80 seats', ''],
  crmId: ['A-17'],
  firstName: ['Kim', ''],
  phone: ['+49 228 1234567', ''],
  email: ['kim@partner.example', 'kim'],
  nonsense: ['x'],
};

const someAnswers: fc.Arbitrary<Answers> = fc
  .array(
    fc
      .constantFrom(...Object.keys(texts))
      .chain((id) => fc.constantFrom(...texts[id]!).map((text) => [id, text] as const)),
    {
      maxLength: 4,
    },
  )
  .map((entries) => Object.fromEntries(entries));

const activity = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'.split(''));

const someInput: fc.Arbitrary<FormAnswerInput> = fc.oneof(
  someAnswers.map((answers) => ({ kind: 'sheet' as const, answers })),
  fc.record({ kind: fc.constant('words' as const), answers: someAnswers, activity }),
  fc.record({ kind: fc.constantFrom('skip' as const, 'back' as const, 'save' as const), activity }),
  fc.constant({ kind: 'cancel' as const }),
);

const someStart = fc.record({
  coSell: fc.boolean(),
  initial: someAnswers,
  inputs: fc.array(someInput, { maxLength: 25 }),
});

/** What must be kept: all of a sheet; of typed words what the fields' rules do not refuse, and what is too long. */
function sentBy(form: Form, draft: Draft, input: FormAnswerInput): Answers {
  if (input.kind === 'sheet') return input.answers;
  if (input.kind !== 'words' || draft.seen.includes(input.activity)) return {};
  const wrong = refused(form, values(draft), input.answers, rules).filter(({ key }) => key !== 'too-long');
  return Object.fromEntries(
    Object.entries(input.answers).filter(([id]) => !wrong.some(({ field }) => field === id)),
  );
}

describe('No sequence of inputs to a form', () => {
  it('loses an answer that was sent, saves with a problem, asks for a field that is not there, or answers a repeat differently', () => {
    fc.assert(
      fc.property(someStart, ({ coSell, initial, inputs }) => {
        const form = acceptForm({ coSell });
        const fields = form.fields.map(({ id }) => id);
        let draft = begin({ form, of: 'a/r', by: { id: 'p', name: 'P' }, command: 'c', initial, now: 0 });
        let sent: Answers = {};
        for (const input of inputs) {
          const news = Object.entries(sentBy(form, draft, input)).filter(([id]) => fields.includes(id));
          sent = { ...sent, ...Object.fromEntries(news) };
          const before = draft.asking;
          const answered = answer(form, draft, input, rules);
          draft = answered.draft;

          expect(draft.answers).toMatchObject(sent);
          expect(Object.keys(draft.answers).every((id) => fields.includes(id))).toBe(true);
          if (draft.asking !== undefined) expect(fields).toContain(draft.asking);
          if (answered.result === 'save')
            expect(checked(form, values(draft), rules)).toEqual({ kind: 'ok', values: answered.values });
          if (answered.result === 'ready') expect(draft.asking).toBeUndefined();
          expect(answered.result === 'problems').toBe(answered.problems.length > 0);
          if (input.kind === 'back' && before === 'name') expect(draft.asking).toBe('name');
          if ('activity' in input) expect(answer(form, draft, input, rules)).toEqual(answered);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a willing person from the end: what is asked can be answered, and then it saves', () => {
    const good: Answers = {
      name: 'Contoso',
      dealValue: '5',
      currency: 'EUR',
      closeDate: '2026-12-31',
      notes: '',
      crmId: '',
      campaignId: '',
      firstName: 'Kim',
      lastName: 'Akers',
      phone: '+49 228 1234567',
      email: 'kim@partner.example',
    };
    fc.assert(
      fc.property(someStart, ({ coSell, initial, inputs }) => {
        const form = acceptForm({ coSell });
        let draft = begin({ form, of: 'a/r', by: { id: 'p', name: 'P' }, command: 'c', initial, now: 0 });
        for (const input of inputs) draft = answer(form, draft, input, rules).draft;
        for (let turn = 0; draft.asking !== undefined && turn < 20; turn += 1) {
          const answers = { [draft.asking]: good[draft.asking]! };
          draft = answer(form, draft, { kind: 'words', answers, activity: `good${turn}` }, rules).draft;
        }
        const problems = checked(form, values(draft), rules);
        expect([draft.asking, problems.kind]).toEqual([undefined, 'ok']);
        expect(answer(form, draft, { kind: 'save', activity: 'end' }, rules).result).toBe('save');
      }),
      { numRuns: 200 },
    );
  });
});
