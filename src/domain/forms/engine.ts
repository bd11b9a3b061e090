import { NEW_DOCUMENT } from '../living/document';
import { draftId, type Draft } from '../draft/draft';
import type { PersonRef } from '../person/person';
import type { Answered, FormAnswerInput } from './answering';
import { checked, refused, type FormRules } from './checked';
import { asks, fieldAfter, hasAnswer, mainFields, noted, problemsOf, values } from './draft-answers';
import type { Answers, Form } from './form';
import { ledBy, ledFrom } from './known';
import { atStepWith, isEnd, isMove, isUntouched, moved, toldOfStep } from './in-steps';

export interface Beginning {
  readonly form: Form;
  readonly of: string;
  readonly by: PersonRef;
  readonly command: string;
  readonly initial: Answers;
  /** The field that typed words begin with, where something is wrong with it. */
  readonly asking?: string;
  /** Business time in ms UTC. */
  readonly now: number;
}

/** A new draft; typed words begin with the first field, or with the summary of what is filled in. */
export function begin({ form, of, by, command, initial, asking, now }: Beginning): Draft {
  const first = asking ?? (form.filled ? undefined : mainFields(form)[0]?.id);
  return {
    ...NEW_DOCUMENT,
    kind: 'draft',
    id: draftId(by.id, form.name, of),
    form: form.name,
    of,
    by,
    command,
    state: 'open',
    openedAt: now,
    touchedAt: now,
    initial,
    answers: {},
    seen: [],
    ...(first === undefined ? {} : { asking: first }),
  };
}

const SEEN = 20;
/** A "save" before the end leads to the summary; its repeat must do so too, and not save. */
const toSummary = (activity: string): string => `summary:${activity}`;

/** Stays at a field that is wrong; goes on otherwise. */
function onFrom(form: Form, draft: Draft, asked: string, rules: FormRules): Draft {
  const wrong = problemsOf(form, draft, rules).some((problem) => problem.field === asked);
  return wrong ? asks(draft, asked) : asks(draft, fieldAfter(form, draft, asked, rules));
}

/**
 * Typed words that the field's rule refuses are not kept, so that "skip" never keeps them; what is too long is, to be
 * shortened.
 */
function withWords(form: Form, draft: Draft, sent: Answers, rules: FormRules): Draft {
  const wrong = refused(form, values(draft), sent, rules).filter(({ key }) => key !== 'too-long');
  const kept = Object.fromEntries(
    Object.entries(sent).filter(([id]) => !wrong.some(({ field }) => field === id)),
  );
  const led = ledBy(form, values(draft), kept);
  const next = noted(form, draft, led.sent);
  const { asking } = draft;
  if (led.asks !== undefined) return asks(next, led.asks);
  if (asking === undefined) return asks(next, wrong[0]?.field ?? problemsOf(form, next, rules)[0]?.field);
  return [asking, ledFrom(form, asking)].some((id) => id !== undefined && Object.hasOwn(kept, id))
    ? onFrom(form, next, asking, rules)
    : next;
}

/** Keeps what the field holds: from now on that counts as sent. */
function skipped(form: Form, draft: Draft, rules: FormRules): Draft {
  if (draft.asking === undefined) return draft;
  const kept = { [draft.asking]: values(draft)[draft.asking] ?? '' };
  return onFrom(form, noted(form, draft, kept), draft.asking, rules);
}

function wentBack(form: Form, draft: Draft): Draft {
  const main = mainFields(form);
  // From a choice that words led to, to those words.
  const led = ledFrom(form, draft.asking);
  if (led !== undefined) return asks(draft, led);
  const at = main.findIndex((field) => field.id === draft.asking);
  return asks(draft, main[at < 0 ? main.length - 1 : Math.max(0, at - 1)]?.id);
}

export const leadsToSummary = (draft: Draft, activity: string): Draft => ({
  ...draft,
  seen: [...draft.seen, toSummary(activity)],
});

function saved(form: Form, draft: Draft, activity: string, rules: FormRules): Draft {
  const first = problemsOf(form, draft, rules)[0];
  if (first) return asks(draft, first.field);
  if (draft.asking === undefined) return draft;
  return leadsToSummary(asks(noted(form, draft, values(draft)), undefined), activity);
}

