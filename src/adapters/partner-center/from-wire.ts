import { z } from 'zod';
import { fieldsBelow, type ValueKind } from '../../domain/deal/fields';
import type { Resource } from '../../domain/record/resource';
import { reasonFromWire } from './reason-wording';

const object = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text where text belongs; numbers are read as text, anything else as nothing. */
const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);
/** An amount stays the number or the text that it is. */
const amount = z.union([z.number(), z.string()]).nullish().catch(null);
const KINDS: Readonly<Record<ValueKind, z.ZodTypeAny>> = {
  ...{ text, choice: text, currency: text, day: text, notes: text },
  money: amount,
  flag: z.boolean().nullish().catch(null),
};

/** What the deal's fields hold, by their names at this place. */
const dealFields = (parent?: string): Record<string, z.ZodTypeAny> =>
  Object.fromEntries(fieldsBelow(parent).map(([name, { kind }]) => [name, KINDS[kind].optional()]));

const named = z.object({ id: text, name: text, type: text }).partial().passthrough();
const person = { firstName: text, lastName: text, phoneNumber: text, email: text, title: text };
const member = z.object(person).partial().passthrough();

/** A list of objects; what is no object in it is left out. Old samples show `{}` for an empty list. */
const listOf = <T extends z.ZodTypeAny>(item: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value.filter(object) : null), z.array(item).nullable());

const requirements = z
  .object({
    industries: listOf(named),
    products: listOf(named),
    services: listOf(named),
    solutions: listOf(named),
  })
  .partial()
  .passthrough();

const details = z
  .object({
    ...dealFields('details'),
    requirements: requirements.nullish().catch(null),
  })
  .partial()
  .passthrough();

const inviter = z.object({ organizationId: text, organizationName: text }).partial().passthrough();
const topTexts = [
  ...['engagementId', 'organizationId', 'organizationName'],
  ...['updatedDateTime', 'expirationDateTime', 'acceptedDateTime', 'closedDateTime', 'status', 'substatus'],
  ...['type', 'qualification', 'direction', 'referralProgram', 'mpnId', 'eTag'],
  ...['referralSource', 'callToAction'],
];

const resource = z
  .object({
    ...dealFields(),
    ...Object.fromEntries(topTexts.map((name) => [name, text.optional()])),
    id: z.string().min(1).max(100),
    createdDateTime: z.string().catch(''),
    statusReason: text.transform((words) => (typeof words === 'string' ? reasonFromWire(words) : words)),
    customerProfile: z
      .object({
        name: z.string().catch(''),
        size: text,
        address: z.record(z.unknown()).nullish().catch(null),
        team: listOf(member),
      })
      .partial({ size: true, address: true, team: true })
      .passthrough()
      .catch({ name: '' }),
    consent: z.record(z.unknown()).nullish().catch(null),
    details: details.nullish().catch(null),
    team: listOf(member),
    target: listOf(named),
    inviteContext: z
      .object({ notes: text, assistanceRequestCode: text, invitedBy: inviter.nullish().catch(null) })
      .partial()
      .passthrough()
      .nullish()
      .catch(null),
  })
  .passthrough();

/**
 * A referral as Partner Center sends it, as the domain can read it: any field may be absent, null or of another type,
 * unknown words and fields are kept. Undefined: it is no object, or has no id to keep it under. `eTag`: the answer's
 * header, for a body without one.
 */
export function readResource(value: unknown, eTag?: string): Resource | undefined {
  const read = resource.safeParse(value);
  if (!read.success) return undefined;
  // Optional there is `undefined` here, which JSON does not know: nothing is read of the difference.
  const known = read.data as unknown as Resource;
  return known.eTag || eTag === undefined ? known : { ...known, eTag };
}

export interface WirePage {
  readonly resources: readonly Resource[];
  /** The query of the next page. */
  readonly next?: string;
}

/**
 * One page of a list. Of its link to the next page only the query is used: the token must not go to another host, and
 * the published example of such a link has another scheme and path than the API.
 */
export function readPage(value: unknown): WirePage | undefined {
  if (!object(value) || !('value' in value) || !Array.isArray(value.value)) return undefined;
  const resources = value.value.flatMap((item) => readResource(item) ?? []);
  const link = (value as Record<string, unknown>)['@odata.nextLink'];
  if (link === undefined || link === null || link === '') return { resources };
  if (typeof link !== 'string' || !URL.canParse(link, 'https://partner-center.invalid')) return undefined;
  const { search } = new URL(link, 'https://partner-center.invalid');
  return search === '' ? undefined : { resources, next: search };
}
