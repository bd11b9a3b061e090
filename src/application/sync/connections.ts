import type { Account } from '../../domain/account/account';
import type { Checked } from '../../domain/account/checked';
import type { Listening, Sharing } from '../../domain/account/listening';
import type { SignedOutWhy } from '../../domain/account/signed-out-why';
import type { Person } from '../../domain/person/person';
import { stepAccount } from '../living/step-others';
import { adminOnly } from '../people/admin-only';
import { maySetUpAccounts } from '../people/account-admins';
import type { Refusal } from '../people/refusal';
import type { SignInCode } from '../ports/ports';
import type { World } from '../ports/world';
import { deskForNew } from '../receive/routing';
import { accountName } from './account-names';
import { check } from './check';
import { listen } from './listening';
import { connected } from './poll';
import { beginSignIn } from './signing-in';
import { beginByCode } from './signing-in-by-code';

/** How one account of Partner Center stands, for an admin. */
export interface Connection {
  /** Its tenant. */
  readonly account: string;
  /** What people call it. */
  readonly name: string;
  /** The desk, by name, that what is new there comes to; absent: none, it waits. */
  readonly feeds?: string;
  readonly signedOut?: SignedOutWhy;
  readonly signedInAs?: string;
  readonly problem?: string;
  /** When it was last asked for news, business time in ms. */
  readonly polledAt?: number;
  readonly checked?: Checked;
  readonly listening?: Listening;
  /** Whether the desk has an address that Partner Center could tell of changes. */
  readonly reachable: boolean;
  /** A link to sign in by, for this admin alone; absent: there is no page for it here. */
  readonly signIn?: string;
  /** A code to sign in with, which was asked for, or why there is none. */
  readonly code?: SignInCode;
  readonly codeProblem?: string;
  /** Nobody has to sign in: the sandbox's. */
  readonly open: boolean;
}

/** `now`: business time in ms, of which the times are read. */
export interface Connections {
  readonly kind: 'connections';
  readonly connections: readonly Connection[];
  readonly now: number;
  /** Where a sign-in page would lead back to is not known: PUBLIC_URL is not set. */
  readonly byCommand: boolean;
}

/** What an admin may ask of an account while looking at it. `words`: some of its tenant id, where there are several. */
export interface ConnectionWish {
  readonly sharing?: Sharing;
  readonly check?: true;
  readonly byCode?: true;
}

/** All accounts as they stand, after what was wished for is done. Throws only faults. */
export async function connections(
  world: World,
  by: Person,
  wish: ConnectionWish = {},
  words = '',
): Promise<Connections | Refusal> {
  if (!(await maySetUpAccounts(world, by))) return adminOnly(world);
  const ids = connected(world);
  const meant = ids.filter((id) => id.toLowerCase().startsWith(words.toLowerCase()));
  for (const id of meant) await fulfil(world, id, wish);
  const all = await Promise.all(
    ids.map(async (id) => ({
      ...(await connection(world, id, by)),
      ...(wish.byCode && meant.includes(id) && (await beginByCode(world, id, by))),
    })),
  );
  return {
    kind: 'connections',
    connections: all,
    now: world.clock.now(),
    byCommand: all.some(({ open, signIn }) => !open && signIn === undefined),
  };
}

async function fulfil(world: World, id: string, { sharing, check: wanted }: ConnectionWish): Promise<void> {
  if (wanted) await check(world, id);
  if (!sharing) return;
  const account = await stepAccount(world, id, { kind: 'listen', sharing });
  if (account) await listen(world, account);
}

async function connection(world: World, id: string, by: Person): Promise<Connection> {
  const stands = await standing(world, id);
  const signIn = stands.open ? undefined : await beginSignIn(world, id, by);
  return { ...stands, ...(signIn !== undefined && { signIn }) };
}

/** The same without a way to sign in. */
export async function standing(world: World, id: string): Promise<Connection> {
  const known: Partial<Account> = (await world.store.get('account', id)) ?? {};
  const { signedOut, signedInAs, problem, polledAt, checked, listening } = known;
  const taker = await deskForNew(world, [id]);
  return {
    account: id,
    name: accountName(world, id),
    ...(taker && { feeds: taker.name }),
    ...(signedOut && { signedOut }),
    ...(signedInAs !== undefined && { signedInAs }),
    ...(problem !== undefined && { problem }),
    ...(polledAt !== undefined && { polledAt }),
    ...(checked && { checked }),
    ...(listening && { listening }),
    reachable: world.accounts.eventsOf?.(id)?.url() !== undefined,
    open: world.accounts.signIn !== true,
  };
}
