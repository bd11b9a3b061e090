import type { Route, RouteReply, RouteRequest } from '../../adapters/http/route';
import type { Resource } from '../../domain/record/resource';
import type { Faults } from '../faults';
import { asSent } from './as-sent';
import { createDeal } from './create-deal';
import { expireDue } from './expiry';
import { applyOperations, readOperations, type Operation } from './json-patch';
import type { Ledger } from './ledger';
import { listPage } from './list-query';
import { refusals } from './refusals';
import { isOfProgram, type Roles } from './roles';
import { settleEdit } from './rules';
import { isWritable } from './writable';
import { readWhole } from './whole-body';

const PATH = '/sandbox/partner-center/v1.0/engagements/referrals';
/** How long a change may stay out of lists: that they are not in step with writes is an inference, and so is how far. */
const LATE_MS = 45_000;
const BEHIND_MS = 3_600_000;

interface Parts {
  readonly ledger: Ledger;
  readonly roles: Roles;
  /** Real time in ms, as the `Date` of an answer has it. */
  readonly real: () => number;
  /** Of the list. */
  readonly url: () => string;
  readonly faults: Pick<Faults, 'take' | 'stands'>;
}

type Handle = (request: RouteRequest) => Promise<RouteReply>;

/** The Referrals API: list, get, create, patch, and the obsolete put. */
export function referralRoutes(parts: Parts): Route[] {
  const { ledger, roles, url, faults } = parts;
  const sent = (record: object): object => asSent(record, faults.stands);
  const list: Handle = async (request) => {
    const { query } = request;
    const token = tokenOf(request);
    // Whether the plain list has other organisations' sides is not documented: it can be played both ways.
    const apart = faults.stands('no-siblings') && !query.get('$filter')?.includes('engagementId');
    const late = faults.stands('late-lists');
    const shown = ledger
      .all()
      .filter((one) => roles.shows(token, one))
      .filter((one) => !(apart && isMicrosofts(one)) && !(late && isJustChanged(one, ledger.now())));
    const page = listPage(shown, query, url());
    if (typeof page === 'string') return refusals.invalid(page, 'query');
    return { status: 200, body: { ...page, value: page.value.map(sent) } };
  };
  const get: Handle = async ({ params }) => {
    const found = ledger.get(params.id ?? '');
    return found ? represented(200, found, faults) : refusals.notFound();
  };
  const create: Handle = async ({ body }) => {
    const made = createDeal(body, url(), ledger.now(), ledger.all());
    if ('message' in made) return refusals.invalid(made.message, made.target);
    if (made.shares) await ledger.write(made.shares);
    return represented(201, await ledger.write(made.resource), faults);
  };
  const patch: Handle = async (request) => {
    const operations = readOperations(request.body);
    // Whether a tenant refuses that is not documented: it can be played both ways.
    return faults.stands('stage-alone') && isMixed(operations)
      ? refusals.invalid('Status and substatus cannot be changed together with other properties.')
      : edit(parts, request, operations);
  };
  const put: Handle = async (request) => {
    if (request.headers['if-match'] === undefined)
      return refusals.invalid('The If-Match header is required.');
    const found = ledger.get(request.params.id ?? '');
    return edit(parts, request, found ? readWhole(found, request.body) : []);
  };
  return [
    { method: 'GET', path: PATH, handle: guarded(parts, list) },
    { method: 'POST', path: PATH, handle: guarded(parts, create) },
    { method: 'GET', path: `${PATH}/:id`, handle: guarded(parts, get) },
    { method: 'PATCH', path: `${PATH}/:id`, handle: guarded(parts, patch) },
    { method: 'PUT', path: `${PATH}/:id`, handle: guarded(parts, put) },
  ];
}

