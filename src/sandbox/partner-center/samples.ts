import { randomUUID } from 'node:crypto';
import type { Resource } from '../../domain/resource';
import { SHAPES, type SampleKind } from './sample-shapes';
import { CITIES, COMPANIES, NEEDS, PEOPLE, type City } from './sample-pool';
import { stampOfMs } from './stamps';

export { SAMPLE_KINDS, isSampleKind, type SampleKind } from './sample-shapes';

const DAY_MS = 86_400_000;
/** "14 days (currently)" for what is sent to a partner; live records end at midnight or at the hour of creation. */
const EXPIRES_AFTER_MS = 14 * DAY_MS;

/** The organisation whose Partner Center this is. */
export const OWN = {
  id: '5c1d0f6e-4b0e-4c56-9a53-0d0a7d1c2f10',
  name: 'Contoso Partner',
  mpnId: '1234567',
} as const;

/** What a caller sets of a sample; objects are merged deeply, anything else is replaced. */
export type Overrides = Readonly<Record<string, unknown>>;

/** A picked customer: the `round`-th use of a company is another one of that name. */
interface Customer {
  readonly name: string;
  readonly city: City;
  readonly index: number;
}

/** A new referral of this kind, as GET gives it, but for what the ledger stamps. `taken`: names in use; `url`: of the list. */
export function makeSample(
  kind: SampleKind,
  about: {
    readonly now: number;
    readonly taken: ReadonlySet<string>;
    readonly url: string;
    readonly overrides?: Overrides;
  },
): Resource {
  const { overrides = {} } = about;
  const customer = nextCustomer(about.taken);
  const id = typeof overrides.id === 'string' ? overrides.id : randomUUID();
  const created =
    typeof overrides.createdDateTime === 'string' ? Date.parse(overrides.createdDateTime) : about.now;
  const base = { ...commonPart(customer, created), id, links: linksOf(about.url, id) };
  const need = NEEDS[customer.index % NEEDS.length] as (typeof NEEDS)[number];
  const shaped = merged(
    base,
    SHAPES[kind]({ need, city: customer.city, index: customer.index, own: OWN, created }),
  );
  const incoming =
    shaped.status === 'New' ? { expirationDateTime: stampOfMs(created + EXPIRES_AFTER_MS) } : {};
  return merged({ ...shaped, ...incoming }, overrides) as unknown as Resource;
}

/** No two customers alike: the pool's names, then with their city, then numbered on. */
function nextCustomer(taken: ReadonlySet<string>): Customer {
  for (let index = taken.size; ; index += 1) {
    const [at, round] = [index % COMPANIES.length, Math.floor(index / COMPANIES.length)];
    const company = COMPANIES[at] as string;
    const city = CITIES[(at + round * 5) % CITIES.length] as City;
    const number = Math.floor(round / CITIES.length) + 1;
    const name = `${company}${round === 0 ? '' : ` ${city.city}`}${number === 1 ? '' : ` ${number}`}`;
    if (!taken.has(name)) return { name, city, index };
  }
}

function commonPart({ name, city, index }: Customer, created: number): Record<string, unknown> {
  const need = NEEDS[index % NEEDS.length] as (typeof NEEDS)[number];
  return {
    engagementId: randomUUID(),
    ...{
      organizationId: OWN.id,
      organizationName: OWN.name,
      name: null,
      externalReferenceId: null,
      campaignId: null,
    },
    ...{
      createdDateTime: stampOfMs(created),
      acceptedDateTime: null,
      closedDateTime: null,
      expirationDateTime: null,
    },
    ...{
      status: 'New',
      substatus: 'Pending',
      statusReason: null,
      type: 'Independent',
      qualification: 'Direct',
    },
    ...{
      direction: 'Incoming',
      referralSource: null,
      callToAction: null,
      referralProgram: null,
      salesStage: null,
    },
    ...{
      quality: 'Unknown',
      isSpam: false,
      dealSensitivity: 'None',
      favorite: false,
      mpnId: OWN.mpnId,
      tags: [],
    },
    registrationStatus: 'None',
    target: [
      {
        type: 'BusinessProfileLocation',
        id: '7e1b52a4-93c8-4ed0-8a55-2f8f1f0c6b31',
        name: 'Contoso Partner, Munich',
      },
    ],
    customerProfile: {
      name,
      size: need.size,
      isMatchingComplete: true,
      address: {
        ...{ addressLine1: city.street, addressLine2: null, city: city.city, state: city.state ?? null },
        ...{ postalCode: city.postalCode, country: city.country, region: null },
      },
      team: contacts(name, city, index),
      ids: [{ profileType: 'Duns', id: String(100_000_000 + ((index * 7_368_787) % 900_000_000)) }],
    },
    consent: {
      consentToToShareInfoWithOthers: true,
      consentToContact: true,
      consentToShareReferralWithMicrosoftSellers: false,
    },
    details: {
      ...{ notes: need.notes, dealValue: null, currency: null, closingDateTime: null, customerAction: null },
      ...{ customerRequestedContact: false, incentiveLevel: null },
      requirements: {
        industries: [{ id: need.industry }],
        products: [{ id: need.product }],
        services: [{ id: need.service }],
        ...{ solutions: [], offers: [], salesPlays: [], additionalRequirements: null },
      },
    },
    team: [],
    inviteContext: {
      ...{ notes: null, assistanceRequestCode: 'Unknown', invitedMpnId: null },
      invitedBy: { organizationId: 'msft', organizationName: 'Microsoft' },
    },
    trackingInfo: null,
  };
}

/** One or two people of the customer, at a domain that reaches nobody (RFC 2606). */
function contacts(company: string, city: City, index: number): object[] {
  const domain = `${company
    .normalize('NFD')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase()}.example`;
  return Array.from({ length: 1 + (index % 2) }, (_, at) => {
    const [firstName, lastName, title] = PEOPLE[(index + at * 7) % PEOPLE.length] as (typeof PEOPLE)[number];
    return {
      ...{ firstName, lastName, title },
      email: `${firstName}.${lastName}@${domain}`.toLowerCase(),
      phoneNumber: `${city.phone}0${String(100 + ((index * 13 + at * 31) % 900))}`,
      contactPreference: { locale: 'en-US', disableNotifications: false },
    };
  });
}

export const linksOf = (url: string, id: string): object => ({
  relatedReferrals: { uri: url, method: 'GET' },
  self: { uri: `${url}/${encodeURIComponent(id)}`, method: 'GET' },
});

export function merged(base: Readonly<Record<string, unknown>>, over: Overrides): Record<string, unknown> {
  const result: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(over)) {
    const before = result[name];
    result[name] = isPlain(before) && isPlain(value) ? merged(before, value) : value;
  }
  return result;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
