import type { Draft } from '../../domain/draft/draft';
import type { Answered, FormAnswerInput } from '../../domain/forms/answering';
import { values } from '../../domain/forms/draft-answers';
import { answerHeld } from '../../domain/forms/held-against';
import type { Answers, Form } from '../../domain/forms/form';
import { shownIn, stepsOf, stepWith } from '../../domain/forms/steps';
import { doing } from '../../domain/operations/operate';
import { operationOn } from '../../domain/operations/operation';
import { notPossible } from '../../domain/operations/possible';
import type { Person } from '../../domain/person/person';
import { doneBefore } from '../../domain/living/document';
import type { World } from '../ports/world';
import type { FormAnswer, FormEnd, OpenForm } from './form-answer';
import { keepColleague } from '../people/known-colleagues';
import type { Refusal } from '../people/refusal';
import { beginOnReferral } from './begin';
import { ended } from './ended';
import { groundOf } from './ground';
import { changeDesk, deskEnd } from './change-desk';
import { changeDocument, type Changed } from '../living/change-document';
import { keepChoices } from './last-choices';
import { madeBy, makeNew, newOperation, onNew } from './on-new';
import { openFormOf } from './open-form';
import { stepReferral } from '../living/step-referral';
import { formFor, onDesk, onReferral, rulesFor, type OnReferral, type Subject } from './subject';

interface Found {
  readonly kind: 'found';
  readonly draft: Draft;
  readonly subject: Subject;
  readonly form: Form;
}

/**
 * What a person sends to a form is kept in the draft, so that nothing sent is lost. A save is done first, by the draft's
 * command, which is done once however often it is sent: what was written is kept then only where it was not taken.
 */
export async function answerForm(
  world: World,
  id: string,
  by: Person,
  input: FormAnswerInput,
): Promise<FormAnswer> {
  const found = await load(world, id, by);
  if (found.kind !== 'found') return found;
  const { subject, form } = found;
  const rules = rulesFor(world, subject);
  const sent = 'activity' in input || input.kind === 'cancel' ? input : wholeSheet(form, found.draft, input);
  if (input.kind === 'next') {
    const over = await overMeanwhile(world, found, input.answers, by);
    if (over) return over;
  }
  const ground = groundOf(world, subject, by);
  const tried = found.draft.state === 'done' ? undefined : answerHeld(form, found.draft, sent, rules, ground);
  if (tried?.result === 'save') {
    const end = await save(world, { draft: tried.draft, form, subject }, tried.values, by);
    // It has changed in that very moment: it is held against what stands now.
    return end ?? answerForm(world, id, by, input);
  }
  const take = (draft: Draft): Changed<'draft', Answered | undefined> => {
    if (draft.state === 'done') return { document: draft, result: undefined };
    const answered = answerHeld(form, draft, sent, rules, ground);
    return { document: answered.draft, result: answered };
  };
  const changed = await changeDocument(world.store, 'draft', id, take, { told: true });
  if (!changed) return { kind: 'no-form' };
  const { document: draft, result } = changed;
  if (!result) return repeated(world, draft, subject, by);
  if (result.result === 'cancelled') return { kind: 'cancelled' };
  // Somebody else's answer came between: what is complete now is saved when the person says so again.
  return openFormOf(world, form, draft, subject, by, result.problems);
}

/** On the way already: what the end would not be taken for. */
async function overMeanwhile(
  world: World,
  { draft, subject }: Found,
  sent: Answers,
  by: Person,
): Promise<FormEnd | undefined> {
  if (draft.state === 'done' || subject.kind !== 'referral') return undefined;
  const outcome = notPossible(subject.operation, subject.about);
  if (!outcome) return undefined;
  await close(world, draft.id);
  return ended(world, subject, by, outcome, { ...values(draft), ...sent });
}

type Sheet = Extract<FormAnswerInput, { readonly kind: 'sheet' | 'next' | 'previous' }>;

/** Teams' clients leave empty inputs out: a field that the sheet showed, and that is not in what was sent, was emptied. */
function wholeSheet(form: Form, draft: Draft, sheet: Sheet): Sheet {
  const step = stepWith(stepsOf(form), sheet.step) ?? form.fields;
  const shown = shownIn(step, values(draft)).map(({ id }) => [id, ''] as const);
  return { ...sheet, answers: { ...Object.fromEntries(shown), ...sheet.answers } };
}

export async function readForm(world: World, id: string, by: Person): Promise<FormAnswer> {
  const found = await load(world, id, by);
  if (found.kind !== 'found') return found;
  const { draft, subject, form } = found;
  if (draft.state === 'done') return repeated(world, draft, subject, by);
  return openFormOf(world, form, draft, subject, by);
}

