import { decimalOf, defined, fieldsOf } from '../record/reading';
import type { Change, ChangeField } from '../referral/referral';
import type { Resource } from '../record/resource';

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

/** The resource as it would be with the change; `at` (ms UTC) stamps acceptance and end. */
export function applyChange(resource: Resource, change: Change, at: number): Resource {
  const moment = new Date(at).toISOString();
  const details = defined({
    dealValue: change.dealValue,
    currency: change.currency,
    closingDateTime: change.closeDate === undefined ? undefined : `${change.closeDate}T00:00:00Z`,
    notes: change.notes,
  });
  const colleague = change.colleague;
  return {
    ...resource,
    ...statusOf(change),
    ...(change.stage === 'accepted' ? { acceptedDateTime: moment } : {}),
    ...(change.stage === 'archived' ? { closedDateTime: moment } : {}),
    ...defined({
      statusReason: change.reason,
      name: change.name,
      externalReferenceId: change.crmId,
      campaignId: change.campaignId,
    }),
    ...(Object.keys(details).length > 0 ? { details: { ...resource.details, ...details } } : {}),
    ...(colleague && !hasColleague(resource, change)
      ? {
          team: [
            ...(resource.team ?? []),
            {
              firstName: colleague.firstName,
              lastName: colleague.lastName,
              phoneNumber: colleague.phone,
              email: colleague.email,
            },
          ],
        }
      : {}),
  };
}

/** What the changed fields hold in the resource now. */
export function heldBy(resource: Resource, change: Change): Change {
  const fields = fieldsOf(resource);
  const held: Record<string, unknown> = {};
  for (const field of changedFields(change)) {
    if (field !== 'colleague' && fields[field] !== undefined) held[field] = fields[field];
  }
  return held;
}

export const changedFields = (change: Change): ChangeField[] => Object.keys(change) as ChangeField[];

/** Where the resource stands with each changed field: as wanted, as it was, or changed by somebody else. */
export function compare(
  resource: Resource,
  change: Change,
  was: Change,
): { readonly done: ChangeField[]; readonly open: ChangeField[]; readonly theirs: ChangeField[] } {
  const fields = fieldsOf(resource);
  const result = { done: [] as ChangeField[], open: [] as ChangeField[], theirs: [] as ChangeField[] };
  for (const field of changedFields(change)) {
    if (field === 'colleague') {
      (hasColleague(resource, change) ? result.done : result.open).push(field);
    } else if (same(fields[field], change[field])) result.done.push(field);
    // The reason is Partner Center's own wording of ours: only the stage decides whether it has arrived.
    else if (field === 'reason')
      (same(fields.archivedAs, change.archivedAs) ? result.done : result.open).push(field);
    else if (same(fields[field], was[field])) result.open.push(field);
    else result.theirs.push(field);
  }
  return result;
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

function same(one: string | undefined, other: string | undefined): boolean {
  if (plain(one) === plain(other)) return true;
  const [a, b] = [decimalOf(one), decimalOf(other)];
  return a !== undefined && a === b;
}

/** Partner Center may give back another system's ends of lines. */
const plain = (text: string | undefined): string => (text ?? '').replaceAll('\r\n', '\n').trim();

function hasColleague(resource: Resource, change: Change): boolean {
  const email = change.colleague?.email.toLowerCase();
  return (resource.team ?? []).some((member) => (member.email ?? '').toLowerCase() === email);
}
