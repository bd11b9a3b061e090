import type { Draft } from '../../domain/draft/draft';
import { draftId } from '../../domain/draft/draft';
import { begin as newDraft } from '../../domain/forms/engine';
import { refused } from '../../domain/forms/checked';
import { withKnown } from '../../domain/forms/known';
import type { Answers, Form, Problem } from '../../domain/forms/form';
import { doing } from '../../domain/operations/operate';
import {
  operationOn,
  type DeskPlace,
  type NewOperation,
  type ReferralOperation,
} from '../../domain/operations/operation';
import { notPossible } from '../../domain/operations/possible';
import { refTo, type Person } from '../../domain/person/person';
import { doneBefore } from '../../domain/living/document';
import type { RosterMember } from '../ports/ports';
import type { World } from '../ports/world';
import type { FormAnswer, FormEnd } from './form-answer';
import type { Refusal } from '../people/refusal';
import { viewOf } from '../lists/views';
import { changeDocument } from '../living/change-document';
import { ended } from './ended';
import { groundOf, openedAgain, stoodNow } from './ground';
import { rightTo, rightToMake } from './right-to';
import { openFormOf } from './open-form';
import { stepReferral } from '../living/step-referral';
import { lastChoices } from './last-choices';
import { choicesOf, madeBy, newOperation, onNew } from './on-new';
import { readWanted, sayWanted } from './wanted-new';
import { noteReaching } from '../people/reached';
import { formFor, onDesk, onReferral, rulesFor, startFor, type OnReferral, type Subject } from './subject';

/** A draft left for so long begins anew: what it opened with is no longer true. */
const STALE_MS = 7 * 86_400_000;

/** A press, or words: `id` is known again when it is delivered twice. `sure`: the question that came first has been read. */
export interface Press {
  readonly id: string;
  readonly sure?: boolean;
  /** What was said with it already, by field: the form opens with that, and what is wrong with it. */
  readonly wrote?: Answers;
}

/** Somebody wants to do something, or to make something new: `of` is a referral, or which kind of it is to be made. */
export async function begin(
  world: World,
  name: string,
  of: string,
  by: Person,
  press: Press,
): Promise<FormAnswer> {
  const operation = newOperation(world, name);
  if (!operation) return beginOnReferral(world, name, of, by, press);
  const subject = await onNew(world, operation, of, by);
  if (subject.kind !== 'new') return subject;
  const { variant, like } = readWanted(of);
  if (!operation.variants.includes(variant) || operation.closed(subject.about) !== undefined)
    return choicesOf(subject, like);
  const unsigned = await rightToMake(world, subject.desk, by);
  if (unsigned) return unsigned;
  const form = operation.form(subject.about);
  const wrote = withKnown(form, press.wrote ?? {});
  const { draft } = await beginDraft(world, form, sayWanted(readWanted(of)), by, subject, { wrote });
  const wrong = refused(form, draft.initial, wrote, rulesFor(world, subject));
  return openFormOf(world, form, draft, subject, by, wrong);
}

/** Somebody wants to do something to a referral: its form, or, where it needs none, what came of it. */
export async function beginOnReferral(
  world: World,
  name: string,
  of: string,
  by: Person,
  press: Press,
): Promise<FormAnswer> {
  const operation = operationOn(world.operations, 'referral', name);
  if (!operation) return { kind: 'not-found' };
  const subject = await onReferral(world, operation, of, by);
  if (subject.kind !== 'referral') return subject;
  const barred = await rightTo(world, subject, by);
  if (barred) return barred;
  if (operation.begins) return beginLike(world, subject, operation.begins, by, press);
  if (operation.leads) return leadingTo(world, subject, operation.leads, by);
  const form = formFor(world, subject, by);
  if (!form) return done(world, subject, by, press);
  const first =
    notPossible(operation, subject.about) ?? (press.sure ? undefined : operation.asks?.(subject.about));
  if (first) return ended(world, subject, by, first);
  return openFor(world, subject, form, by, press.wrote ?? {});
}

/** The form with what was refused before and what is wrong with it. `wrote`: said with the press. */
async function openFor(
  world: World,
  subject: OnReferral,
  form: Form,
  by: Person,
  wrote: Answers,
): Promise<FormAnswer> {
  const { operation, about, referral } = subject;
  const marked = operation.marks?.(about) ?? [];
  const resumes = operation.resumes?.(about) ?? {};
  const opening = { asking: marked[0]?.field, wrote, resumes };
  const { draft, problems } = await beginDraft(world, form, referral.id, by, subject, opening);
  // What has been written anew since is not what was refused.
  const marks = marked.filter(({ field }) => draft.answers[field] === resumes[field]);
  const wrong = refused(form, draft.initial, wrote, rulesFor(world, subject));
  return openFormOf(world, form, draft, subject, by, [...marks, ...wrong, ...problems]);
}

