import { refTo, type Person, type PersonRef } from '../../domain/person/person';
import { boundDesks } from '../desks/bound';
import { stepAccount } from '../living/step-others';
import type { SignedInAs } from '../ports/ports';
import type { World } from '../ports/world';
import { connected } from './poll';
import { keepSignIn } from './service-token';

/** A link holds so long. */
const HOLDS_MS = 15 * 60_000;

/** Where a person is sent who comes by a link. */
export const SIGN_IN_PATH = '/connect';

/** How a sign-in ended: for the page that the person sees then. */
export type SignInEnd =
  | { readonly kind: 'signed-in'; readonly who?: string; readonly mfa?: boolean; readonly own?: true }
  /** The link is this person's own, and another one has signed in. */
  | { readonly kind: 'somebody-else'; readonly name: string; readonly who?: string }
  /** The link is too old, was used, or is none. */
  | { readonly kind: 'no-ticket' }
  | { readonly kind: 'not-taken'; readonly problem: string };

/** A link for this person to sign in by; undefined: no page is there for it. */
export async function beginSignIn(world: World, id: string, by: Person): Promise<string | undefined> {
  const page = world.accounts.signInOf?.(id);
  if (!page) return undefined;
  const ticket = world.newId();
  const until = world.clock.now() + HOLDS_MS;
  const account = await stepAccount(world, id, { kind: 'signing-in', ticket, by: refTo(by), until });
  return account && page.link(ticket);
}

/** The account that a link is for, and whose link it is, while it holds. */
async function linkedTo(
  world: World,
  ticket: string,
): Promise<{ readonly id: string; readonly by: PersonRef } | undefined> {
  for (const id of connected(world)) {
    const signingIn = (await world.store.get('account', id))?.signingIn;
    if (signingIn?.ticket === ticket && signingIn.until > world.clock.now()) return { id, by: signingIn.by };
  }
  return undefined;
}

/** Microsoft's page, for who comes by a link; undefined: it holds no more. Throws when Microsoft cannot be asked. */
export async function signInAddress(world: World, ticket: string): Promise<string | undefined> {
  const link = await linkedTo(world, ticket);
  return link && world.accounts.signInOf?.(link.id)?.address(ticket);
}

/** What a person came back with from Microsoft's page: the account signs in by it from now on. */
export async function endSignIn(world: World, ticket: string, code: string): Promise<SignInEnd> {
  const link = await linkedTo(world, ticket);
  const page = link && world.accounts.signInOf?.(link.id);
  if (!link || !page) return { kind: 'no-ticket' };
  const { id, by } = link;
  const signedIn = await redeemed(() => page.redeem(ticket, code));
  if (typeof signedIn === 'string') {
    world.log.warn({ account: id, problem: signedIn }, 'the sign-in to Partner Center did not work');
    return { kind: 'not-taken', problem: signedIn };
  }
  await keepSignedIn(world, id, by, signedIn);
  const { who, mfa } = signedIn;
  return { kind: 'signed-in', ...(who !== undefined && { who }), ...(mfa !== undefined && { mfa }) };
}

/** The account signs in by this from now on, and is asked at once. */
export async function keepSignedIn(
  world: World,
  id: string,
  by: PersonRef,
  { token, who }: SignedInAs,
): Promise<void> {
  await keepSignIn(world.store, id, token, world.clock.now());
  const personal = who !== undefined && (await isPersons(world, who));
  await stepAccount(world, id, { kind: 'signed-in', personal, ...(who !== undefined && { who }) });
  world.log.info({ account: id, by: by.id }, 'an admin signed in to Partner Center');
}

/** In plain words why Microsoft did not take it. */
export async function redeemed(redeem: () => Promise<SignedInAs>): Promise<SignedInAs | string> {
  try {
    return await redeem();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const MOST_DESKS = 200;

/** Whether it is the account of somebody in a desk's team; of teams that do not answer nothing is known. */
async function isPersons(world: World, who: string): Promise<boolean> {
  const name = who.toLowerCase();
  const rosters = await Promise.allSettled(
    (await boundDesks(world.store, MOST_DESKS)).map((desk) => world.directory.roster(desk)),
  );
  const members = rosters.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  return members.some(({ userPrincipalName, email }) =>
    [userPrincipalName, email].some((address) => address?.toLowerCase() === name),
  );
}
