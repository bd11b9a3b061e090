import type { Desk } from '../../domain/desk/desk';
import type { Draft } from '../../domain/draft/draft';
import { answer, values, type Answered, type FormAnswerInput } from '../../domain/forms/engine';
import type { Answers, Form } from '../../domain/forms/form';
import { toAccept } from '../../domain/forms/to-accept';
import { doneBefore } from '../../domain/living/document';
import { seen } from '../../domain/referral/face';
import type { Person } from '../../domain/person/person';
import type { CallResult } from '../../domain/referral/referral';
import type { Command, Outcome } from '../../domain/referral/inputs';
import { bindDesk } from './bind-desk';
import { changeDocument } from '../living/change-document';
import { deskFor, mayBind } from '../people/membership';
import { routeFor } from '../receive/routing';
import { stepReferral } from '../living/step-referral';
import type { FormAnswer, FormEnd, Refusal } from '../use-cases';
import { viewOf } from '../lists/views';
import type { World } from '../ports/world';
import { choicesOf, notPossible } from './open';
import { formFor, openFormOf, rulesFor, type Subject } from './shape';

type LoadedSubject = Subject & { readonly kind: 'subject' };

/** What a person sends to a form: kept in the draft before anything is done with it, so that nothing sent is lost. */
export async function answerForm(
  world: World,
  id: string,
  by: Person,
  input: FormAnswerInput,
): Promise<FormAnswer> {
  const found = await load(world, id, by);
  if (found.kind !== 'found') return found;
  const { subject } = found;
  const rules = rulesFor(world, subject.desk);
  const changed = await changeDocument<'draft', Answered | undefined>(world.store, 'draft', id, (draft) => {
    if (draft.state === 'done') return { document: draft, result: undefined };
    const form = formFor(draft.form, subject);
    const answered = answer(
      form,
      draft,
      input.kind === 'sheet' ? wholeSheet(form, input.answers) : input,
      rules,
    );
    return { document: answered.draft, result: answered };
  });
  if (!changed) return { kind: 'not-found' };
  const { document: draft, result } = changed;
  if (!result) return repeated(world, draft, subject, by);
  if (result.result === 'cancelled') return { kind: 'cancelled' };
  if (result.result === 'save') return save(world, draft, result.values, subject, by);
  return openFormOf(world, draft, subject, by, result.problems);
}

/** Teams' clients leave empty inputs out: a field that a sheet lacks was emptied. */
function wholeSheet(form: Form, sent: Answers): FormAnswerInput {
  const answers = Object.fromEntries(
    form.fields.map(({ id }) => [id, Object.hasOwn(sent, id) ? (sent[id] ?? '') : '']),
  );
  return { kind: 'sheet', answers };
}

export async function readForm(world: World, id: string, by: Person): Promise<FormAnswer> {
  const found = await load(world, id, by);
  if (found.kind !== 'found') return found;
  if (found.draft.state === 'done') return repeated(world, found.draft, found.subject, by);
  return openFormOf(world, found.draft, found.subject, by);
}

/** A draft is its author's only. */
async function load(
  world: World,
  id: string,
  by: Person,
): Promise<{ readonly kind: 'found'; readonly draft: Draft; readonly subject: LoadedSubject } | Refusal> {
  const draft = await world.store.get('draft', id);
  if (!draft || draft.by.id !== by.id) return { kind: 'not-found' };
  const subject = await subjectOf(world, draft, by);
  return subject.kind === 'subject' ? { kind: 'found', draft, subject } : subject;
}

async function subjectOf(world: World, draft: Draft, by: Person): Promise<LoadedSubject | Refusal> {
  if (draft.form === 'bind') {
    const desk = await world.store.get('desk', draft.of);
    const { place } = draft;
    if (!place) return { kind: 'not-found' };
    if (!(await mayBind(world, place, desk, by))) return { kind: 'admin-only' };
    const roster = await world.directory.roster(place);
    return { kind: 'subject', people: choicesOf(roster, place.tenant, by, desk), ...(desk ? { desk } : {}) };
  }
  const referral = await world.store.get('referral', draft.of);
  if (!referral) return { kind: 'not-found' };
  const desk = await deskFor(world, referral, by);
  return 'zone' in desk ? { kind: 'subject', referral, desk } : desk;
}

