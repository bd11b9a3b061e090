import type { ReadEffect, Right, Settlement, WriteEffect } from '../../domain/effects';
import type { Intent, Referral } from '../../domain/referral/referral';
import type { Resource } from '../../domain/record/resource';
import { boundDesk } from '../desks/bound';
import type { PartnerCenterAnswer } from '../ports/ports';
import type { World } from '../ports/world';
import { rightRefused, writerFor, type Writer } from '../sync/own-right';
import { readRecord, signedOut, waysTo, type Way } from '../sync/ways';
import { retryAt } from './failures';

export const parked = (problem: string): Settlement => ({ kind: 'parked', until: 'signed-in', problem });

/**
 * Writes an intent: a PATCH that holds only if nobody changed the record since it was read. By the next account that shows
 * it where one is signed out or may not.
 */
export async function performWrite(
  world: World,
  referral: Referral,
  effect: WriteEffect,
): Promise<Settlement> {
  const intent = referral.intents.find((one) => one.id === effect.intent);
  if (!intent) return { kind: 'done' };
  const { open, shut } = await waysTo(world, referral);
  let waits = shut && parked(shut.closed);
  let no: Settlement | undefined;
  for (const way of open) {
    const settlement = await writeBy(way, { world, referral, effect, intent });
    if (settlement.kind === 'parked' || settlement.kind === 'unsigned') waits ??= settlement;
    else if (isNotHis(settlement)) no ??= settlement;
    else return settlement;
  }
  // Who signs in later may be the one who may.
  return waits ?? no ?? parked('no Partner Center is connected');
}

/** Another account may be allowed what this one is not, or be shown what it is not. */
const isNotHis = (settlement: Settlement): boolean =>
  settlement.kind === 'not-found' ||
  (settlement.kind === 'refused' && ['forbidden', 'no-right'].includes(settlement.why));

interface Writing {
  readonly world: World;
  readonly referral: Referral;
  readonly effect: WriteEffect;
  readonly intent: Intent;
}

async function writeBy(way: Way, writing: Writing): Promise<Settlement> {
  const { world, referral, effect, intent } = writing;
  const writer = await writerFor(world, way.account, referral, effect);
  if (writer.kind === 'unsigned') return writer;
  const desk = await boundDesk(world.store, referral.own.desk);
  const zone = desk?.zone ?? world.settings.zone;
  if (writer.kind !== 'own') {
    const answer = await way.partnerCenter.patch(referral.observed, intent.change, zone);
    return ending(way, writing, answer, rightOf(writer));
  }
  const answer = await writer.partnerCenter.patch(referral.observed, intent.change, zone);
  if (answer.kind === 'signed-out') {
    await rightRefused(world, way.account, writer.author, answer);
    return writeBy(way, writing);
  }
  const settlement = await ending(way, writing, answer, rightOf(writer));
  // The account sees the record, and its author does not.
  if (answer.kind === 'not-found' && settlement.kind === 'read-instead') return HIDDEN;
  const isTheirs = settlement.kind === 'refused' && settlement.why === 'forbidden';
  return isTheirs ? { ...settlement, why: 'no-right' } : settlement;
}

const HIDDEN: Settlement = {
  kind: 'refused',
  why: 'no-right',
  detail: 'Partner Center does not show you this record.',
};

/** What the answer to a write means, whoever has written. */
async function ending(
  way: Way,
  { world, referral, effect }: Writing,
  answer: PartnerCenterAnswer<Resource>,
  right: { readonly right?: Right },
): Promise<Settlement> {
  const instead = (problem: string) => readInstead(world, way, referral, effect, problem);
  switch (answer.kind) {
    case 'ok':
      return { kind: 'written', resource: answer.value, through: way.account, ...right };
    case 'changed-meanwhile':
      return unlessTheSame(referral, effect, answer.conflict, await instead('it was changed meanwhile'));
    case 'unsure':
      return instead(answer.problem);
    case 'refused':
      return {
        kind: 'refused',
        why: answer.why,
        detail: answer.detail,
        ...(answer.at === undefined ? {} : { at: answer.at }),
      };
    // One 404 may be a gateway's: only a read that says the same makes it gone.
    case 'not-found':
      return instead('the write was answered with 404');
    case 'signed-out':
      await signedOut(world, way.account, answer);
      return parked(answer.problem);
    case 'retry':
      return { kind: 'retry', at: retryAt(world, effect, answer.afterMs), problem: answer.problem };
  }
}

export const rightOf = ({ kind }: Writer): { readonly right?: Right } =>
  kind === 'own' || kind === 'stand-in' ? { right: kind } : {};

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

/** Whether the change has arrived is read where it was written, not guessed; what is missing then is written again. */
async function readInstead(
  world: World,
  { account, partnerCenter }: Way,
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
      await signedOut(world, account, read);
      return parked(read.problem);
    default:
      return { kind: 'retry', at: retryAt(world, effect), problem };
  }
}

export async function performRead(world: World, referral: Referral, effect: ReadEffect): Promise<Settlement> {
  const read = await readRecord(world, referral);
  const again = (problem: string, afterMs?: number): Settlement => ({
    kind: 'retry',
    at: retryAt(world, effect, afterMs),
    problem,
  });
  switch (read.kind) {
    case 'ok':
      return { kind: 'read', resource: read.value, through: read.through };
    case 'not-found':
      return { kind: 'not-found' };
    case 'shut':
      return parked(read.problem);
    case 'changed-meanwhile':
      return again('it was changed meanwhile');
    case 'retry':
      return again(read.problem, read.afterMs);
    case 'refused':
    case 'unsure':
      return again(read.problem);
  }
}
