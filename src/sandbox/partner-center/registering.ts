import { randomUUID } from 'node:crypto';
import type { Resource } from '../../domain/record/resource';
import type { Refused } from './refused';
import { stampOfMs } from './stamps';

type Json = Readonly<Record<string, unknown>>;

const listOf = ({ registrations }: Resource): readonly Json[] =>
  Array.isArray(registrations) ? (registrations as Json[]) : [];

/** §6.4: what the connector's contract of a registration has. */
const NEEDED = ['currency', 'value', 'term', 'signDateTime', 'startDateTime'];

/**
 * A closed record with its registrations as they are after an edit (§6.4, read model): a new one gets an id and waits for
 * review; the record says what the newest one says. `now`: ms UTC.
 */
export function registered(before: Resource, after: Resource, now: number): { value: Resource } | Refused {
  const known = listOf(before).length;
  const wrong = listOf(after).slice(known).map(problemOf).find(Boolean);
  if (wrong) return wrong;
  const registrations = listOf(after).map((one, at) => (at < known ? one : arrived(one, now)));
  const status = registrations.at(-1)?.['status'] ?? 'None';
  return { value: { ...after, registrations, registrationStatus: status } };
}

const arrived = (registration: Json, now: number): Json => ({
  ...registration,
  ...{ id: randomUUID(), registrationDateTime: stampOfMs(now), status: 'ReviewPending', statusReason: null },
});

function problemOf({ type, contract, solutionDetails }: Json): Refused | undefined {
  if (type !== 'AzureIPCoSell')
    return { message: 'There is no such type of registration.', target: 'registrations/type' };
  const given = (contract ?? {}) as Json;
  const missing = NEEDED.find((name) => given[name] === undefined || given[name] === null);
  if (missing !== undefined)
    return { message: `Required: contract/${missing}.`, target: `registrations/contract/${missing}` };
  if (String(given['startDateTime']) < String(given['signDateTime']))
    return {
      message: 'The contract cannot start before it is signed.',
      target: 'registrations/contract/startDateTime',
    };
  const [solution] = Array.isArray(solutionDetails) ? (solutionDetails as Json[]) : [];
  return typeof solution?.['id'] === 'string'
    ? undefined
    : { message: 'Required: solutionDetails/id.', target: 'registrations/solutionDetails' };
}