function withSheet(form: Form, draft: Draft, sent: Answers, rules: FormRules): Draft {
  const next = noted(form, draft, sent);
  const first = problemsOf(form, next, rules)[0]?.field;
  return asks(first === undefined ? next : atStepWith(form, next, first), first);
}

function applied(form: Form, draft: Draft, input: FormAnswerInput, rules: FormRules): Draft {
  switch (input.kind) {
    case 'sheet':
      return withSheet(form, draft, input.answers, rules);
    case 'next':
    case 'previous':
      return moved(form, draft, input, rules);
    case 'words':
      return withWords(form, draft, input.answers, rules);
    case 'skip':
      return skipped(form, draft, rules);
    case 'back':
      return wentBack(form, draft);
    case 'save':
      return saved(form, draft, input.activity, rules);
    case 'cancel':
      return { ...draft, state: 'done' };
  }
}

/** Of words, skip and back: what is wrong with the fields just sent, and with the one asked for if it was sent before. */
function toldOfWords(form: Form, draft: Draft, sent: Answers, rules: FormRules): Answered {
  const wrong = refused(form, values(draft), sent, rules);
  const due = problemsOf(form, draft, rules).filter(
    ({ field }) =>
      !wrong.some((problem) => problem.field === field) &&
      (Object.hasOwn(sent, field) || (field === draft.asking && isDue(form, draft, field))),
  );
  const problems = [...wrong, ...due];
  if (problems.length > 0) return { result: 'problems', draft, problems };
  return { result: draft.asking === undefined ? 'ready' : 'asking', draft, problems: [] };
}

/** A main field that was never answered is only asked for; one behind "More fields" is asked for because it is wrong. */
function isDue(form: Form, draft: Draft, asked: string): boolean {
  return hasAnswer(draft, asked) || form.fields.some((field) => field.id === asked && field.more);
}

/** A choice has brought it into view just now: nobody was asked before. */
const isNew = ({ fields }: Form, draft: Draft, field: string): boolean =>
  !hasAnswer(draft, field) && fields.some(({ id, follows }) => id === field && follows !== undefined);

/** The form is meant to be whole. */
function toldOfAll(form: Form, draft: Draft, input: FormAnswerInput, rules: FormRules): Answered {
  const result = checked(form, values(draft), rules);
  if (result.kind === 'problems') {
    const first = result.problems[0]?.field ?? '';
    if (isUntouched(form, draft, first)) return toldOfStep(form, draft, first, rules);
    const problems = result.problems.filter(
      ({ field, key }) => key !== 'required' || !isNew(form, draft, field),
    );
    return problems.length > 0
      ? { result: 'problems', draft, problems }
      : { result: 'asking', draft, problems: [] };
  }
  const summary = input.kind === 'save' && draft.seen.includes(toSummary(input.activity));
  if (draft.asking !== undefined) return { result: 'asking', draft, problems: [] };
  return summary
    ? { result: 'ready', draft, problems: [] }
    : { result: 'save', draft, problems: [], values: result.values };
}

/** The result is read off the draft and the input alone, so that a repeated input gets the same one again. */
function told(form: Form, draft: Draft, input: FormAnswerInput, rules: FormRules): Answered {
  if (input.kind === 'cancel') return { result: 'cancelled', draft, problems: [] };
  if (isMove(input) && !isEnd(form, draft, input)) return toldOfStep(form, draft, draft.step ?? '', rules);
  if (input.kind === 'words' || input.kind === 'skip' || input.kind === 'back')
    return toldOfWords(form, draft, input.kind === 'words' ? input.answers : {}, rules);
  return toldOfAll(form, draft, input, rules);
}

/** One input applied to a draft. What a sheet sent is in `draft.answers` whatever comes of it; a repeated activity changes nothing. */
export function answer(form: Form, draft: Draft, input: FormAnswerInput, rules: FormRules): Answered {
  const activity = 'activity' in input ? input.activity : undefined;
  if (activity !== undefined && draft.seen.includes(activity)) return told(form, draft, input, rules);
  const next = applied(form, draft, input, rules);
  const seen = activity === undefined ? next.seen : [...next.seen, activity].slice(-SEEN);
  return told(form, { ...next, touchedAt: rules.now, seen }, input, rules);
}
