import { standsAt, type Ground } from '../../../src/domain/forms/changed-under';
import { answerHeld } from '../../../src/domain/forms/held-against';
import type { FormAnswerInput } from '../../../src/domain/forms/answering';
import type { Answers, Field, Form } from '../../../src/domain/forms/form';
import { changedBy } from '../../../src/domain/referral/changed-by';
import type { AuditLine } from '../../../src/domain/referral/referral';
import { opened } from './sending';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

const field = (id: string, kind: Field['kind'] = 'text'): Field => ({
  ...{ id, kind, required: false, maxLength: 100, more: false, group: id < 'g' ? 'one' : 'two' },
});
/** Two steps: a to f, and the rest. */
const FORM: Form = {
  name: 'long',
  filled: true,
  fields: IDS.map((id) => field(id)),
};
const HELD: Answers = Object.fromEntries(IDS.map((id) => [id, `${id}0`]));
const rules = { now: 1_000, today: '2026-11-21' };

const ground = (now: Answers): Ground => ({
  ...{ holds: { ...HELD, ...now }, starts: { ...HELD, ...now }, changedBy: () => 'there' },
});

/** Sends one after another, each to a record that holds this by then; what comes of each. */
function send(...sent: readonly (readonly [FormAnswerInput, Answers])[]) {
  let draft: ReturnType<typeof opened> = { ...opened(HELD, FORM), stood: standsAt(ground({}), 500) };
  return sent.map(([input, now]) => {
    const answered = answerHeld(FORM, draft, input, rules, ground(now));
    draft = answered.draft;
    return answered;
  });
}

const keys = ({ problems }: { readonly problems: readonly { field: string; key: string }[] }): string[] =>
  problems.map(({ field: id, key }) => `${id} ${key}`);
const next = (answers: Answers, turn = 0) => ({ kind: 'next', step: 'a', answers, turn }) as const;
const save = (answers: Answers, turn = 0) => ({ kind: 'sheet', step: 'g', answers, turn }) as const;

it('stays at a step of which something that was written has changed, and goes on when it is sent again', () => {
  const [told, on] = send([next({ a: 'mine' }), { a: 'theirs' }], [next({ a: 'mine' }, 1), { a: 'theirs' }]);
  expect(keys(told!)).toEqual(['a changed-yours']);
  expect(told!.draft.step).toBe('a');
  expect(on).toMatchObject({ result: 'asking', draft: { step: 'g', answers: { a: 'mine' } } });
});

it('brings up what nobody wrote, in the steps to come, too; of a step that was left it asks at the end', () => {
  const [on, end] = send(
    [next({ a: 'mine' }), { h: 'theirs' }],
    [save({ g: 'mine', h: 'theirs' }), { a: 'theirs', h: 'theirs' }],
  );
  expect(on!.draft.initial['h']).toBe('theirs');
  expect(keys(end!)).toEqual(['a changed-yours']);
  expect(end!.draft.step).toBe('a');
});

it('asks about each field once, however often it has changed, and each change anew', () => {
  const all = send(
    [save({ g: 'mine' }), { g: '1' }],
    [save({ g: 'mine' }, 1), { g: '2' }],
    [save({ g: 'mine' }, 2), { g: '2' }],
  );
  expect(all.map(({ result }) => result)).toEqual(['problems', 'problems', 'save']);
  expect(all[1]!.problems[0]).toMatchObject({ changed: { was: '1', now: '2', yours: 'mine' } });
});

it('says nothing where both wrote the same', () => {
  const [end] = send([save({ g: 'the same' }), { g: 'the same' }]);
  expect(end!.result).toBe('save');
});

it('takes what an earlier drawing showed for what nobody wrote', () => {
  const all = send(
    [save({ g: 'mine', h: 'h0' }), { g: '1', h: '1' }],
    [save({ g: 'mine', h: 'h0' }), { g: '1', h: '1' }],
    [save({ g: 'mine', h: '1' }, 2), { g: '1', h: '1' }],
  );
  expect(all.map(({ result }) => result)).toEqual(['problems', 'problems', 'save']);
  expect(keys(all[1]!)).toEqual(['g changed-yours', 'h changed-theirs']);
  expect(all[2]).toMatchObject({ values: { g: 'mine', h: '1' } });
});

it('a draft of an older program is held against nothing', () => {
  const answered = answerHeld(FORM, opened(HELD, FORM), save({ g: 'mine' }), rules, ground({ g: 'theirs' }));
  expect(answered.result).toBe('save');
});

describe('who changed it', () => {
  const line = (what: string, by?: string, at = 10): AuditLine => ({
    ...{ what, at },
    ...(by ? { by: { id: by, name: by } } : {}),
  });
  it.each<[string, readonly AuditLine[], unknown]>([
    ['Partner Center alone', [line('observed')], 'there'],
    ['one person', [line('edited', 'Alex'), line('written', 'Alex')], { name: 'Alex' }],
    ['a person and Partner Center', [line('edited', 'Alex'), line('observed')], 'somebody'],
    ['two persons', [line('edited', 'Alex'), line('edited', 'Kim')], 'somebody'],
    ['oneself', [line('edited', 'me')], 'somebody'],
    ['a person before it was opened', [line('edited', 'Alex', 4), line('observed')], 'there'],
    ['nothing', [], 'somebody'],
  ])('%s', (_, audit, who) => {
    expect(changedBy({ audit, truth: 'partner-center' }, 5, { id: 'me' })).toEqual(who);
  });

  it('a desk that stands alone has no Partner Center that did it', () => {
    expect(changedBy({ audit: [line('observed')], truth: 'desk' }, 5, { id: 'me' })).toBe('somebody');
  });
});
