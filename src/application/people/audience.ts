import { present, type Desk } from '../../domain/desk/desk';
import type { AnyDocument } from '../../domain/documents';
import type { Audience, Recipient, Rule } from '../../domain/effects';
import { personId, refTo, type Person, type PersonRef } from '../../domain/person/person';
import { seen } from '../../domain/referral/face';
import { boundDesk, boundDesks } from '../desks/bound';
import type { World } from '../ports/world';

const MOST = 200;

/** Who an audience is now, each person once, and by which rule they were found. */
export async function audienceOf(
  world: World,
  about: AnyDocument,
  audience: Audience,
): Promise<readonly Recipient[]> {
  if (typeof audience !== 'string') return [{ to: audience, rule: 'named' }];
  const test = about.kind === 'referral' ? about.own.test : undefined;
  if (test && audience !== 'admins') return [{ to: test.by, rule: 'named' }];
  const desk = await deskAbout(world, about);
  switch (audience) {
    case 'owner':
      return ownerOf(about) ?? all('answers', desk ? present(desk, desk.answers) : []);
    case 'responders':
      return all('answers', desk ? present(desk, desk.answers) : []);
    case 'managers':
      return all('manages', desk ? present(desk, desk.managers) : []);
    case 'admins':
      return adminsOf(world, desk, about.kind === 'desk');
    case 'colleagues':
      return all('colleague', await colleaguesOf(world, about));
  }
}

const all = (rule: Rule, people: readonly PersonRef[]): Recipient[] => people.map((to) => ({ to, rule }));

const ownerOf = (about: AnyDocument): readonly Recipient[] | undefined =>
  about.kind === 'referral' && about.own.owner ? all('owner', [about.own.owner]) : undefined;

async function deskAbout(world: World, about: AnyDocument): Promise<Desk | undefined> {
  if (about.kind === 'desk') return about;
  return about.kind === 'referral' ? boundDesk(world.store, about.own.desk) : undefined;
}

/** Those named in the settings, as far as the bot knows them; else, and of what befalls a desk too, whoever set it up. */
export async function adminsOf(
  world: World,
  desk: Desk | undefined,
  binderToo: boolean,
): Promise<readonly Recipient[]> {
  const found = await Promise.all(world.settings.admins.map((admin) => findAdmin(world, admin)));
  const named = all('named-admin', found.flat());
  const bound = desk ? all('bound-the-desk', [desk.boundBy]) : [];
  const known = once(named.length > 0 && !binderToo ? named : [...named, ...bound]);
  if (known.length > 0) return known;
  const items = await boundDesks(world.store, MOST);
  return once(
    all(
      'bound-the-desk',
      items.map((one) => one.boundBy),
    ),
  );
}

/** By object id, by the name they sign in with, or by e-mail, which need not be the same. */
async function findAdmin(world: World, admin: string): Promise<readonly PersonRef[]> {
  const name = admin.toLowerCase();
  if (!name.includes('@')) return byObjectId(world, name);
  const keys = [`upn/${name}`, `email/${name}`];
  const found = await Promise.all(keys.map((key) => world.store.list('person', { key }, MOST)));
  return found.flatMap(({ items }) => items.map(refTo));
}

/** In whichever tenant there is a desk; before there is any, wherever they have met the bot. */
async function byObjectId(world: World, id: string): Promise<readonly PersonRef[]> {
  const items = await boundDesks(world.store, MOST);
  if (items.length === 0)
    return (await world.store.list('person', { key: `oid/${id}` }, MOST)).items.map(refTo);
  const tenants = [...new Set(items.map(({ tenant }) => tenant))];
  const people = await Promise.all(tenants.map((tenant) => world.store.get('person', personId(tenant, id))));
  return people.filter((person) => person !== undefined).map(refTo);
}

async function colleaguesOf(world: World, about: AnyDocument): Promise<readonly PersonRef[]> {
  if (about.kind !== 'referral') return [];
  const emails = seen(about).colleagues.map(({ email }) => email.toLowerCase());
  const found = await Promise.all(
    emails.filter((email) => email !== '').map((email) => findAdmin(world, email)),
  );
  return found.flat();
}

const once = (recipients: readonly Recipient[]): Recipient[] => [
  ...new Map(recipients.map((one) => [one.to.id, one])).values(),
];

/** The people themselves, as far as the bot knows them. */
export async function peopleOf(world: World, named: readonly PersonRef[]): Promise<readonly Person[]> {
  const people = await Promise.all(named.map((one) => world.store.get('person', one.id)));
  return people.filter((person) => person !== undefined);
}
