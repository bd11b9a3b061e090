import { ownOf } from '../../domain/deal/solution';
import { newReferral } from '../../domain/referral/step';
import { seen } from '../../domain/referral/face';
import type { Current } from '../../domain/record/current';
import { dayIn } from '../../domain/record/dates';
import type { Answers } from '../../domain/forms/form';
import { operationOn, type NewAbout, type NewOperation } from '../../domain/operations/operation';
import type { Person } from '../../domain/person/person';
import { referralDocumentId, type Referral } from '../../domain/referral/referral';
import { factsFor } from '../living/step-referral';
import { knownThere } from '../people/known-there';
import { knownColleagues } from '../people/known-colleagues';
import { actorAt, deskFor, desksOf, withoutDesk } from '../people/membership';
import { livingReferral } from '../living/living-referral';
import type { World } from '../ports/world';
import { routeIfWaiting } from '../receive/routing';
import type { Choices, FormEnd } from './form-answer';
import type { Refusal } from '../people/refusal';
import { ended } from './ended';
import type { OnNew } from './subject';
import { readWanted, sayWanted } from './wanted-new';

/** One that is to be made by this person, at one of their own desks. `of`: what is wanted. */
export async function onNew(
  world: World,
  operation: NewOperation,
  of: string,
  by: Person,
): Promise<OnNew | Refusal> {
  const desks = await desksOf(world, by);
  const [first, ...more] = desks.own;
  if (!first) return desks.all === 0 ? { kind: 'no-desk' } : withoutDesk(desks);
  const wanted = readWanted(of);
  const like = wanted.like === undefined ? undefined : await likeOf(world, wanted.like, by);
  if (like && 'kind' in like && !('stage' in like)) return like;
  const about: NewAbout = {
    variant: operation.variants.find((one) => one === wanted.variant) ?? operation.variants[0],
    desks: [first, ...more],
    by: await actorAt(world, first, by),
    today: dayIn(world.clock.now(), first.zone),
    connected: world.accounts.of(accountOf(world)) !== undefined,
    coSell: ownOf(world.settings.solutions),
    people: await knownColleagues(world, first, by),
    ...(await knownThere(world, desks.own)),
    ...(like ? { like } : {}),
  };
  return { kind: 'new', operation, desk: first, about };
}

/** What this person may see of the referral that a new one is to be like. */
async function likeOf(world: World, id: string, by: Person): Promise<Current | Refusal> {
  const referral = await livingReferral(world, id);
  if (!referral) return { kind: 'not-found' };
  const desk = await deskFor(world, referral, by);
  return 'zone' in desk ? seen(referral) : desk;
}

/** The operation of that name, where something is made by it. */
export const newOperation = (world: World, name: string): NewOperation | undefined =>
  operationOn(world.operations, 'new', name);

/** Which kinds can be made by it, for one person to choose from. */
export const choicesOf = ({ operation, about }: OnNew, like?: string): Choices => ({
  kind: 'choices',
  operation: operation.name,
  variants: operation.variants.map((variant) => {
    const why = operation.closed({ ...about, variant });
    const of = sayWanted({ variant, ...(like === undefined ? {} : { like }) });
    return { variant, of, ...(why === undefined ? {} : { why }) };
  }),
});

const accountOf = (world: World): string => world.accounts.keys[0];

/** What this command has made already; undefined: nothing yet. */
export const madeBy = (world: World, command: string): Promise<Referral | undefined> =>
  world.store.get('referral', referralDocumentId(accountOf(world), command));

/** Stored once per command: its card and what Partner Center is to be told follow by the dispatcher. */
export async function makeNew(
  world: World,
  { operation, about }: OnNew,
  command: string,
  answers: Answers,
  by: Person,
): Promise<FormEnd> {
  const { deal, desk } = operation.make({ ...about, id: command, answers, now: world.clock.now() });
  const account = accountOf(world);
  const born = newReferral(account, deal, await factsFor(world, [account], desk.id));
  const isNew = await world.store.insert('referral', born);
  if (isNew) await routeIfWaiting(world, born);
  world.kick();
  world.metrics.command(operation.name, isNew ? 'done' : 'repeated');
  const outcome = { kind: 'done', did: operation.audit } as const;
  const referral = (await madeBy(world, command)) ?? born;
  return ended(world, { operation, referral, desk }, by, outcome);
}
