import type { CreateEffect, ReadEffect, Settlement, WriteEffect } from '../../domain/effects';
import type { Referral } from '../../domain/referral/referral';
import type { Resource } from '../../domain/record/resource';
import { boundDesk } from '../desks/bound';
import type { PartnerCenter, PartnerCenterAnswer } from '../ports/ports';
import type { World } from '../ports/world';
import { stepAccount } from '../living/step-others';
import { connectionOf, type Closed } from '../sync/connection';
import { retryAt } from './failures';

export const parked = ({ closed }: Closed): Settlement => ({
  kind: 'parked',
  until: 'signed-in',
  problem: closed,
});

/** Writes an intent: a PATCH that holds only if nobody changed the record since it was read. */
export async function performWrite(
  world: World,
  referral: Referral,
  effect: WriteEffect,
): Promise<Settlement> {
  const intent = referral.intents.find((one) => one.id === effect.intent);
  if (!intent) return { kind: 'done' };
  const partnerCenter = await connectionOf(world, referral.account);
  if ('closed' in partnerCenter) return parked(partnerCenter);
  const desk = await boundDesk(world.store, referral.own.desk);
  const zone = desk?.zone ?? world.settings.zone;
  const answer = await partnerCenter.patch(referral.observed, intent.change, zone);
  switch (answer.kind) {
    case 'ok':
      return { kind: 'written', resource: answer.value };
    case 'changed-meanwhile':
      return unlessTheSame(
        referral,
        effect,
        answer.conflict,
        await readInstead(world, partnerCenter, referral, effect, 'it was changed meanwhile'),
      );
    case 'unsure':
      return readInstead(world, partnerCenter, referral, effect, answer.problem);
    case 'refused':
      return {
        kind: 'refused',
        why: answer.why,
        detail: answer.detail,
        ...(answer.at === undefined ? {} : { at: answer.at }),
      };
    // One 404 may be a gateway's: only a read that says the same makes it gone.
    case 'not-found':
      return readInstead(world, partnerCenter, referral, effect, 'the write was answered with 404');
    default:
      return waiting(world, referral, effect, answer);
  }
}

/**
 * A conflict (409) over a record that nobody has changed is none: said once it may be a read that lags, said again it is
 * how the service refuses.
 */
function unlessTheSame(
  referral: Referral,
  effect: WriteEffect,
  conflict: string | undefined,
  read: Settlement,
): Settlement {
  const same = read.kind === 'read-instead' && read.resource.eTag === referral.observed.eTag;
  return same && conflict !== undefined && effect.tries > 0
    ? { kind: 'refused', why: 'invalid', detail: conflict }
    : read;
}

/** Whether the change has arrived is read, not guessed; what is missing then is written again. */
async function readInstead(
  world: World,
  partnerCenter: PartnerCenter,
  referral: Referral,
  effect: WriteEffect,
  problem: string,
): Promise<Settlement> {
  const read = await partnerCenter.get(referral.referralId);
  switch (read.kind) {
    case 'ok':
      return { kind: 'read-instead', resource: read.value, retryAt: retryAt(world, effect) };
    case 'not-found':
      return { kind: 'not-found' };
    case 'signed-out':
      return waiting(world, referral, effect, read);
    default:
      return { kind: 'retry', at: retryAt(world, effect), problem };
  }
}

export async function performRead(world: World, referral: Referral, effect: ReadEffect): Promise<Settlement> {
  const partnerCenter = await connectionOf(world, referral.account);
  if ('closed' in partnerCenter) return parked(partnerCenter);
  const answer = await partnerCenter.get(referral.referralId);
  switch (answer.kind) {
    case 'ok':
      return { kind: 'read', resource: answer.value };
    case 'not-found':
      return { kind: 'not-found' };
    case 'refused':
      return { kind: 'retry', at: retryAt(world, effect), problem: answer.problem };
    case 'changed-meanwhile':
      return { kind: 'retry', at: retryAt(world, effect), problem: 'it was changed meanwhile' };
    default:
      return waiting(world, referral, effect, answer);
  }
}

type Waiting = Extract<PartnerCenterAnswer<Resource>, { kind: 'signed-out' | 'retry' | 'unsure' }>;

/** Tried again later, or once somebody has signed in. */
export async function waiting(
  world: World,
  { account }: Referral,
  effect: ReadEffect | WriteEffect | CreateEffect,
  answer: Waiting,
): Promise<Settlement> {
  if (answer.kind === 'signed-out') {
    await stepAccount(world, account, { kind: 'refused', why: answer.why, problem: answer.problem });
    return { kind: 'parked', until: 'signed-in', problem: answer.problem };
  }
  const afterMs = answer.kind === 'retry' ? answer.afterMs : undefined;
  return { kind: 'retry', at: retryAt(world, effect, afterMs), problem: answer.problem };
}