/** What every call goes through: faults asked for, the token, and what the service does by itself in time. */
function guarded({ ledger, roles, faults, real }: Parts, handle: Handle): Handle {
  return async (request) => {
    const { method, query } = request;
    const token = tokenOf(request);
    const own = isOfProgram(token);
    const fault = faults.take('partner-center', { method, filtered: query.has('$filter'), own });
    if (fault && fault.after !== true) return fault;
    if (!/^Bearer \S+$/i.test(request.headers.authorization ?? '')) return refusals.unauthenticated();
    const barred = roles.barred(token) ?? hidden(ledger, roles, request);
    if (barred) return barred;
    await expireDue(ledger);
    const reply = await handle(request);
    if (fault) return fault;
    const dated = traced(request, reply);
    return faults.stands('clock-behind')
      ? { ...dated, headers: { ...dated.headers, date: new Date(real() - BEHIND_MS).toUTCString() } }
      : dated;
  };
}

/** What somebody is not shown is not there for them. */
function hidden(ledger: Ledger, roles: Roles, request: RouteRequest): RouteReply | undefined {
  const found = ledger.get(request.params.id ?? '');
  return found && !roles.shows(tokenOf(request), found) ? refusals.notFound() : undefined;
}

/** The ids of a request come back with its answer (headers page). */
function traced({ headers, reference }: RouteRequest, reply: RouteReply): RouteReply {
  const ids = {
    'request-id': headers['request-id'] ?? reference,
    ...(headers['client-request-id'] === undefined
      ? {}
      : { 'client-request-id': headers['client-request-id'] }),
  };
  return { ...reply, headers: { ...ids, ...reply.headers } };
}

const represented = (status: number, resource: Resource, faults: Pick<Faults, 'stands'>): RouteReply => ({
  status,
  headers: { etag: resource.eTag ?? '' },
  body: asSent(resource, faults.stands),
});

/** §0.1 (3): a deal is registered after it is won, on a record that takes nothing else any more. */
const isRegistration = ({ substatus }: Resource, operations: readonly Operation[]): boolean =>
  substatus === 'Won' &&
  operations.length > 0 &&
  operations.every(({ parts }) => parts[0] === 'registrations');

const OF_STAGE: readonly unknown[] = ['status', 'substatus', 'statusReason'];

const isMixed = (operations: readonly Operation[] | string): boolean =>
  typeof operations !== 'string' &&
  new Set(operations.map(({ parts }) => OF_STAGE.includes(parts[0]))).size > 1;

const isJustChanged = ({ updatedDateTime }: Resource, now: number): boolean =>
  now - Date.parse(updatedDateTime ?? '') < LATE_MS;

const isMicrosofts = ({ organizationId }: Resource): boolean => organizationId === 'msft';

const tokenOf = ({ headers }: RouteRequest): string | undefined =>
  headers.authorization?.slice('Bearer '.length);

/** Another one than was read, or another organisation's. */
function notTaken(before: Resource, request: RouteRequest): RouteReply | undefined {
  if (![undefined, '*', before.eTag].includes(request.headers['if-match'])) return refusals.changed();
  const isTheirs = isMicrosofts(before) && isOfProgram(tokenOf(request));
  return isTheirs ? refusals.notYours() : undefined;
}

/** In the order: is it there, is it the one that was read, may it change, is the edit one that it takes. */
async function edit(
  { ledger, faults }: Pick<Parts, 'ledger' | 'faults'>,
  request: RouteRequest,
  operations: readonly Operation[] | string,
): Promise<RouteReply> {
  const before = ledger.get(request.params.id ?? '');
  if (!before) return refusals.notFound();
  const barred = notTaken(before, request);
  if (barred) return barred;
  if (typeof operations === 'string') return refusals.invalid(operations);
  if (before.status === 'Closed' && !isRegistration(before, operations)) return refusals.terminal();
  const fixed = operations.find(({ parts }) => !isWritable(parts));
  if (fixed) return refusals.invalid(`/${fixed.parts.join('/')} is read-only.`, fixed.parts.join('/'));
  const applied = applyOperations(before, operations);
  if (typeof applied === 'string') return refusals.invalid(applied);
  const settled = settleEdit(before, applied.value, ledger.now());
  if (!('value' in settled)) return refusals.invalid(settled.message, settled.target);
  const written = await ledger.write(settled.value, tokenOf(request));
  const wanted = request.method === 'PUT' || /\breturn=representation\b/i.test(request.headers.prefer ?? '');
  return wanted ? represented(200, written, faults) : { status: 204, headers: { etag: written.eTag ?? '' } };
}
