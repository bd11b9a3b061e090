import type { Current, Contact } from './current';
import { helpOf, kindOf, senderOf } from './kind';
import type { ArchivedAs, Change, Colleague, Stage } from '../referral/referral';
import type { CustomerProfile, Member, Named, Resource } from './resource';

export const DAY_MS = 86_400_000;

/** "14 days ('currently'); use expirationDateTime from the record" — Partner Center's referral pages. */
const EXPIRES_AFTER_MS = 14 * DAY_MS;

const ARCHIVED_AS: Readonly<Record<string, ArchivedAs>> = {
  won: 'won',
  lost: 'lost',
  declined: 'declined',
  expired: 'expired',
};

/**
 * ms UTC of an ISO moment; undefined when there is none or it is not one. Up to 7 decimals occur. A moment without a
 * zone is UTC, wherever this program runs.
 */
export function momentOf(text: string | null | undefined): number | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined;
  const zoneless = /:[\d.:]+$/.test(text) && !/[+-]\d{2}:\d{2}$/.test(text);
  const at = Date.parse(zoneless ? `${text}Z` : text);
  return Number.isNaN(at) ? undefined : at;
}

export function stageOf(resource: Resource): Stage {
  switch ((resource.status ?? '').toLowerCase()) {
    case 'active':
      return 'accepted';
    case 'closed':
      return 'archived';
    default:
      return 'received';
  }
}

/** Absent when Partner Center uses a word that we do not know: read-only all the same. */
export function archivedAsOf(resource: Resource): ArchivedAs | undefined {
  return stageOf(resource) === 'archived' ? ARCHIVED_AS[(resource.substatus ?? '').toLowerCase()] : undefined;
}

/** A deal value as a decimal string in major units: the API has numbers and strings of it. */
export function decimalOf(value: number | string | null | undefined): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const text =
    typeof value === 'number'
      ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 6 })
      : value.trim();
  if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** The fields that people may change, as the resource has them. */
export function fieldsOf(resource: Resource): Change {
  const details = resource.details;
  return defined({
    stage: stageOf(resource),
    archivedAs: archivedAsOf(resource),
    reason: filled(resource.statusReason),
    name: filled(resource.name),
    dealValue: decimalOf(details?.dealValue),
    currency: filled(details?.currency)?.toUpperCase(),
    closeDate: dayOf(details?.closingDateTime),
    notes: filled(details?.notes),
    crmId: filled(resource.externalReferenceId),
    campaignId: filled(resource.campaignId),
  });
}

export function currentOf(resource: Resource, readAt: number): Current {
  const { stage, archivedAs, reason, ...deal } = fieldsOf(resource);
  const createdAt = momentOf(resource.createdDateTime) ?? readAt;
  const profile = resource.customerProfile;
  const needs = resource.details?.requirements;
  return {
    kind: kindOf(resource),
    sender: senderOf(resource),
    stage: stage ?? 'received',
    ...defined({
      archivedAs,
      reason,
      request: filled(resource.details?.notes),
      senderNote: filled(resource.inviteContext?.notes),
      help: helpOf(resource),
      location: locationOf(resource),
      closedAt: momentOf(resource.closedDateTime),
    }),
    customer: customerOf(profile),
    contacts: (profile.team ?? [])
      .map(contactOf)
      .filter((contact) => contact.name !== '' || contact.email || contact.phone),
    colleagues: (resource.team ?? []).map(colleagueOf),
    deal,
    products: namesOf(needs?.products),
    services: namesOf(needs?.services),
    industries: namesOf(needs?.industries),
    solutions: namesOf(needs?.solutions),
    requestedContact: isTrue(resource.details?.customerRequestedContact),
    createdAt,
    expiresAt: momentOf(resource.expirationDateTime) ?? createdAt + EXPIRES_AFTER_MS,
  };
}

const customerOf = ({ name, address, size }: CustomerProfile): Current['customer'] => ({
  name,
  ...defined({ city: filled(address?.city), country: filled(address?.country), size: filled(size) }),
});

const filled = (text: unknown): string | undefined =>
  typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;

/** The UTC date part: a close date is a day without a zone. */
function dayOf(text: string | null | undefined): string | undefined {
  const at = momentOf(text);
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 10);
}

const namesOf = (list: readonly Named[] | null | undefined): string[] =>
  (list ?? []).map((item) => filled(item.name) ?? filled(item.id) ?? '').filter((name) => name !== '');

function contactOf(member: Member): Contact {
  return {
    name: [filled(member.firstName), filled(member.lastName)].filter(Boolean).join(' '),
    ...defined({
      title: filled(member.title),
      phone: filled(member.phoneNumber),
      email: filled(member.email),
    }),
  };
}

function colleagueOf(member: Member): Colleague {
  return {
    firstName: filled(member.firstName) ?? '',
    lastName: filled(member.lastName) ?? '',
    phone: filled(member.phoneNumber) ?? '',
    email: filled(member.email) ?? '',
  };
}

function locationOf(resource: Resource): string | undefined {
  const place = (resource.target ?? []).find((target) => target.type === 'BusinessProfileLocation');
  return filled(place?.name) ?? filled(place?.id) ?? filled(resource.mpnId);
}

const isTrue = (flag: unknown): boolean =>
  flag === true || (typeof flag === 'string' && flag.trim().toLowerCase() === 'true');

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what is undefined: absent facts are left out of cards, not shown empty. */
export function defined<T extends object>(record: T): Defined<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Defined<T>;
}
