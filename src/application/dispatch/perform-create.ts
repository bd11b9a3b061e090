import type { CreateEffect, Settlement } from '../../domain/effects';
import { isMadeOf, madeFrom } from '../../domain/referral/making';
import type { Referral } from '../../domain/referral/referral';
import type { Resource } from '../../domain/record/resource';
import { isoOf } from '../../domain/record/values';
import { boundDesk } from '../desks/bound';
import type { PartnerCenter, PartnerCenterAnswer } from '../ports/ports';
import type { World } from '../ports/world';
import { knownRecord } from '../receive/known-record';
import { connectionOf } from '../sync/connection';
import { rightRefused, writerFor } from '../sync/own-right';
import { signedOut } from '../sync/ways';
import { retryAt } from './failures';
import { parked, rightOf } from './perform-partner-center';

/** So many pages of what has changed since it was wanted are looked through; the lease is renewed meanwhile. */
const MOST_PAGES = 50;

/**
 * Creates what is next of a deal made here: the deal, or Microsoft's side of it. It is looked for before, also the first time:
 * the program may have ended between a create and its booking, and Partner Center promises no idempotency.
 */
export async function performCreate(
  world: World,
  referral: Referral,
  effect: CreateEffect,
): Promise<Settlement> {
  const { making } = referral;
  if (!making || making.refused) return { kind: 'done' };
  const partnerCenter = await connectionOf(world, referral.account);
  if ('closed' in partnerCenter) return parked(partnerCenter.closed);
  const writer = await writerFor(world, referral.account, referral, effect);
  if (writer.kind === 'unsigned') return writer;
  const found = await lookFor(world, partnerCenter, referral, isoOf(madeFrom(making)));
  if (found.kind !== 'ok') return failed(world, referral, effect, found);
  if (found.value) return { kind: 'created', resource: found.value };
  const desk = await boundDesk(world.store, referral.own.desk);
  const zone = desk?.zone ?? world.settings.zone;
  const invitation = making.part === 'invitation' ? making.invites : undefined;
  const by = writer.kind === 'own' ? writer.partnerCenter : partnerCenter;
  const answer = await by.create(referral.observed, zone, invitation);
  if (answer.kind === 'ok') return { kind: 'created', resource: answer.value, ...rightOf(writer) };
  if (answer.kind === 'signed-out' && writer.kind === 'own') {
    await rightRefused(world, referral.account, writer.author, answer);
    return performCreate(world, referral, effect);
  }
  return failed(world, referral, effect, answer);
}

type Looked = PartnerCenterAnswer<Resource | undefined>;

/** The record that a create has made already: Microsoft's side stands in the deal's engagement; a deal of which there are too many changes to tell is asked for later. */
async function lookFor(
  world: World,
  partnerCenter: PartnerCenter,
  referral: Referral,
  since: string,
): Promise<Looked> {
  const { engagementId } = referral.observed;
  if (referral.making?.part === 'invitation' && engagementId) {
    const sides = await partnerCenter.engagement(engagementId);
    return sides.kind === 'ok' ? madeAmong(world, referral, sides.value.resources) : sides;
  }
  let page: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const answer = await partnerCenter.list(since, page);
    if (answer.kind !== 'ok') return answer;
    const found = await madeAmong(world, referral, answer.value.resources);
    if (found.value) return found;
    page = answer.value.next;
    if (page === undefined) return { kind: 'ok', value: undefined };
  }
  return { kind: 'retry', problem: 'too much has changed in Partner Center to tell whether it was created' };
}

async function madeAmong(
  world: World,
  referral: Referral,
  resources: readonly Resource[],
): Promise<{ readonly kind: 'ok'; readonly value: Resource | undefined }> {
  for (const resource of resources)
    if (isMadeOf(referral, resource) && !(await isAnothers(world, referral, resource)))
      return { kind: 'ok', value: resource };
  return { kind: 'ok', value: undefined };
}

/** A deal of the same name and value may have been made before. */
async function isAnothers(world: World, { id }: Referral, resource: Resource): Promise<boolean> {
  const known = await knownRecord(world, resource.id);
  return known !== undefined && known.id !== id;
}

async function failed(
  world: World,
  referral: Referral,
  effect: CreateEffect,
  answer: Exclude<Looked, { kind: 'ok' }>,
): Promise<Settlement> {
  const again = (problem: string): Settlement => ({ kind: 'retry', at: retryAt(world, effect), problem });
  switch (answer.kind) {
    case 'refused': {
      const { why, detail, at } = answer;
      return { kind: 'refused', why, detail, ...(at === undefined ? {} : { at }) };
    }
    case 'changed-meanwhile':
      return answer.conflict === undefined
        ? again('it was changed meanwhile')
        : { kind: 'refused', why: 'invalid', detail: answer.conflict };
    case 'not-found':
      return again('Partner Center does not answer where deals are created');
    case 'signed-out':
      await signedOut(world, referral.account, answer);
      return parked(answer.problem);
    case 'retry':
      return { kind: 'retry', at: retryAt(world, effect, answer.afterMs), problem: answer.problem };
    case 'unsure':
      return again(answer.problem);
  }
}
