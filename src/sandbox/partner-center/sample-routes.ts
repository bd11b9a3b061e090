import type { Route, RouteReply, RouteRequest } from '../../adapters/http/route';
import type { Resource } from '../../domain/record/resource';
import { problem } from '../../adapters/http/problem';
import { listed } from '../listed';
import type { Ledger } from './ledger';
import { isSampleKind, SAMPLE_KINDS, type Overrides, type SampleKind } from './samples';
import { ticksOf } from './stamps';

const FIELDS = ['kind', 'resource'];
/** As the intake of referrals takes it. */
const ID = /^[A-Za-z0-9._:-]{1,100}$/;

interface Parts {
  readonly ledger: Ledger;
  readonly sample: (kind: SampleKind, overrides: Overrides) => Promise<Resource>;
}

/** POST /sandbox/partner-center/samples: a new referral appears in Partner Center. */
export function sampleRoutes({ ledger, sample }: Parts): Route[] {
  const make = async ({ body = {} }: RouteRequest): Promise<RouteReply> => {
    if (!isObject(body)) return problem(400, 'Give an object such as {"kind": "customer-inquiry"}.');
    const unknown = Object.keys(body).find((name) => !FIELDS.includes(name));
    if (unknown !== undefined)
      return problem(400, `There is no "${unknown}" here. There are: ${listed(FIELDS)}.`);
    const { kind = 'customer-inquiry', resource: overrides = {} } = body;
    if (!isSampleKind(kind))
      return problem(400, `"kind" is one of: ${listed(SAMPLE_KINDS)}.`, { more: { kinds: SAMPLE_KINDS } });
    if (!isObject(overrides)) return problem(400, '"resource" is an object with the fields to set.');
    const wrong = overridesProblem(overrides);
    if (wrong !== undefined) return problem(400, wrong);
    if (typeof overrides.id === 'string' && ledger.get(overrides.id))
      return problem(409, 'There is a referral with this id.');
    const made = await sample(kind, overrides);
    return { status: 201, headers: { etag: made.eTag ?? '' }, body: made };
  };
  return [{ method: 'POST', path: '/sandbox/partner-center/samples', handle: make }];
}

/** What would make the record one that no service could hold, in words. */
function overridesProblem(overrides: Overrides): string | undefined {
  const { id, createdDateTime, customerProfile, details } = overrides;
  if (id !== undefined && !(typeof id === 'string' && ID.test(id))) {
    return '"resource/id" is 1 to 100 letters, digits or . _ : -';
  }
  if (
    createdDateTime !== undefined &&
    !(typeof createdDateTime === 'string' && ticksOf(createdDateTime) !== undefined)
  ) {
    return '"resource/createdDateTime" is a moment such as "2026-01-05T09:12:41Z".';
  }
  if (customerProfile !== undefined && !isObject(customerProfile))
    return '"resource/customerProfile" is an object.';
  const { name } = customerProfile ?? {};
  if (name !== undefined && !(typeof name === 'string' && name.trim() !== '')) {
    return '"resource/customerProfile/name" is text.';
  }
  return details === undefined || isObject(details) ? undefined : '"resource/details" is an object.';
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
