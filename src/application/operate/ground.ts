import { ruledBy } from '../../domain/desk/ruled-by';
import type { Draft } from '../../domain/draft/draft';
import type { Stood } from '../../domain/draft/stood';
import { caughtUp, standsAt, toldAt, type Ground } from '../../domain/forms/changed-under';
import type { Form, Problem } from '../../domain/forms/form';
import type { Holding } from '../../domain/forms/holding';
import { notPossible } from '../../domain/operations/possible';
import { changedBy } from '../../domain/referral/changed-by';
import type { Person } from '../../domain/person/person';
import type { World } from '../ports/world';
import { deskAbout, startFor, type OnDesk, type Subject } from './subject';

/**
 * The record, or the desk, that a form is held against; undefined: it is about none, asks nothing that others change, or cannot be saved any more,
 * which its end says.
 */
export function groundOf(world: World, subject: Subject, by: Person): Ground | undefined {
  if (subject.kind === 'desk') return deskGround(world, subject, by);
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

function deskGround(world: World, subject: OnDesk, by: Person): Ground | undefined {
  const { operation, desk } = subject;
  const holding = operation.stands?.(deskAbout(world, subject, by));
  return (
    holding && {
      ...holding,
      starts: startFor(world, subject, by),
      changedBy: (since) => ruledBy(desk, since, by),
    }
  );
}

/** What a new form starts from. */
export function stoodNow(world: World, subject: Subject, by: Person): { readonly stood?: Stood } {
  const holding = holdingOf(world, subject, by);
  return holding ? { stood: standsAt(holding, world.clock.now()) } : {};
}

function holdingOf(world: World, subject: Subject, by: Person): Holding | undefined {
  if (subject.kind === 'desk') return subject.operation.stands?.(deskAbout(world, subject, by));
  return subject.kind === 'referral' ? subject.operation.stands?.(subject.about) : undefined;
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
