import type { CreateEffect, Settlement, WriteEffect } from '../../domain/effects';
import { authorOf } from '../../domain/referral/awaited-author';
import { isBehind, mayStandIn } from '../../domain/referral/own-right';
import type { Referral } from '../../domain/referral/referral';
import { boundDesk } from '../desks/bound';
import { stepPerson } from '../living/step-others';
import type { PartnerCenter, PartnerCenterAnswer } from '../ports/ports';
import type { World } from '../ports/world';

/** Whether people may sign in to an account of Partner Center themselves. */
export const offersOwnRight = ({ accounts }: Pick<World, 'accounts'>): boolean =>
  accounts.keys.some((key) => accounts.ownRightOf?.(key) !== undefined);

/** By whom a change is written: the account as ever, or in its author's place; its author; or nobody until they sign in. */
export type Writer =
  | { readonly kind: 'account' }
  | { readonly kind: 'stand-in' }
  | { readonly kind: 'own'; readonly partnerCenter: PartnerCenter; readonly author: string }
  | Extract<Settlement, { kind: 'unsigned' }>;

const PROBLEM = 'its author has not signed in to Partner Center';

/** Who writes what this effect brings to that account, by the rule of the referral's desk. */
export async function writerFor(
  world: World,
  account: string,
  referral: Referral,
  effect: WriteEffect | CreateEffect,
): Promise<Writer> {
  const there = world.accounts.ownRightOf?.(account);
  const author = authorOf(referral, effect);
  const { writesAs = 'account' } = (there && (await boundDesk(world.store, referral.own.desk))) ?? {};
  if (!there || !author || writesAs === 'account') return { kind: 'account' };
  const standIn = writesAs === 'person';
  if (isBehind(referral, effect)) return { kind: 'unsigned', standIn, behind: true, problem: PROBLEM };
  const right = (await world.store.get('person', author.id))?.rights?.[account];
  if (right && right.refused === undefined)
    return { kind: 'own', partnerCenter: there.client(author.id), author: author.id };
  return standIn && mayStandIn(effect, world.clock.now())
    ? { kind: 'stand-in' }
    : { kind: 'unsigned', standIn, problem: PROBLEM };
}

/** Their sign-in does not hold any more: nothing is written by it until they sign in again. */
export async function rightRefused(
  world: World,
  account: string,
  person: string,
  { why }: Extract<PartnerCenterAnswer<never>, { kind: 'signed-out' }>,
): Promise<void> {
  world.accounts.ownRightOf?.(account)?.forget(person);
  await stepPerson(world, person, { kind: 'right-refused', account, why });
}
