import type { Current, Contact } from './current';
import { doubtsOf } from './doubts';
import { helpOf, kindOf, senderOf } from './kind';
import type { ArchivedAs, Change, Colleague, Stage } from '../referral/referral';
import { DEAL_FIELDS, type DealField } from '../deal/fields';
import { listsOf } from '../deal/entries';
import { KINDS, standing } from '../deal/value-kinds';
import { quietIn } from './quiet';
import { registrationOf } from './registration';
import { defined, filled, isTrue, momentOf } from './values';
import type { CustomerProfile, Member, Named, ProfileId, Resource } from './resource';

export { momentOf } from './values';

export const DAY_MS = 86_400_000;

/** "14 days ('currently'); use expirationDateTime from the record" — Partner Center's referral pages. */
const EXPIRES_AFTER_MS = 14 * DAY_MS;

const ARCHIVED_AS: Readonly<Record<string, ArchivedAs>> = {
  won: 'won',
  lost: 'lost',
  declined: 'declined',
  expired: 'expired',
};

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

/** The fields that people may change, as the resource has them. */
export function fieldsOf(resource: Resource, fields: readonly DealField[] = DEAL_FIELDS): Change {
  const deal = fields.map((field) => [field.id, KINDS[field.kind].read(standing(resource, field))] as const);
  return defined({
    stage: stageOf(resource),
    archivedAs: archivedAsOf(resource),
    reason: filled(resource.statusReason),
    ...Object.fromEntries(deal),
  });
}

export function currentOf(
  resource: Resource,
  readAt: number,
  fields: readonly DealField[] = DEAL_FIELDS,
): Current {
  const { stage, archivedAs, reason, ...deal } = fieldsOf(resource, fields);
  const createdAt = momentOf(resource.createdDateTime) ?? readAt;
  const profile = resource.customerProfile;
  const needs = resource.details?.requirements;
  const kind = kindOf(resource);
  return {
    kind,
    sender: senderOf(resource),
    stage: stage ?? 'received',
    ...defined({
      archivedAs,
      reason,
      request: filled(resource.details?.notes),
      senderNote: filled(resource.inviteContext?.notes),
      help: helpOf(resource),
      location: locationOf(resource),
      company: filled(resource.organizationName),
      acceptedAt: momentOf(resource.acceptedDateTime),
      closedAt: momentOf(resource.closedDateTime),
      registration: registrationOf(resource),
    }),
    customer: customerOf(profile),
    contacts: (profile.team ?? [])
      .map(contactOf)
      .filter((contact) => contact.name !== '' || contact.email || contact.phone),
    colleagues: (resource.team ?? []).map(colleagueOf),
    deal,
    lists: listsOf(resource),
    products: namesOf(needs?.products),
    services: namesOf(needs?.services),
    industries: namesOf(needs?.industries),
    solutions: namesOf(needs?.solutions),
    requestedContact: isTrue(resource.details?.customerRequestedContact),
    ...quietIn(resource, kind),
    createdAt,
    expiresAt: momentOf(resource.expirationDateTime) ?? createdAt + EXPIRES_AFTER_MS,
  };
}

/** It will have no card of its own when it comes. */
export const isQuietRecord = (resource: Resource): boolean =>
  stageOf(resource) === 'received' && quietIn(resource, kindOf(resource)).quiet !== undefined;

const customerOf = ({ name, address, size, ids }: CustomerProfile): Current['customer'] => ({
  name,
  ...defined({
    street: filled(address?.addressLine1),
    postalCode: filled(address?.postalCode),
    city: filled(address?.city),
    region: filled(address?.state),
    country: filled(address?.country),
    size: filled(size),
    duns: dunsOf(ids),
  }),
});

/** Old samples have `{}` where there are none. */
const dunsOf = (ids: CustomerProfile['ids']): string | undefined =>
  Array.isArray(ids)
    ? filled((ids as readonly (ProfileId | null)[]).find((one) => one?.profileType === 'Duns')?.id)
    : undefined;

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
    ...doubtsOf(member),
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