/** A draft is its author's only. */
async function load(world: World, id: string, by: Person): Promise<Found | Refusal> {
  const draft = await world.store.get('draft', id);
  if (!draft || draft.by.id !== by.id) return { kind: 'no-form' };
  const subject = await subjectOf(world, draft, by);
  if (!('operation' in subject)) return subject;
  const form = formFor(world, subject, by);
  return form ? { kind: 'found', draft, subject, form } : { kind: 'not-found' };
}

async function subjectOf(world: World, draft: Draft, by: Person): Promise<Subject | Refusal> {
  const { place, form: name } = draft;
  if (place) {
    const operation = operationOn(world.operations, 'desk', name);
    return operation ? onDesk(world, operation, place, by) : { kind: 'not-found' };
  }
  const making = newOperation(world, name);
  if (making) return onNew(world, making, draft.of, by);
  const operation = operationOn(world.operations, 'referral', name);
  return operation ? onReferral(world, operation, draft.of, by) : { kind: 'not-found' };
}

/** Save was pressed again (or delivered again): the same command, the same outcome. */
async function repeated(world: World, draft: Draft, subject: Subject, by: Person): Promise<FormAnswer> {
  if (subject.kind === 'desk') {
    if (subject.desk) return deskEnd(world, subject, subject.desk, 'unchanged');
    return { kind: subject.operation.born ? 'cancelled' : 'no-desk' };
  }
  if (subject.kind === 'new') {
    const made = await madeBy(world, draft.command);
    const outcome = { kind: 'done', did: subject.operation.audit } as const;
    return made ? ended(world, { ...subject, referral: made }, by, outcome) : { kind: 'cancelled' };
  }
  const done = doneBefore(subject.referral, draft.command) !== undefined;
  const outcome = done
    ? { kind: 'done' as const, did: subject.operation.audit }
    : notPossible(subject.operation, subject.about);
  return outcome ? ended(world, subject, by, outcome) : { kind: 'cancelled' };
}

async function save(
  world: World,
  { draft, form, subject }: Omit<Found, 'kind'>,
  checked: Answers,
  by: Person,
): Promise<FormAnswer | undefined> {
  try {
    const end = await work(world, draft, checked, subject, by);
    if (!end) return undefined;
    const done = end.kind === 'ended' || end.kind === 'form';
    await (done ? close(world, draft.id) : keep(world, draft));
    if (done) await keepChosen(world, form, subject, checked, by);
    return end;
  } catch (fault) {
    // Best effort: a store in trouble may take it all the same, and the person still has their form.
    await keep(world, draft).catch(() => undefined);
    throw fault;
  }
}

/** For the next time. */
async function keepChosen(
  world: World,
  form: Form,
  subject: Subject,
  checked: Answers,
  by: Person,
): Promise<void> {
  await keepChoices(world, form, checked, by);
  const offers = subject.kind === 'new' || (subject.kind === 'referral' && subject.operation.offersPeople);
  if (offers) await keepColleague(world, checked, by);
}

function work(
  world: World,
  draft: Draft,
  checked: Answers,
  subject: Subject,
  by: Person,
): Promise<OpenForm | FormEnd | Refusal | undefined> {
  switch (subject.kind) {
    case 'desk':
      return changeDesk(world, subject, checked, by);
    case 'new':
      return makeNew(world, subject, draft.command, checked, by);
    case 'referral':
      return saveReferral(world, draft, checked, subject, by);
  }
}

/** What was written and not taken stays in the draft. */
const keep = (world: World, { id, answers }: Draft): Promise<unknown> =>
  changeDocument(world.store, 'draft', id, (draft) => ({
    document: draft.state === 'done' ? draft : { ...draft, answers },
    result: undefined,
  }));

/** Undefined: what the form asks has changed in that very moment, and nothing is done. */
async function saveReferral(
  world: World,
  draft: Draft,
  answers: Answers,
  subject: OnReferral,
  by: Person,
): Promise<OpenForm | FormEnd | Refusal | undefined> {
  const { operation, about } = subject;
  const holding = operation.stands?.(about);
  const deed = {
    ...{ id: draft.command, by: about.by, answers, began: draft.initial, sure: true },
    ...(holding ? { stood: holding.holds } : {}),
  };
  const stepped = await stepReferral(world, subject.referral.id, doing(operation, deed));
  if (!stepped) return { kind: 'not-found' };
  const { referral, outcome } = stepped;
  if (outcome.kind === 'unchanged') return undefined;
  world.metrics.command(operation.name, outcome.kind);
  const next = outcome.kind === 'done' ? operation.then?.(answers) : undefined;
  const then = next && (await beginOnReferral(world, next.name, referral.id, by, { id: world.newId() }));
  if (then?.kind === 'form') return then;
  return ended(world, { ...subject, referral }, by, outcome, values(draft));
}

/** What was written is not kept longer than it is needed. */
async function close(world: World, id: string): Promise<void> {
  await changeDocument(world.store, 'draft', id, ({ stood: _, ...draft }) => ({
    document: { ...draft, state: 'done', answers: {}, initial: {} },
    result: undefined,
  }));
}
