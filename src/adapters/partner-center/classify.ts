import type { PartnerCenterAnswer } from '../../application/ports/ports';
import type { Answer, NoAnswer } from './call';
import { retryAfterMs } from '../../platform/retry-after';
import { readErrorBody, type Said } from './error-body';

export type Intention = 'read' | 'write';
export type Failure = Exclude<PartnerCenterAnswer<never>, { kind: 'ok' }>;

const DAY_MS = 86_400_000;
/** Request time-out, locked, too early, throttled, not available, bandwidth exceeded: nothing was done. */
const COME_BACK = new Set([408, 423, 425, 429, 503, 509]);
const CHANGED = new Set(['preconditionfailed', 'resourcemodified']);
/** "The sign-in had no multi-factor authentication" (partner-center-authentication page); a new token does not help. */
const MFA_MISSING = '900421';
/** Conditional access asks for a stronger sign-in; the second spelling occurs. */
const CLAIMS = ['insufficient_claims', 'insufficent_claims'];

/** A read may simply be repeated; of a write that may have been done nobody knows. */
const nothingKnown = (intention: Intention, problem: string): Failure => ({
  kind: intention === 'write' ? 'unsure' : 'retry',
  problem,
});

export function classifyNoAnswer(failed: NoAnswer, intention: Intention): Failure {
  return failed.sent ? nothingKnown(intention, failed.problem) : { kind: 'retry', problem: failed.problem };
}

/** A good status whose content is not what was asked for: a proxy's page, a sign-in page, half a body. */
export function classifyUnreadable(answer: Answer, intention: Intention): Failure {
  const what = {
    json: 'JSON of another shape',
    empty: 'nothing',
    'not-json': 'no JSON',
    'too-large': 'too much',
  };
  return nothingKnown(
    intention,
    `Partner Center answered ${answer.status} with ${what[answer.content.kind]} instead of a referral`,
  );
}

/**
 * An answer that is not 2xx, by status first: codes and messages of the API are not to be relied on (its error page).
 * A refusal without an error of the API's is a gateway's, or another service's: it says nothing about the referral.
 */
export function classifyRefusal(answer: Answer, intention: Intention, realNow: number): Failure {
  const { status } = answer;
  const said = readErrorBody(answer.content.kind === 'json' ? answer.content.value : undefined);
  const code = said?.codes[0];
  const problem = `Partner Center answered ${status}${code === undefined ? '' : ` (${code})`}`;
  if (status === 401 || (status === 403 && wantsSignIn(answer, said))) return signedOut(said, problem);
  if (COME_BACK.has(status)) return comeBack(answer, problem, realNow);
  if (status >= 400 && status < 500) return clientError(answer, intention, said, problem);
  return status >= 500 ? nothingKnown(intention, problem) : { kind: 'retry', problem };
}

function clientError(answer: Answer, intention: Intention, said: Said | undefined, problem: string): Failure {
  switch (answer.status) {
    case 404:
    case 410:
      return notFound(answer, problem);
    case 409:
      return { kind: 'changed-meanwhile', conflict: said?.message ?? problem };
    case 412:
      return { kind: 'changed-meanwhile' };
    default:
      return said
        ? refused(answer.status, said, problem)
        : nothingKnown(intention, `${problem}, and not as its API does`);
  }
}

const signedOut = (said: Said | undefined, problem: string): Failure => ({
  kind: 'signed-out',
  why: said?.codes.includes(MFA_MISSING) ? 'mfa' : 'refused',
  problem,
});

function wantsSignIn(answer: Answer, said: Said | undefined): boolean {
  const asked = answer.headers['www-authenticate'] ?? '';
  return CLAIMS.some((claims) => said?.codes.includes(claims) === true || asked.includes(claims));
}

function comeBack(answer: Answer, problem: string, realNow: number): Failure {
  const afterMs = retryAfterMs({ 'retry-after': answer.headers['retry-after'] }, realNow, DAY_MS);
  return { kind: 'retry', problem, ...(afterMs === undefined ? {} : { afterMs }) };
}

/** A page of a proxy or of another service says nothing about the referral: it must not count as gone. */
function notFound(answer: Answer, problem: string): Failure {
  const ours = answer.content.kind === 'json' || answer.content.kind === 'empty';
  return ours ? { kind: 'not-found' } : { kind: 'retry', problem: `${problem}, and not as its API does` };
}

function refused(status: number, said: Said, problem: string): Failure {
  if (said.codes.some((code) => CHANGED.has(code))) return { kind: 'changed-meanwhile' };
  const why = status === 403 ? 'forbidden' : 'invalid';
  const at = said.target === undefined ? {} : { at: said.target };
  return { kind: 'refused', why, detail: said.message ?? problem, ...at, problem };
}
