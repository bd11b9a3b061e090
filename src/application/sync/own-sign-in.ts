import { personId, type Person } from '../../domain/person/person';
import type { SignedOutWhy } from '../../domain/account/signed-out-why';
import { stepPerson } from '../living/step-others';
import type { OwnRights, SignedInAs } from '../ports/ports';
import type { World } from '../ports/world';
import { accountName } from './account-names';
import { redeemed, type SignInEnd } from './signing-in';

/** A link holds so long. */
const HOLDS_MS = 15 * 60_000;

/** How one person stands with one account. */
export interface OwnSignInState {
  readonly account: string;
  readonly name: string;
  readonly signedIn: boolean;
  readonly who?: string;
  readonly refused?: SignedOutWhy;
  /** For them alone. */
  readonly link: string;
}

/** A person's own sign-ins. `needed`: they wanted to do something that goes to Partner Center with their right. */
export interface OwnSignIn {
  readonly kind: 'own-sign-in';
  readonly states: readonly OwnSignInState[];
  readonly needed?: true;
  /** They sign out: nothing is held of theirs. */
  readonly left?: true;
  /** What Teams is asked for their token by, where it can be. */
  readonly exchange?: string;
}

/** How this person stands, with a link to sign in by for each account; undefined: nobody signs in here themselves. */
export async function ownSignIn(world: World, by: Person): Promise<OwnSignIn | undefined> {
  const offered = world.accounts.keys.flatMap((account) => {
    const there = world.accounts.ownRightOf?.(account);
    return there ? [{ account, there }] : [];
  });
  if (offered.length === 0) return undefined;
  const person = (await world.store.get('person', by.id)) ?? by;
  const states: OwnSignInState[] = [];
  for (const { account, there } of offered) {
    const right = person.rights?.[account];
    const ticket = await ticketFor(world, person, account);
    states.push({
      ...{ account, name: accountName(world, account), link: there.page.link(ticket) },
      signedIn: right !== undefined && right.refused === undefined,
      ...(right?.who !== undefined && { who: right.who }),
      ...(right?.refused && { refused: right.refused }),
    });
  }
  const uri = offered.find(({ there }) => there.exchange)?.there.exchange?.uri;
  return { kind: 'own-sign-in', states, ...(uri !== undefined && { exchange: uri }) };
}

/** Who asks once more may have the page of the first link open: that one holds on. */
async function ticketFor(world: World, { id, signingIn = [] }: Person, account: string): Promise<string> {
  const now = world.clock.now();
  const held = signingIn.find((one) => one.account === account && one.until > now);
  const ticket = held?.ticket ?? `${id.replace('/', '.')}.${world.newId()}`;
  await stepPerson(world, id, { kind: 'signing-in', ticket, account, until: now + HOLDS_MS });
  return ticket;
}

/** All of theirs is forgotten; undefined: nobody signs in here themselves. */
export async function ownSignOut(world: World, by: Person): Promise<OwnSignIn | undefined> {
  await stepPerson(world, by.id, { kind: 'signed-out' });
  for (const account of world.accounts.keys) world.accounts.ownRightOf?.(account)?.forget(by.id);
  const now = await ownSignIn(world, by);
  return now && { ...now, left: true };
}

interface Link {
  readonly person: Person;
  readonly account: string;
  readonly there: OwnRights;
}

/** A person's link names them; whose it is and whether it holds is what is stored of them. */
export const isOwnTicket = (ticket: string): boolean => ticket.includes('.');

async function linkedTo(world: World, ticket: string): Promise<Link | undefined> {
  const [tenant = '', aadObjectId = ''] = ticket.split('.');
  const person = await world.store.get('person', personId(tenant, aadObjectId));
  const link = person?.signingIn?.find((one) => one.ticket === ticket && one.until > world.clock.now());
  const there = link && world.accounts.ownRightOf?.(link.account);
  return person && there && { person, account: link.account, there };
}

/** Microsoft's page for who comes by a person's link; undefined: it holds no more. Throws when Microsoft cannot be asked. */
export const ownSignInAddress = async (world: World, ticket: string): Promise<string | undefined> =>
  (await linkedTo(world, ticket))?.there.page.address(ticket);

/** What came back from Microsoft's page for a person's link: they sign in by it, if it is they. */
export async function endOwnSignIn(world: World, ticket: string, code: string): Promise<SignInEnd> {
  const link = await linkedTo(world, ticket);
  if (!link) return { kind: 'no-ticket' };
  return keep(world, link, await redeemed(() => link.there.page.redeem(ticket, code)));
}

/** The same with what Teams gave of them, for the first account that takes it. */
export async function exchangeOwn(world: World, person: Person, given: string): Promise<SignInEnd> {
  for (const account of world.accounts.keys) {
    const there = world.accounts.ownRightOf?.(account);
    const { exchange } = there ?? {};
    if (there && exchange)
      return keep(world, { person, account, there }, await redeemed(() => exchange.redeem(given)));
  }
  return { kind: 'no-ticket' };
}

async function keep(world: World, link: Link, signedIn: SignedInAs | string): Promise<SignInEnd> {
  const { person, account, there } = link;
  if (typeof signedIn === 'string') {
    world.log.warn({ account, problem: signedIn }, 'a person’s sign-in to Partner Center did not work');
    return { kind: 'not-taken', problem: signedIn };
  }
  const { token, who, mfa } = signedIn;
  const named = who === undefined ? {} : { who };
  if (!isTheirs(person, signedIn)) return { kind: 'somebody-else', name: person.name, ...named };
  there.forget(person.id);
  const right = { token, at: world.clock.now(), ...named };
  await stepPerson(world, person.id, { kind: 'signed-in', account, right });
  world.log.info({ account, by: person.id }, 'a person signed in to Partner Center');
  return { kind: 'signed-in', own: true, ...named, ...(mfa !== undefined && { mfa }) };
}

/** Entra's id tells within one tenant; a guest of another one has the same name there. */
function isTheirs(person: Person, { tenant, aadObjectId, who }: SignedInAs): boolean {
  if (tenant?.toLowerCase() === person.tenant.toLowerCase())
    return aadObjectId?.toLowerCase() === person.aadObjectId.toLowerCase();
  const names = [person.userPrincipalName, person.email].map((name) => name?.toLowerCase());
  return who !== undefined && names.includes(who.toLowerCase());
}
