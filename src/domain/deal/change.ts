import { fieldsOf } from '../record/reading';
import { defined } from '../record/values';
import type { Member, Resource } from '../record/resource';
import type { Change, ChangeField, Colleague } from './deal';
import { DEAL_FIELDS, type DealField } from './fields';
import { KINDS, put, standing } from './value-kinds';

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
const textOf = (change: Change, { id }: DealField): string | undefined =>
  (change as Readonly<Record<string, string | undefined>>)[id];

/** The resource as it would be with the change; `at` (ms UTC) stamps acceptance and end. */
export function applyChange(
  resource: Resource,
  change: Change,
  at: number,
  fields: readonly DealField[] = DEAL_FIELDS,
): Resource {
  const moment = new Date(at).toISOString();
  const { colleague } = change;
  const staged = {
    ...resource,
    ...statusOf(change),
    ...(change.stage === 'accepted' ? { acceptedDateTime: moment } : {}),
    ...(change.stage === 'archived' ? { closedDateTime: moment } : {}),
    ...defined({ statusReason: change.reason }),
    ...(colleague && !hasColleague(resource, change)
      ? { team: [...(resource.team ?? []), memberOf(colleague)] }
      : {}),
  };
  return fields.reduce((next, field) => {
    const text = textOf(change, field);
    if (text === undefined) return next;
    return put(next, field, KINDS[field.kind].write(text, standing(next, field), 'UTC'));
  }, staged);
}

export const memberOf = ({ firstName, lastName, phone, email }: Colleague): Member => ({
  firstName,
  lastName,
  phoneNumber: phone,
  email,
});

/** What the changed fields hold in the resource now. */
export function heldBy(
  resource: Resource,
  change: Change,
  fields: readonly DealField[] = DEAL_FIELDS,
): Change {
  const now = fieldsOf(resource, fields);
  const held: Record<string, unknown> = {};
  for (const field of changedFields(change)) {
    if (field !== 'colleague' && now[field] !== undefined) held[field] = now[field];
  }
  return held;
}

export const changedFields = (change: Change): ChangeField[] => Object.keys(change) as ChangeField[];

interface Compared {
  readonly done: ChangeField[];
  readonly open: ChangeField[];
  readonly theirs: ChangeField[];
}

/** Where the resource stands with each changed field: as wanted, as it was, or changed by somebody else. */
export function compare(
  resource: Resource,
  change: Change,
  was: Change,
  fields: readonly DealField[] = DEAL_FIELDS,
): Compared {
  const result: Compared = { done: [], open: [], theirs: [] };
  const now = fieldsOf(resource, fields);
  for (const field of changedFields(change)) {
    result[standOf(resource, { field, change, was, now }, fields)].push(field);
  }
  return result;
}

function standOf(
  resource: Resource,
  {
    field,
    change,
    was,
    now,
  }: { readonly field: ChangeField; readonly change: Change; readonly was: Change; readonly now: Change },
  fields: readonly DealField[],
): keyof Compared {
  if (field === 'colleague') return hasColleague(resource, change) ? 'done' : 'open';
  // The reason is Partner Center's own wording of ours: only the stage decides whether it has arrived.
  if (field === 'reason')
    return now.reason === change.reason || now.archivedAs === change.archivedAs ? 'done' : 'open';
  const kind = fields.find(({ id }) => id === field)?.kind ?? 'text';
  if (KINDS[kind].holds(now[field], change[field])) return 'done';
  // What others wrote beside a note is nobody's answer to it.
  return kind === 'notes' || KINDS[kind].holds(now[field], was[field]) ? 'open' : 'theirs';
}

/** The change with only these fields. */
export function pick(change: Change, fields: readonly ChangeField[]): Change {
  return Object.fromEntries(
    Object.entries(change).filter(([field]) => fields.includes(field as ChangeField)),
  );
}

/** The fields of a change that differ from what the resource holds. */
export function differing(resource: Resource, change: Change): Change {
  const { done } = compare(resource, change, {});
  return pick(
    change,
    changedFields(change).filter((field) => !done.includes(field)),
  );
}

function hasColleague(resource: Resource, change: Change): boolean {
  const email = change.colleague?.email.toLowerCase();
  return (resource.team ?? []).some((member) => (member.email ?? '').toLowerCase() === email);
}
