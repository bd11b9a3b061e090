import type { PartnerCenter } from '../ports/ports';
import type { World } from '../ports/world';

/** Why an account's Partner Center is not asked now. */
export interface Closed {
  readonly closed: string;
}

/** The account's Partner Center, unless somebody has to sign in first: until then only its poll asks, in growing waits. */
export async function connectionOf(world: World, account: string): Promise<PartnerCenter | Closed> {
  const partnerCenter = world.accounts.of(account);
  if (!partnerCenter) return { closed: 'no Partner Center is connected' };
  const known = await world.store.get('account', account);
  return known?.signedOut === undefined ? partnerCenter : { closed: known.problem ?? 'signed out' };
}
