import { statusOf } from '../../domain/deal/change';
import { defined } from '../../domain/record/reading';
import type { Change, Colleague } from '../../domain/referral/referral';
import type { Resource } from '../../domain/record/resource';
import { reasonToWire } from './reason-wording';

/** Partner Center takes these two operations of RFC 6902 and no others (patch-a-referral page). */
export interface PatchOperation {
  readonly op: 'replace' | 'add';
  readonly path: string;
  readonly value: unknown;
}

/**
 * A change as JSON Patch against the resource read. An empty text clears its field. Status and substatus always go
 * together. What has no parent in the resource yet (no `details`, no `team`) is added whole: an operation below it
 * would have nothing to stand on.
 */
export function toPatch(resource: Resource, change: Change): PatchOperation[] {
  return [
    ...topLevel(change),
    ...details(resource, change),
    ...(change.colleague ? [addColleague(resource, change.colleague)] : []),
    ...stage(change),
  ];
}

const replace = (path: string, value: unknown): PatchOperation => ({ op: 'replace', path, value });

function topLevel({ name, crmId, campaignId }: Change): PatchOperation[] {
  const fields = defined({ name, externalReferenceId: crmId, campaignId });
  return Object.entries(fields).map(([field, value]) => replace(`/${field}`, orNull(value)));
}

function details(resource: Resource, change: Change): PatchOperation[] {
  const fields = Object.entries(
    defined({
      dealValue: change.dealValue === undefined ? undefined : numberOf(change.dealValue),
      currency: orNull(change.currency),
      closingDateTime: change.closeDate === undefined ? undefined : momentOfDay(change.closeDate),
      notes: orNull(change.notes),
    }),
  );
  if (fields.length === 0) return [];
  if (!resource.details) return [{ op: 'add', path: '/details', value: Object.fromEntries(fields) }];
  return fields.map(([field, value]) => replace(`/details/${field}`, value));
}

function addColleague(resource: Resource, colleague: Colleague): PatchOperation {
  const member = {
    firstName: colleague.firstName,
    lastName: colleague.lastName,
    phoneNumber: colleague.phone,
    email: colleague.email,
  };
  return resource.team
    ? { op: 'add', path: '/team/-', value: member }
    : { op: 'add', path: '/team', value: [member] };
}

function stage(change: Change): PatchOperation[] {
  const status = statusOf(change);
  return [
    ...(change.reason === undefined ? [] : [replace('/statusReason', orNull(reasonToWire(change.reason)))]),
    ...(status ? [replace('/status', status.status), replace('/substatus', status.substatus)] : []),
  ];
}

const orNull = (text: string | undefined): string | null | undefined => (text === '' ? null : text);

/** The documents show a number and a text; amounts below 10^12 are exact as a number. What is none goes as it is. */
function numberOf(value: string): number | string | null {
  if (value === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : value;
}

/** A close date is a day without a zone; Partner Center keeps moments. */
const momentOfDay = (day: string): string | null => (day === '' ? null : `${day}T00:00:00Z`);
