import type { Draft } from '../../domain/draft/draft';
import { values } from '../../domain/forms/draft-answers';
import type { Form, Problem } from '../../domain/forms/form';
import { undoFor } from '../../domain/operations/hold';
import { operationOn } from '../../domain/operations/operation';
import type { Person } from '../../domain/person/person';
import { readingOf, viewOf, type Reader } from '../lists/views';
import type { World } from '../ports/world';
import { goingElsewhere } from '../receive/routing';
import type { OpenForm } from './form-answer';
import { rulesFor, type OnDesk, type OnReferral, type Subject } from './subject';

const ALSO_OPEN_MS = 600_000;

/** The form as it stands for one person. */
export async function openFormOf(
  world: World,
  form: Form,
  draft: Draft,
  subject: Subject,
  by: Person,
  problems: readonly Problem[] = [],
): Promise<OpenForm> {
  const reader = { audience: 'person' as const, person: by };
  const other = await alsoOpen(world, draft, subject);
  return {
    kind: 'form',
    form,
    draft: draft.id,
    values: values(draft),
    ...(draft.step === undefined ? {} : { step: draft.step }),
    problems,
    ...(draft.stood?.turn ? { turn: draft.stood.turn } : {}),
    ...(draft.asking === undefined ? {} : { asking: draft.asking }),
    ...(other === undefined ? {} : { alsoOpen: other }),
    ...(await ofSubject(world, subject, reader)),
    today: rulesFor(world, subject).today,
    ...readingOf(world, reader, subject.desk),
  };
}

async function ofSubject(world: World, subject: Subject, reader: Reader): Promise<Partial<OpenForm>> {
  switch (subject.kind) {
    case 'referral':
      return {
        view: await viewOf(world, subject.referral, reader, subject.desk),
        ...(subject.operation.holds && subject.operation.waits?.(subject.about) === undefined
          ? { undoFor: undoFor(subject.about) }
          : {}),
        ...untilOf(world, subject),
      };
    case 'desk':
      return ofChannel(world, subject);
    case 'new':
      return { makes: subject.about.variant };
  }
}

/** What the form says of the time after it. */
function untilOf(world: World, subject: OnReferral): Pick<OpenForm, 'until'> {
  const { today } = rulesFor(world, subject);
  const until = subject.operation.until?.({ ...subject.about, today });
  return until === undefined ? {} : { until };
}

/** What is to be known of the channel before its form is saved. */
async function ofChannel(
  world: World,
  { place, desk, open, heir }: OnDesk,
): Promise<Pick<OpenForm, 'newGoTo' | 'givesUp'>> {
  if (!desk || open === undefined) return goingElsewhere(world, place.channel);
  return { givesUp: { channel: desk.name, open, ...(heir && { heir: heir.name }) } };
}

/** Somebody else began to answer the same referral less than 10 minutes ago. */
async function alsoOpen(world: World, draft: Draft, { operation }: Subject): Promise<string | undefined> {
  if (!isAlone(operation)) return undefined;
  const { items } = await world.store.list('draft', { key: `of/${draft.of}` }, 50);
  const since = world.clock.now() - ALSO_OPEN_MS;
  const others = items.filter((one) => one.by.id !== draft.by.id && one.touchedAt >= since);
  return others.find(({ form }) => isAlone(operationOn(world.operations, 'referral', form)))?.by.name;
}

const isAlone = (operation: Subject['operation'] | undefined): boolean =>
  operation?.on === 'referral' && operation.alone === true;