/** Who may not go any of the ways reads why. */
async function leadingTo(
  world: World,
  { operation, about, referral, desk }: OnReferral,
  ways: readonly ReferralOperation[],
  by: Person,
): Promise<FormAnswer> {
  const outcome = notPossible(operation, about);
  if (outcome) return ended(world, { operation, referral, desk }, by, outcome);
  return {
    kind: 'choices',
    operation: operation.name,
    variants: ways.map(({ name }) => ({ variant: name, of: referral.id })),
    view: await viewOf(world, referral, { audience: 'person', person: by }, desk),
  };
}

/** Something new that is like this one, of the kind that is most like it. */
async function beginLike(
  world: World,
  subject: OnReferral,
  begins: NewOperation,
  by: Person,
  press: Press,
): Promise<FormAnswer> {
  const { operation, about, referral } = subject;
  const outcome = notPossible(operation, about);
  if (outcome) return ended(world, subject, by, outcome);
  const wanted = { variant: begins.likest(about.current) ?? '', like: referral.id };
  return begin(world, begins.name, sayWanted(wanted), by, press);
}

/** The same for a channel. `roster`: the people to choose from. */
export async function beginOnDesk(
  world: World,
  name: string,
  place: DeskPlace,
  roster: readonly RosterMember[],
  by: Person,
): Promise<FormAnswer> {
  const operation = operationOn(world.operations, 'desk', name);
  const subject = operation && (await onDesk(world, operation, place, by, roster));
  if (!subject) return { kind: 'not-found' };
  if (subject.kind !== 'desk') return subject;
  if (!subject.desk && !subject.operation.born) return { kind: 'no-desk' };
  const form = formFor(world, subject, by);
  if (!form) return { kind: 'not-found' };
  const { draft } = await beginDraft(world, form, place.channel, by, subject);
  return openFormOf(world, form, draft, subject, by);
}

async function done(
  world: World,
  { operation, referral, about, desk }: OnReferral,
  by: Person,
  press: Press,
): Promise<FormEnd | Refusal> {
  const input = doing(operation, { ...press, by: about.by });
  const stepped = await stepReferral(world, referral.id, input);
  if (!stepped) return { kind: 'not-found' };
  world.metrics.command(operation.name, stepped.outcome.kind);
  if (operation.reaches && stepped.outcome.kind === 'done') await noteReaching(world, stepped.referral, by);
  return ended(world, { operation, referral: stepped.referral, desk }, by, stepped.outcome);
}

/** What a draft begins with, beside what the form starts with. `wrote`: sent already; with it nothing older goes on. */
interface First {
  readonly asking?: string | undefined;
  readonly wrote?: Answers;
  /** Sent before and not taken: a new draft has it. */
  readonly resumes?: Answers;
}

interface Begun {
  readonly draft: Draft;
  /** What has changed under one that is gone on with. */
  readonly problems: readonly Problem[];
}

/** Goes on with the person's own draft, else begins one; a new beginning has a new command id. */
async function beginDraft(
  world: World,
  form: Form,
  of: string,
  by: Person,
  subject: Subject,
  { asking, wrote = {}, resumes = {} }: First = {},
): Promise<Begun> {
  const { now } = rulesFor(world, subject);
  const [starts, last] = [startFor(world, subject, by), lastChoices(form, by)];
  // What it is to be like goes before what was chosen for another one.
  const isLike = subject.kind === 'new' && subject.about.like !== undefined;
  const initial = isLike ? { ...last, ...starts } : { ...starts, ...last };
  const fresh: Draft = {
    ...newDraft({
      form,
      of,
      by: refTo(by),
      command: world.newId(),
      initial,
      now,
      ...(asking === undefined ? {} : { asking }),
    }),
    answers: ofForm(form, { ...resumes, ...wrote }),
    ...(subject.kind === 'desk' ? { place: subject.place } : {}),
    ...stoodNow(world, subject, by),
  };
  const ground = groundOf(world, subject, by);
  for (;;) {
    const changed = await changeDocument<'draft', readonly Problem[]>(
      world.store,
      'draft',
      draftId(by.id, form.name, of),
      async (draft) => {
        const isFresh =
          draft.state === 'open' && Object.keys(wrote).length === 0 && now - draft.touchedAt < STALE_MS;
        const goesOn = isFresh && !(await isUsed(world, draft, subject));
        if (!goesOn) return { document: { ...fresh, version: draft.version }, result: [] };
        const again = openedAgain(form, draft, ground, now);
        return { document: { ...again.draft, touchedAt: now }, result: again.problems };
      },
    );
    if (changed) return { draft: changed.document, problems: changed.result };
    if (await world.store.insert('draft', fresh)) return { draft: { ...fresh, version: 1 }, problems: [] };
  }
}

const ofForm = ({ fields }: Form, wrote: Answers): Answers =>
  Object.fromEntries(Object.entries(wrote).filter(([id]) => fields.some((field) => field.id === id)));

/** Its command was given, and the program ended before the draft was closed. */
async function isUsed(world: World, { command }: Draft, subject: Subject): Promise<boolean> {
  if (subject.kind === 'new') return (await madeBy(world, command)) !== undefined;
  return subject.kind === 'referral' && doneBefore(subject.referral, command) !== undefined;
}
