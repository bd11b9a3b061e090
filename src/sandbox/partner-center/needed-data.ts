import type { Resource } from '../../domain/record/resource';
import { isBlank, isNone } from './blank';
import type { Refused } from './refused';

type Has = (resource: Resource) => boolean;
type Needed = Readonly<Record<string, Has>>;

/** §3: what accepting needs (respond-to-referrals page). */
const DEAL: Needed = {
  name: ({ name }) => !isBlank(name),
  'details/dealValue': ({ details }) => !isNone(details?.dealValue),
  'details/currency': ({ details }) => !isBlank(details?.currency),
  'details/closingDateTime': ({ details }) => !isBlank(details?.closingDateTime),
};

/** §3: and what co-sell needs more: "state changes fail if required deal data is missing" (psc-to-pc page). */
const CO_SELL: Needed = {
  ...DEAL,
  team: ({ team }) => (team ?? []).length > 0,
  'customerProfile/team': ({ customerProfile }) => (customerProfile.team ?? []).length > 0,
  'customerProfile/address': ({ customerProfile }) => !isNone(customerProfile.address),
  'details/requirements/solutions': ({ details }) => (details?.requirements?.solutions ?? []).length > 0,
};

/** §3 names them with the others; that a win is not held up by them is an inference: a deal of one's own begins without. */
const NOTES: Needed = { 'details/notes': ({ details }) => !isBlank(details?.notes) };

function lacking(step: string, needed: Needed, resource: Resource): Refused | undefined {
  const missing = Object.entries(needed).flatMap(([field, has]) => (has(resource) ? [] : [field]));
  const [target] = missing;
  return target === undefined
    ? undefined
    : { message: `Required to ${step}: ${missing.join(', ')}.`, target };
}

export function acceptProblem(after: Resource): Refused | undefined {
  // Microsoft's seller answers, and has nothing of the partner's to fill in.
  if (after.organizationId === 'msft') return undefined;
  return lacking('accept', after.type === 'Shared' ? { ...CO_SELL, ...NOTES } : DEAL, after);
}

/** A win is a change of state, too. A loss with data missing is taken: inference, there would be no way out else. */
export const winProblem = (after: Resource): Refused | undefined =>
  after.type === 'Shared' && after.organizationId !== 'msft' && after.substatus === 'Won'
    ? lacking('win', CO_SELL, after)
    : undefined;
