import { randomUUID } from 'node:crypto';
import { PEOPLE, type City, type Need } from './sample-pool';
import { stampOfMs } from './stamps';

/** The organisation whose Partner Center this is. */
export const OWN = {
  id: '5c1d0f6e-4b0e-4c56-9a53-0d0a7d1c2f10',
  name: 'Contoso Partner',
  mpnId: '1234567',
} as const;

/** Who it is about: of the pool, `index` decides which. */
export interface Customer {
  readonly name: string;
  readonly city: City;
  readonly index: number;
}

const nothing = (...names: string[]): Record<string, null> =>
  Object.fromEntries(names.map((name) => [name, null]));

/** What all records have, whatever their kind: all fields that live ones show (referral-resources page). `created`: ms UTC. */
export function commonRecord(customer: Customer, need: Need, created: number): Record<string, unknown> {
  return {
    engagementId: randomUUID(),
    organizationId: OWN.id,
    organizationName: OWN.name,
    ...nothing('name', 'externalReferenceId', 'campaignId'),
    createdDateTime: stampOfMs(created),
    ...nothing('acceptedDateTime', 'closedDateTime', 'expirationDateTime'),
    status: 'New',
    substatus: 'Pending',
    statusReason: null,
    type: 'Independent',
    qualification: 'Direct',
    direction: 'Incoming',
    ...nothing('referralSource', 'callToAction', 'referralProgram', 'salesStage'),
    quality: 'Unknown',
    isSpam: false,
    dealSensitivity: 'None',
    favorite: false,
    mpnId: OWN.mpnId,
    tags: [],
    registrationStatus: 'None',
    registrations: [],
    // The name of a location is an addition: the API gives its id only.
    target: [
      {
        type: 'BusinessProfileLocation',
        id: '7e1b52a4-93c8-4ed0-8a55-2f8f1f0c6b31',
        name: 'Contoso Partner, Munich',
      },
    ],
    customerProfile: profileOf(customer, need),
    consent: {
      consentToToShareInfoWithOthers: true,
      consentToContact: true,
      consentToShareReferralWithMicrosoftSellers: false,
    },
    details: detailsOf(need),
    team: [],
    inviteContext: {
      assistanceRequestCode: 'Unknown',
      ...nothing('notes', 'invitedMpnId'),
      invitedBy: { organizationId: 'msft', organizationName: 'Microsoft' },
    },
    trackingInfo: null,
  };
}

function profileOf({ name, city, index }: Customer, need: Need): object {
  return {
    name,
    size: need.size,
    isMatchingComplete: true,
    address: {
      addressLine1: city.street,
      addressLine2: null,
      city: city.city,
      state: city.state ?? null,
      postalCode: city.postalCode,
      country: city.country,
      region: null,
    },
    team: contacts(name, city, index),
    ids: [{ profileType: 'Duns', id: String(100_000_000 + ((index * 7_368_787) % 900_000_000)) }],
  };
}

function detailsOf(need: Need): object {
  return {
    notes: need.notes,
    ...nothing('dealValue', 'currency', 'closingDateTime', 'customerAction', 'incentiveLevel'),
    customerRequestedContact: false,
    requirements: {
      industries: [{ id: need.industry }],
      products: [{ id: need.product }],
      services: [{ id: need.service }],
      solutions: [],
      offers: [],
      salesPlays: [],
      additionalRequirements: null,
    },
  };
}

/** One or two people of the customer, at a domain that reaches nobody (RFC 2606). */
function contacts(company: string, city: City, index: number): object[] {
  const plain = company.normalize('NFD').replace(/[^a-z0-9]/gi, '');
  return Array.from({ length: 1 + (index % 2) }, (_, at) => {
    const [firstName, lastName, title] = PEOPLE[(index + at * 7) % PEOPLE.length] as (typeof PEOPLE)[number];
    return {
      firstName,
      lastName,
      title,
      email: `${firstName}.${lastName}@${plain}.example`.toLowerCase(),
      phoneNumber: `${city.phone}0${String(100 + ((index * 13 + at * 31) % 900))}`,
      contactPreference: { locale: 'en-US', disableNotifications: false },
    };
  });
}
