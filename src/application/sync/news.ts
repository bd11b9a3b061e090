import type { FetchEffect, Settlement } from '../../domain/effects';
import type { Account } from '../../domain/account/account';
import { retryAt } from '../dispatch/failures';
import { stepAccount } from '../living/step-others';
import type { World } from '../ports/world';
import { connected } from './poll';
import { connectionOf } from './connection';
import { takeInHomeless, takeInPage } from './take-in';

/**
 * One record of Partner Center is new or has changed, somebody says: each account reads it. Which of them has it is not
 * said; those that do not know it have nothing to take in.
 */
export async function newsOf(world: World, referral: string): Promise<void> {
  for (const id of connected(world)) await stepAccount(world, id, { kind: 'news', referral });
}

/** Reads one record and takes it in, as the poll would. Signed out: the poll reads it later with all else. */
export async function performFetch(
  world: World,
  { id, organization }: Account,
  effect: FetchEffect,
): Promise<Settlement> {
  const partnerCenter = await connectionOf(world, id);
  if ('closed' in partnerCenter) return { kind: 'done' };
  const answer = await partnerCenter.get(effect.referral);
  switch (answer.kind) {
    case 'ok':
      await takeInHomeless(
        world,
        id,
        await takeInPage(world, id, [answer.value], { organization, homeless: [] }),
      );
      return { kind: 'done' };
    case 'retry':
      return { kind: 'retry', at: retryAt(world, effect, answer.afterMs), problem: answer.problem };
    case 'unsure':
      return { kind: 'retry', at: retryAt(world, effect), problem: answer.problem };
    case 'signed-out':
      await stepAccount(world, id, { kind: 'refused', why: answer.why, problem: answer.problem });
      return { kind: 'done' };
    default:
      return { kind: 'done' };
  }
}
