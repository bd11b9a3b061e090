import { takerOf } from '../../domain/desk/feeds';
import { isOpen, seen } from '../../domain/referral/face';
import { accountsOf } from '../../domain/referral/seen-in';
import { boundDesks } from '../desks/bound';
import { stepAccount } from '../living/step-others';
import type { World } from '../ports/world';
import { MOST_DESKS } from '../receive/routing';
import { accountName } from './account-names';

const MOST_LOOKED_AT = 100;
const MOST_NAMED = 10;

/** What an account shows and no desk takes waits, and is not lost: the admins are told once. Before any desk is bound there is nobody to tell. */
export async function sayUnfed(world: World, account: string): Promise<void> {
  const desks = await boundDesks(world.store, MOST_DESKS);
  if (desks.length === 0) return;
  if (takerOf(desks, [account])) {
    await stepAccount(world, account, { kind: 'fed' });
    return;
  }
  const { items, next } = await world.store.list('referral', { key: 'no-desk' }, MOST_LOOKED_AT);
  const waiting = items.filter((one) => isOpen(one) && accountsOf(one).includes(account));
  if (waiting.length === 0) return;
  const customers = waiting.slice(0, MOST_NAMED).map((one) => seen(one).customer.name);
  await stepAccount(world, account, {
    kind: 'fed-nowhere',
    name: accountName(world, account),
    customers,
    count: waiting.length,
    more: next !== undefined,
  });
}
