import type { Account } from '../../domain/account/account';
import { awaitsKey } from '../../domain/referral/referral';
import type { PartnerCenter } from '../ports/ports';
import type { RowKey } from '../ports/store';
import type { World } from '../ports/world';
import { takeInPage } from './take-in';
import { looksAfter } from './ways';

/** So many a poll, one call each: with more, each has its turn after some polls. */
const AT_A_TIME = 25;

/**
 * Microsoft's answer stands on its own side of a deal, and our record need not change with it: each deal that waits for it
 * is looked at by its engagement. What cannot be read now is read in another poll. Answers with where to go on.
 */
export async function readEngagements(
  world: World,
  { id, lookedAt, organization }: Account,
  partnerCenter: PartnerCenter,
): Promise<RowKey | undefined> {
  const page = await world.store.list('referral', { key: awaitsKey(id) }, AT_A_TIME, lookedAt);
  for (const referral of page.items) {
    if (!(await looksAfter(world, id, referral))) continue;
    const { observed } = referral;
    const answer = await partnerCenter.engagement(observed.engagementId ?? '');
    if (answer.kind === 'retry' || answer.kind === 'signed-out') return lookedAt;
    if (answer.kind !== 'ok') continue;
    await takeInPage(world, id, answer.value.resources, { organization, homeless: [] });
  }
  return page.next;
}
