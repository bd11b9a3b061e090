import type { Draft } from '../../domain/draft/draft';
import type { Stood } from '../../domain/draft/stood';
import { caughtUp, standsAt, toldAt, type Ground } from '../../domain/forms/changed-under';
import type { Form, Problem } from '../../domain/forms/form';
import { notPossible } from '../../domain/operations/possible';
import { changedBy } from '../../domain/referral/changed-by';
import type { Person } from '../../domain/person/person';
import type { World } from '../ports/world';
import { startFor, type Subject } from './subject';

/**
 * The record that a form is held against; undefined: it is about none, asks nothing that others change, or cannot be saved any more,
 * which its end says.
 */
export function groundOf(world: World, subject: Subject, by: Person): Ground | undefined {
  if (subject.kind !== 'referral') return undefined;
  const { operation, about, referral } = subject;
  if (notPossible(operation, about)) return undefined;
  const holding = operation.stands?.(about);
  return (
    holding && {
      ...holding,
      starts: startFor(world, subject, by),
      changedBy: (since) => changedBy(referral, since, by),
    }
  );
}

/** What a new form starts from. */
export function stoodNow(world: World, subject: Subject): { readonly stood?: Stood } {
  const holding = subject.kind === 'referral' ? subject.operation.stands?.(subject.about) : undefined;
  return holding ? { stood: standsAt(holding, world.clock.now()) } : {};
}

/** A form that is gone on with: what has changed under it since is told as it opens. */
export function openedAgain(
  form: Form,
  draft: Draft,
  ground: Ground | undefined,
  now: number,
): { readonly draft: Draft; readonly problems: readonly Problem[] } {
  const caught = ground && caughtUp(form, draft, form.fields, ground);
  if (!caught || caught.draft === draft) return { draft, problems: [] };
  return { draft: toldAt(draft, caught.draft, now), problems: caught.problems };
}
