import { dayIn } from '../../domain/record/dates';
import type { Desk } from '../../domain/desk/desk';
import type { Draft } from '../../domain/draft/draft';
import { acceptForm } from '../../domain/forms/accept';
import { acceptStart } from '../../domain/forms/accept-start';
import { bindForm, languageOf } from '../../domain/forms/bind';
import { calledForm } from '../../domain/forms/called';
import type { FormRules } from '../../domain/forms/checked';
import { declineForm } from '../../domain/forms/decline';
import { values } from '../../domain/forms/engine';
import type { Answers, Form, FormName, Problem } from '../../domain/forms/form';
import { seen } from '../../domain/referral/face';
import { isCoSell } from '../../domain/record/kind';
import type { Person, PersonRef } from '../../domain/person/person';
import type { Referral } from '../../domain/referral/referral';
import type { OpenForm } from '../use-cases';
import { readingOf, viewOf } from '../lists/views';
import type { World } from '../ports/world';

/** What a form is about: a referral at its desk, or a channel and who may be chosen there. */
export interface Subject {
  readonly referral?: Referral;
  readonly desk?: Desk;
  readonly people?: readonly PersonRef[];
}

export function formFor(name: FormName, subject: Subject): Form {
  switch (name) {
    case 'accept':
      return acceptForm({ coSell: coSell(subject) });
    case 'decline':
      return declineForm();
    case 'called':
      return calledForm();
    case 'bind':
      return bindForm({ people: subject.people ?? [] });
  }
}

const coSell = ({ referral }: Subject): boolean => referral !== undefined && isCoSell(seen(referral).kind);

/** "Today" is the desk's. */
export function rulesFor(world: World, desk: Desk | undefined): FormRules {
  const now = world.clock.now();
  return { now, today: dayIn(now, desk?.zone ?? world.settings.zone) };
}

export function startOf(world: World, name: FormName, subject: Subject, by: Person): Answers {
  if (name === 'accept' && subject.referral) {
    return acceptStart({
      current: seen(subject.referral),
      desk: subject.desk,
      by,
      today: rulesFor(world, subject.desk).today,
    });
  }
  return name === 'bind' ? startOfBind(world, subject.desk, by) : {};
}

/** A channel's own rules; for a new one the binder answers, in their zone. */
function startOfBind(world: World, desk: Desk | undefined, by: Person): Answers {
  return {
    answers: (desk?.answers ?? [by]).map((one) => one.id).join(','),
    managers: (desk?.managers ?? []).map((one) => one.id).join(','),
    language: languageOf(desk?.language ?? world.settings.language),
    zone: desk?.zone ?? by.zone ?? world.settings.zone,
    currency: desk?.currency ?? (/^Europe\//.test(by.zone ?? '') ? 'EUR' : 'USD'),
  };
}

const ALSO_OPEN_MS = 600_000;

/** The form as it stands for one person. */
export async function openFormOf(
  world: World,
  draft: Draft,
  subject: Subject,
  by: Person,
  problems: readonly Problem[] = [],
): Promise<OpenForm> {
  const reader = { audience: 'person' as const, person: by };
  const other = await alsoOpen(world, draft);
  return {
    kind: 'form',
    form: formFor(draft.form, subject),
    draft: draft.id,
    values: values(draft),
    problems,
    ...(draft.asking === undefined ? {} : { asking: draft.asking }),
    ...(other === undefined ? {} : { alsoOpen: other }),
    ...(subject.referral ? { view: await viewOf(world, subject.referral, reader, subject.desk) } : {}),
    today: rulesFor(world, subject.desk).today,
    ...readingOf(world, reader, subject.desk),
  };
}

/** Somebody else began to answer the same referral less than 10 minutes ago. */
async function alsoOpen(world: World, draft: Draft): Promise<string | undefined> {
  if (draft.form === 'bind' || draft.form === 'called') return undefined;
  const { items } = await world.store.list('draft', { key: `of/${draft.of}` }, 50);
  const since = world.clock.now() - ALSO_OPEN_MS;
  return items.find((one) => one.by.id !== draft.by.id && one.form !== 'called' && one.touchedAt >= since)?.by
    .name;
}
