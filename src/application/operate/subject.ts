import type { Desk, DeskRef } from '../../domain/desk/desk';
import { dayIn } from '../../domain/record/dates';
import type { FormRules } from '../../domain/forms/checked';
import type { Answers, Form } from '../../domain/forms/form';
import type {
  About,
  DeskAbout,
  DeskOperation,
  DeskPlace,
  NewAbout,
  NewOperation,
  ReferralOperation,
} from '../../domain/operations/operation';
import { seen } from '../../domain/referral/face';
import { personId, refTo, type Person, type PersonRef } from '../../domain/person/person';
import type { Referral } from '../../domain/referral/referral';
import { accountsOf } from '../../domain/referral/seen-in';
import { boundDesk } from '../desks/bound';
import { adminOnly } from '../people/admin-only';
import { knownColleagues } from '../people/known-colleagues';
import { knownThere } from '../people/known-there';
import { actorFor, deskFor, mayBind } from '../people/membership';
import type { RosterMember } from '../ports/ports';
import { livingReferral } from '../living/living-referral';
import type { World } from '../ports/world';
import type { Refusal } from '../people/refusal';
import { namedAccounts } from '../sync/account-names';
import { offersOwnRight } from '../sync/own-right';
import { heirOf } from '../receive/routing';
import { factsFor } from '../living/step-referral';

/** What one operation is about, for one person: a referral at its desk, or a channel and who may be chosen there. */
export type Subject = OnReferral | OnDesk | OnNew;

export interface OnReferral {
  readonly kind: 'referral';
  readonly operation: ReferralOperation;
  readonly referral: Referral;
  readonly desk: Desk;
  readonly about: About;
}

/** What is to be made: at `desk`, or another of the person's own. */
export interface OnNew {
  readonly kind: 'new';
  readonly operation: NewOperation;
  readonly desk: Desk;
  readonly about: NewAbout;
}

export interface OnDesk {
  readonly kind: 'desk';
  readonly operation: DeskOperation;
  readonly place: DeskPlace;
  /** Absent: the channel is no desk yet. */
  readonly desk: Desk | undefined;
  readonly people: readonly PersonRef[];
  /** Of what gives it up: the open referrals that it holds (1,001 of a stage are counted), and the desk that takes them. */
  readonly open?: number;
  readonly heir?: DeskRef;
}

/** A choice of more people than this is no choice in a card. */
const MOST_PEOPLE = 200;
const MOST_COUNTED = 1_001;

export async function onReferral(
  world: World,
  operation: ReferralOperation,
  of: string,
  by: Person,
): Promise<OnReferral | Refusal> {
  const referral = await livingReferral(world, of);
  if (!referral) return { kind: 'not-found' };
  const desk = await deskFor(world, referral, by);
  if (!('zone' in desk)) return desk;
  const facts = await factsFor(world, accountsOf(referral), desk.id);
  const actor = await actorFor(world, referral, desk, by);
  const about = {
    ...{ referral, current: seen(referral), by: actor, facts },
    ...(operation.offersPeople && { people: await knownColleagues(world, desk, by) }),
    ...(operation.offersSolutions && { solutions: (await knownThere(world, [desk])).solutions }),
  };
  return { kind: 'referral', operation, referral, desk, about };
}

export async function onDesk(
  world: World,
  operation: DeskOperation,
  place: DeskPlace,
  by: Person,
  roster?: readonly RosterMember[],
): Promise<OnDesk | Refusal> {
  const desk = await boundDesk(world.store, place.channel);
  if (!(await mayBind(world, place, desk, by))) return adminOnly(world, desk);
  // A channel that is given up may be out of reach, and nobody is chosen for it.
  const members = roster ?? (operation.givesUp ? [] : await world.directory.roster(place));
  const people = choicesOf(members, place.tenant, by, desk);
  const gives = desk && operation.givesUp ? await givenUp(world, desk) : {};
  return { kind: 'desk', operation, place, desk, people, ...gives };
}

/** What a desk would leave, and to whom. */
async function givenUp(world: World, { id }: Desk): Promise<Pick<OnDesk, 'open' | 'heir'>> {
  const count = (stage: 'received' | 'accepted') =>
    world.store.count('referral', { desks: [id], stage }, MOST_COUNTED);
  const [received, accepted, heir] = await Promise.all([
    count('received'),
    count('accepted'),
    heirOf(world, id),
  ]);
  return { open: received + accepted, ...(heir && { heir: { id: heir.id, name: heir.name } }) };
}

/** The roster as people to choose from, by name; those already chosen stay. */
export function choicesOf(
  roster: readonly RosterMember[],
  tenant: string,
  by: Person,
  desk?: Desk,
): readonly PersonRef[] {
  const members = roster
    .filter((member) => member.aadObjectId !== undefined && (member.tenant ?? tenant) === tenant)
    .map((member) => ({ id: personId(tenant, member.aadObjectId ?? ''), name: member.name }));
  const chosen = [...(desk?.answers ?? []), ...(desk?.managers ?? []), refTo(by)];
  const all = new Map([...members.slice(0, MOST_PEOPLE), ...chosen].map((person) => [person.id, person]));
  return [...all.values()].sort((one, other) => one.name.localeCompare(other.name));
}

/** "Today" is the desk's. */
export function rulesFor(world: World, { desk }: Pick<Subject, 'desk'>): FormRules {
  const now = world.clock.now();
  return { now, today: dayIn(now, desk?.zone ?? world.settings.zone) };
}

export const deskAbout = (world: World, { desk, people, open, heir }: OnDesk, by: Person): DeskAbout => ({
  desk,
  people,
  accounts: namedAccounts(world),
  ownRight: offersOwnRight(world),
  ...(open === undefined ? {} : { open }),
  ...(heir && { heir }),
  by: { ...refTo(by), ...(by.zone === undefined ? {} : { zone: by.zone }) },
  defaults: { language: world.settings.language, zone: world.settings.zone },
});

/** Undefined: the operation needs no form. */
export function formFor(world: World, subject: Subject, by: Person): Form | undefined {
  if (subject.kind === 'desk') return subject.operation.form(deskAbout(world, subject, by));
  return subject.kind === 'new'
    ? subject.operation.form(subject.about)
    : subject.operation.form?.(subject.about);
}

export function startFor(world: World, subject: Subject, by: Person): Answers {
  if (subject.kind === 'desk') return subject.operation.start(deskAbout(world, subject, by));
  if (subject.kind === 'new') return subject.operation.start(subject.about);
  return subject.operation.start?.({ ...subject.about, today: rulesFor(world, subject).today }) ?? {};
}
