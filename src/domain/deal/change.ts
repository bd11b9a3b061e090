import { defined, isoOf } from '../record/values';
import type { Resource } from '../record/resource';
import type { Change, Wanted } from './deal';
import { putEntries } from './entries';
import { DEAL_FIELDS, type DealField } from './fields';
import { DEAL_LISTS } from './lists';
import { putAt } from './place';
import { KINDS, standing } from './value-kinds';

const STATUS = { received: 'New', accepted: 'Active', archived: 'Closed' } as const;
const SUBSTATUS = { won: 'Won', lost: 'Lost', declined: 'Declined', expired: 'Expired' } as const;

/** Status and substatus always go together (Partner Center's state table). */
export function statusOf(change: Change): { status: string; substatus: string } | undefined {
  if (!change.stage) return undefined;
  const substatus = change.archivedAs
    ? SUBSTATUS[change.archivedAs]
    : change.stage === 'accepted'
      ? 'Accepted'
      : 'Pending';
  return { status: STATUS[change.stage], substatus };
}

/** Text by field: what a change says of the deal's fields, whichever the table has. */
const textOf = (change: Wanted, { id }: DealField): string | undefined =>
  (change as Readonly<Record<string, string | undefined>>)[id];

/** The resource as it would be with the change; `at` (ms UTC) stamps acceptance and end. */
export function applyChange(
  resource: Resource,
  change: Change,
  at: number,
  fields: readonly DealField[] = DEAL_FIELDS,
): Resource {
  const moment = isoOf(at);
  const staged = {
    ...resource,
    ...statusOf(change),
    ...(change.stage === 'accepted' ? { acceptedDateTime: moment } : {}),
    ...(change.stage === 'archived' ? { closedDateTime: moment } : {}),
    ...defined({ statusReason: change.reason }),
  };
  return withLists(withFields(staged, change, { fields, zone: 'UTC' }), change);
}

/** The resource with the change's fields as they are written, its days as midnights in `zone` (IANA). */
export const withFields = (
  resource: Resource,
  change: Wanted,
  { fields, zone }: { readonly fields: readonly DealField[]; readonly zone: string },
): Resource =>
  fields.reduce((next, field) => {
    const text = textOf(change, field);
    if (text === undefined) return next;
    return putAt(next, field.at, KINDS[field.kind].write(text, standing(next, field), zone));
  }, resource);

/** The resource with the entries of its lists as they are to stand. */
export const withLists = (resource: Resource, change: Wanted): Resource =>
  DEAL_LISTS.reduce((next, list) => {
    const entries = change[list.id];
    return entries === undefined || entries.length === 0 ? next : putEntries(next, list, entries);
  }, resource);
