import { Agent, type Dispatcher } from 'undici';
import type { PartnerCenter, PartnerCenterAnswer } from '../../application/ports/ports';
import type { Change } from '../../domain/referral/referral';
import type { Resource } from '../../domain/record/resource';
import { defined } from '../../domain/record/values';
import type { Answer } from './call';
import { classifyUnreadable, type Intention } from './classify';
import { readResource } from './from-wire';
import { createList, ofEngagement, pageOf } from './list';
import { signedInCall, type CallParts } from './signed-in-call';
import { stageApart, type KnownApart } from './stage-apart';
import { toCreate } from './to-create';
import { toPatch } from './to-patch';

const PATH = '/v1.0/engagements/referrals';

export interface PartnerCenterOptions {
  /** Scheme, host and what stands before `/v1.0`. */
  readonly baseUrl: () => string;
  /** An access token for https://api.partner.microsoft.com. Rejects with `SignedOut` when somebody must sign in again. */
  readonly token: () => Promise<string>;
  /** Told when Partner Center has refused the token. */
  readonly forget?: () => void;
  /** What is known of its taking a stage with fields; absent: nothing, and it is not kept. */
  readonly knownApart?: KnownApart;
  /** For one call with its sign-in, in real time; 8,000 when absent. */
  readonly timeoutMs?: number;
  readonly dispatcher?: Dispatcher;
  /** Real time in ms, for a Retry-After that is a date. */
  readonly real?: () => number;
}

const UNKNOWN: KnownApart = { load: async () => undefined, keep: async () => undefined };

/** Partner Center's Referrals API (learn.microsoft.com/partner-center/developer/referrals-api-introduction), one attempt a call. */
export function createPartnerCenter(options: PartnerCenterOptions): PartnerCenter {
  const { baseUrl, token, timeoutMs = 8_000, real = Date.now } = options;
  const dispatcher = options.dispatcher ?? new Agent({ connect: { timeout: timeoutMs } });
  const { list, filters } = createList();
  const { dated, ahead } = watchingClocks(real);
  const parts = { baseUrl, token, forget: options.forget, real, dispatcher, dated };
  const read = (referralId: string, limit: AbortSignal) => readOne(parts, referralId, limit);
  const write = async (
    resource: Resource,
    change: Change,
    zone?: string,
  ): Promise<PartnerCenterAnswer<Resource>> => {
    // Without its eTag the write could overwrite what nobody here has seen: it is read first.
    if (!resource.eTag) return { kind: 'changed-meanwhile' };
    const limit = AbortSignal.timeout(timeoutMs);
    const answer = await signedInCall(parts, patchCall(resource, resource.eTag, change, zone), limit);
    if (answer.kind !== 'answer') return answer;
    if (answer.status !== 204 && answer.content.kind !== 'empty')
      return resourceOf(answer, 'write', resource.id);
    const after = await read(resource.id, limit);
    return after.kind === 'ok'
      ? after
      : { kind: 'unsure', problem: 'it was written, and could not be read after that' };
  };
  const { patch, apart } = stageApart(write, options.knownApart ?? UNKNOWN);

  return {
    list: (since, page) => {
      const limit = AbortSignal.timeout(timeoutMs);
      const ask = (query: string) => signedInCall(parts, { method: 'GET', path: PATH + query }, limit);
      return list(ask, since, page);
    },
    engagement: async (engagementId) => {
      const limit = AbortSignal.timeout(timeoutMs);
      const answer = await signedInCall(
        parts,
        { method: 'GET', path: PATH + ofEngagement(engagementId) },
        limit,
      );
      return answer.kind === 'answer' ? pageOf(answer) : answer;
    },
    get: (referralId) => read(referralId, AbortSignal.timeout(timeoutMs)),
    patch,
    noticed: () => defined({ ahead: ahead(), filters: filters(), apart: apart() }),
    mayChange: ({ id }, limitMs = timeoutMs) => mayChange(parts, id, AbortSignal.timeout(limitMs)),
    create: async (resource, zone, invites) => {
      const body = toCreate(resource, zone, invites);
      const sent = { method: 'POST' as const, path: PATH, body };
      const answer = await signedInCall(parts, sent, AbortSignal.timeout(timeoutMs));
      if (answer.kind !== 'answer') return answer;
      const { content, headers } = answer;
      const made = content.kind === 'json' ? readResource(content.value, headers.etag) : undefined;
      return made ? { kind: 'ok', value: made } : classifyUnreadable(answer, 'write');
    },
  };
}

/** How far this machine's clock is ahead of theirs, by the newest answer that has a date. */
function watchingClocks(real: () => number) {
  let ahead: number | undefined;
  return {
    ahead: () => ahead,
    dated: (date: string | undefined) => {
      const theirs = Date.parse(date ?? '');
      if (!Number.isNaN(theirs)) ahead = real() - theirs;
    },
  };
}

async function readOne(
  parts: CallParts,
  id: string,
  limit: AbortSignal,
): Promise<PartnerCenterAnswer<Resource>> {
  const path = `${PATH}/${encodeURIComponent(id)}`;
  const answer = await signedInCall(parts, { method: 'GET', path }, limit);
  return answer.kind === 'answer' ? resourceOf(answer, 'read', id) : answer;
}

/** No change, under a tag that no record has: the answer tells only whether changes are let in (an inference). */
async function mayChange(
  parts: CallParts,
  id: string,
  limit: AbortSignal,
): Promise<PartnerCenterAnswer<true>> {
  const path = `${PATH}/${encodeURIComponent(id)}`;
  const sent = { method: 'PATCH' as const, path, headers: { 'if-match': '"0"' }, body: [] };
  const answer = await signedInCall(parts, sent, limit);
  const letIn = answer.kind === 'answer' || answer.kind === 'changed-meanwhile';
  return letIn || (answer.kind === 'refused' && answer.why === 'invalid')
    ? { kind: 'ok', value: true }
    : answer;
}

const patchCall = (resource: Resource, eTag: string, change: Change, zone?: string) => ({
  method: 'PATCH' as const,
  path: `${PATH}/${encodeURIComponent(resource.id)}`,
  headers: { 'if-match': eTag, prefer: 'return=representation' },
  body: toPatch(resource, change, zone),
});

function resourceOf(answer: Answer, intention: Intention, referralId: string): PartnerCenterAnswer<Resource> {
  const { content, headers } = answer;
  const resource = content.kind === 'json' ? readResource(content.value, headers.etag) : undefined;
  const asked = resource?.id.toLowerCase() === referralId.toLowerCase();
  return resource && asked ? { kind: 'ok', value: resource } : classifyUnreadable(answer, intention);
}