/** Save was pressed again (or delivered again): the same command, the same outcome. */
async function repeated(world: World, draft: Draft, subject: Subject, by: Person): Promise<FormAnswer> {
  if (draft.form === 'bind') {
    return subject.desk ? boundEnd(world, subject.desk, 'unchanged') : { kind: 'cancelled' };
  }
  const referral = await world.store.get('referral', draft.of);
  if (!referral) return { kind: 'not-found' };
  const done = doneBefore(referral, draft.command);
  const outcome: Outcome | undefined =
    done === 'accepted' || done === 'declined' || done === 'called'
      ? { kind: done }
      : notPossible(draft.form, referral);
  if (!outcome) return { kind: 'cancelled' };
  const view = await viewOf(world, referral, { audience: 'person', person: by }, subject.desk);
  return { kind: 'ended', outcome, form: draft.form, wrote: {}, view };
}

async function save(
  world: World,
  draft: Draft,
  checked: Answers,
  subject: Subject,
  by: Person,
): Promise<FormAnswer> {
  const end =
    draft.form === 'bind'
      ? await saveBind(world, draft, checked, by)
      : await saveReferral(world, draft, checked, subject, by);
  if (end.kind === 'ended') await close(world, draft.id);
  return end;
}

async function saveBind(world: World, draft: Draft, checked: Answers, by: Person): Promise<FormAnswer> {
  if (!draft.place) return { kind: 'not-found' };
  const desk = await bindDesk(world, draft.place, checked, by);
  return boundEnd(world, desk, 'updated');
}

/** New referrals come to the desk that was bound first: another one says so. */
async function boundEnd(world: World, desk: Desk, outcome: 'updated' | 'unchanged'): Promise<FormEnd> {
  const first = await routeFor(world);
  const other = first === undefined || first === desk.id ? undefined : await world.store.get('desk', first);
  const newGoTo = other ? { newGoTo: other.name } : {};
  return { kind: 'ended', outcome: { kind: outcome }, form: 'bind', wrote: {}, desk, ...newGoTo };
}

async function saveReferral(
  world: World,
  draft: Draft,
  checked: Answers,
  subject: Subject,
  by: Person,
): Promise<FormEnd | Refusal> {
  const stepped = await stepReferral(world, draft.of, {
    kind: 'command',
    command: commandOf(draft, checked, subject),
  });
  if (!stepped) return { kind: 'not-found' };
  const { referral, outcome } = stepped;
  world.metrics.command(draft.form, outcome.kind);
  const view = await viewOf(world, referral, { audience: 'person', person: by }, subject.desk);
  return { kind: 'ended', outcome, form: draft.form, wrote: values(draft), view };
}

function commandOf(draft: Draft, checked: Answers, { referral }: Subject): Command {
  const base = { id: draft.command, by: draft.by };
  switch (draft.form) {
    case 'decline': {
      const notes = checked['notes'] ?? '';
      return {
        kind: 'decline',
        ...base,
        reason: checked['reason'] ?? '',
        ...(notes === '' ? {} : { notes }),
      };
    }
    case 'called':
      return { kind: 'called', ...base, result: (checked['result'] ?? 'reached') as CallResult };
    default: {
      if (!referral) throw new Error('an accept form is about a referral');
      return { kind: 'accept', ...base, ...toAccept(checked, draft.initial, seen(referral)) };
    }
  }
}

/** What was written is not kept longer than it is needed. */
async function close(world: World, id: string): Promise<void> {
  await changeDocument(world.store, 'draft', id, (draft) => ({
    document: { ...draft, state: 'done', answers: {}, initial: {} },
    result: undefined,
  }));
}
