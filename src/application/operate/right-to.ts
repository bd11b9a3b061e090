import type { ReferralOperation } from '../../domain/operations/operation';
import { notPossible } from '../../domain/operations/possible';
import type { Desk } from '../../domain/desk/desk';
import type { Person } from '../../domain/person/person';
import { audienceOf } from '../people/audience';
import type { Refusal } from '../people/refusal';
import type { PartnerCenterAnswer } from '../ports/ports';
import type { World } from '../ports/world';
import { rightRefused } from '../sync/own-right';
import { ownSignIn, type OwnSignIn } from '../sync/own-sign-in';
import type { OnReferral } from './subject';

/** Somebody waits for their form: what is not known by then does not stand in its way. */
const PATIENCE_MS = 2_500;

type Barred = OwnSignIn | Extract<Refusal, { kind: 'no-right' }>;

/**
 * What stands against their doing this by their own right, said before the form opens: they have not signed in, or Partner
 * Center does not let them change the record (tried without changing anything). Undefined: nothing that is known.
 */
export async function rightTo(world: World, subject: OnReferral, by: Person): Promise<Barred | undefined> {
  const { operation, about, referral, desk } = subject;
  if (!asksForRight(operation, desk) || notPossible(operation, about) !== undefined) return undefined;
  const { account, truth, observed } = referral;
  const there = world.accounts.ownRightOf?.(account);
  if (!there || truth === 'desk') return undefined;
  const unsigned = await signInFirst(world, account, by);
  if (unsigned || truth !== 'partner-center') return unsigned;
  const tried = await there.client(by.id).mayChange(observed, PATIENCE_MS);
  if (tried.kind === 'signed-out') {
    await rightRefused(world, account, by.id, tried);
    return signInFirst(world, account, by);
  }
  const why = whyNot(tried);
  if (!why) return undefined;
  const admins = (await audienceOf(world, referral, 'admins')).map(({ to }) => to);
  const others = admins.filter(({ id }) => id !== by.id);
  return { kind: 'no-right', why, ask: others.map(({ name }) => name) };
}

/** The same of something new, where nothing is there yet to try it on. */
export async function rightToMake(world: World, desk: Desk, by: Person): Promise<OwnSignIn | undefined> {
  const [account] = world.accounts.keys;
  return isPersonal(desk) && world.accounts.ownRightOf?.(account)
    ? signInFirst(world, account, by)
    : undefined;
}

const isPersonal = ({ writesAs = 'account' }: Desk): boolean => writesAs !== 'account';

const asksForRight = ({ brings }: ReferralOperation, desk: Desk): boolean =>
  brings === true && isPersonal(desk);

async function signInFirst(world: World, account: string, by: Person): Promise<OwnSignIn | undefined> {
  const right = (await world.store.get('person', by.id))?.rights?.[account];
  if (right && right.refused === undefined) return undefined;
  const signIn = await ownSignIn(world, by);
  return signIn && { ...signIn, needed: true };
}

function whyNot(tried: PartnerCenterAnswer<true>): 'forbidden' | 'hidden' | undefined {
  if (tried.kind === 'not-found') return 'hidden';
  return tried.kind === 'refused' && tried.why === 'forbidden' ? 'forbidden' : undefined;
}
