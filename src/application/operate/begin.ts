import type { Draft } from '../../domain/draft/draft';
import { draftId } from '../../domain/draft/draft';
import { begin } from '../../domain/forms/engine';
import type { Form } from '../../domain/forms/form';
import { doing } from '../../domain/operations/operate';
import { operationOn, type DeskPlace } from '../../domain/operations/operation';
import { notPossible } from '../../domain/operations/possible';
import { refTo, type Person } from '../../domain/person/person';
import { doneBefore } from '../../domain/living/document';
import type { Outcome } from '../../domain/referral/inputs';
import { viewOf } from '../lists/views';
import type { RosterMember } from '../ports/ports';
import type { World } from '../ports/world';
import type { FormAnswer, FormEnd, Refusal } from '../use-cases';
import { changeDocument } from '../living/change-document';
import { openFormOf } from './open-form';
import { stepReferral } from '../living/step-referral';
import { lastChoices } from './last-choices';
import { formFor, onDesk, onReferral, rulesFor, startFor, type OnReferral, type Subject } from './subject';

/** A draft left for so long begins anew: what it opened with is no longer true. */
const STALE_MS = 7 * 86_400_000;

/** A press, or words: `id` is known again when it is delivered twice. `sure`: the question that came first has been read. */
export interface Press {
  readonly id: string;
  readonly sure?: boolean;
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
  const form = formFor(world, subject, by);
  if (!form) return done(world, subject, by, press);
  const first =
    notPossible(operation, subject.about) ?? (press.sure ? undefined : operation.asks?.(subject.about));
  if (first) return ended(world, subject, by, first);
  return openFormOf(world, form, await beginDraft(world, form, of, by, subject), subject, by);
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
  return openFormOf(world, form, await beginDraft(world, form, place.channel, by, subject), subject, by);
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
  return ended(world, { operation, referral: stepped.referral, desk }, by, stepped.outcome);
}

/** How an operation on a referral ended, with the referral as this person sees it. */
export async function ended(
  world: World,
  { operation, referral, desk }: Pick<OnReferral, 'operation' | 'referral' | 'desk'>,
  by: Person,
  outcome: Outcome,
  wrote: FormEnd['wrote'] = {},
): Promise<FormEnd> {
  const view = await viewOf(world, referral, { audience: 'person', person: by }, desk);
  return { kind: 'ended', outcome, operation: operation.name, wrote, view };
}

/** Goes on with the person's own draft, else begins one; a new beginning has a new command id. */
async function beginDraft(
  world: World,
  form: Form,
  of: string,
  by: Person,
  subject: Subject,
): Promise<Draft> {
  const { now } = rulesFor(world, subject);
  const initial = { ...startFor(world, subject, by), ...lastChoices(form, by) };
  const fresh: Draft = {
    ...begin({ form, of, by: refTo(by), command: world.newId(), initial, now }),
    ...(subject.kind === 'desk' ? { place: subject.place } : {}),
  };
  for (;;) {
    const changed = await changeDocument(world.store, 'draft', draftId(by.id, form.name, of), (draft) => {
      const goesOn = draft.state === 'open' && now - draft.touchedAt < STALE_MS && !isUsed(draft, subject);
      const next = goesOn ? { ...draft, touchedAt: now } : { ...fresh, version: draft.version };
      return { document: next, result: undefined };
    });
    if (changed) return changed.document;
    if (await world.store.insert('draft', fresh)) return { ...fresh, version: 1 };
  }
}

/** Its command was given, and the program ended before the draft was closed. */
const isUsed = (draft: Draft, subject: Subject): boolean =>
  subject.kind === 'referral' && doneBefore(subject.referral, draft.command) !== undefined;
