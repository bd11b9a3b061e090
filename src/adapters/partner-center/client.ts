import { Agent, type Dispatcher } from 'undici';
import type { PartnerCenter, PartnerCenterAnswer, ReferralPage } from '../../application/ports/ports';
import type { Change } from '../../domain/referral/referral';
import type { Resource } from '../../domain/record/resource';
import type { Answer } from './call';
import { classifyUnreadable, type Intention } from './classify';
import { readPage, readResource } from './from-wire';
import { requestGuid } from './request-ids';
import { signedInCall } from './signed-in-call';
import { toPatch } from './to-patch';

const PATH = '/v1.0/engagements/referrals';

/**
 * The watermark is the newest change read; what was changed at the same moment, or comes into view a little later
 * (inference: the list is not promised to be in step with writes), would be missed if the next list began right behind it.
 */
const OVERLAP_MS = 60_000;

export interface PartnerCenterOptions {
  /** Scheme, host and what stands before `/v1.0`. */
  readonly baseUrl: () => string;
  /** An access token for https://api.partner.microsoft.com. Rejects with `SignedOut` when somebody must sign in again. */
  readonly token: () => Promise<string>;
  /** For one call with its sign-in, in real time; 8,000 when absent. */
  readonly timeoutMs?: number;
  readonly dispatcher?: Dispatcher;
  /** Real time in ms, for a Retry-After that is a date. */
  readonly real?: () => number;
}

/** Partner Center's Referrals API (learn.microsoft.com/partner-center/developer/referrals-api-introduction), one attempt a call. */
export function createPartnerCenter(options: PartnerCenterOptions): PartnerCenter {
  const { baseUrl, token, timeoutMs = 8_000, real = Date.now } = options;
  const dispatcher = options.dispatcher ?? new Agent({ connect: { timeout: timeoutMs } });
  const parts = { baseUrl, token, real, dispatcher };
  const read = async (referralId: string, limit: AbortSignal): Promise<PartnerCenterAnswer<Resource>> => {
    const answer = await signedInCall(
      parts,
      { method: 'GET', path: `${PATH}/${encodeURIComponent(referralId)}` },
      limit,
    );
    return answer.kind === 'answer' ? resourceOf(answer, 'read', referralId) : answer;
  };

  return {
    list: async (since, page) => {
      const answer = await signedInCall(
        parts,
        { method: 'GET', path: PATH + (page ?? firstPage(since)) },
        AbortSignal.timeout(timeoutMs),
      );
      return answer.kind === 'answer' ? pageOf(answer, page) : answer;
    },
    get: (referralId) => read(referralId, AbortSignal.timeout(timeoutMs)),
    patch: async (resource, change, requestId) => {
      // Without its eTag the write could overwrite what nobody here has seen: it is read first.
      if (!resource.eTag) return { kind: 'changed-meanwhile' };
      const limit = AbortSignal.timeout(timeoutMs);
      const answer = await signedInCall(parts, patchCall(resource, resource.eTag, change, requestId), limit);
      if (answer.kind !== 'answer') return answer;
      if (answer.status !== 204 && answer.content.kind !== 'empty')
        return resourceOf(answer, 'write', resource.id);
      const after = await read(resource.id, limit);
      return after.kind === 'ok'
        ? after
        : { kind: 'unsure', problem: 'it was written, and could not be read after that' };
    },
  };
}

function firstPage(since: string | undefined): string {
  const at = since === undefined ? NaN : Date.parse(since) - OVERLAP_MS;
  const query = new URLSearchParams();
  if (!Number.isNaN(at)) query.set('$filter', `updatedDateTime ge ${new Date(at).toISOString()}`);
  query.set('$orderby', 'updatedDateTime asc');
  // As the documents write it: "$" plain, a space not as "+".
  return `?${query.toString().replaceAll('+', '%20').replaceAll('%24', '$')}`;
}

const patchCall = (resource: Resource, eTag: string, change: Change, requestId: string) => ({
  method: 'PATCH' as const,
  path: `${PATH}/${encodeURIComponent(resource.id)}`,
  headers: { 'if-match': eTag, prefer: 'return=representation', 'request-id': requestGuid(requestId, eTag) },
  body: toPatch(resource, change),
});

function resourceOf(answer: Answer, intention: Intention, referralId: string): PartnerCenterAnswer<Resource> {
  const { content, headers } = answer;
  const resource = content.kind === 'json' ? readResource(content.value, headers.etag) : undefined;
  const asked = resource?.id.toLowerCase() === referralId.toLowerCase();
  return resource && asked ? { kind: 'ok', value: resource } : classifyUnreadable(answer, intention);
}

function pageOf(answer: Answer, asked: string | undefined): PartnerCenterAnswer<ReferralPage> {
  const page = answer.content.kind === 'json' ? readPage(answer.content.value) : undefined;
  if (!page) return classifyUnreadable(answer, 'read');
  if (page.next !== undefined && page.next === asked) {
    return { kind: 'retry', problem: 'Partner Center gives the same page of its list again and again' };
  }
  return { kind: 'ok', value: page };
}
