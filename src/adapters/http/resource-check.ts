import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { fieldsBelow, type ValueKind } from '../../domain/deal/fields';
import { listOf, type DealListId, type PartKind } from '../../domain/deal/lists';
import type { Resource } from '../../domain/record/resource';
import type { FieldProblem } from './problem';

const MAX_PROBLEMS = 50;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const NUMBER = /^\d{1,15}(?:\.\d{1,20})?$/;
/** NUL and halves of surrogate pairs cannot be stored or shown. */
// oxlint-disable-next-line no-control-regex
const UNREADABLE = /[\u0000\ud800-\udfff]/u;

const must = (words: string) => (issue: { readonly input?: unknown }) =>
  issue.input === undefined ? 'is needed' : words;

const text = (longest: number) =>
  z.string({ error: must('must be text') }).max(longest, `is longer than ${longest} characters`);
const maybe = (longest: number) => text(longest).nullish();
/** Partner Center's own samples have it as a boolean, a vendor's model as text. */
const flag = z
  .union([z.boolean(), z.string().regex(/^(?:true|false)$/i)], { error: must('must be true or false') })
  .nullish();
const date = z
  .string({ error: must('must be a date and time as text') })
  .refine(
    (value) => DATE_TIME.test(value) && DateTime.fromISO(value, { zone: 'utc' }).isValid,
    'must be a real date and time in ISO 8601, for example 2026-03-02T09:00:00Z',
  );
const object = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.looseObject(shape, { error: must('must be an object') });
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item, { error: must('must be a list') })
    .max(500, 'has more than 500 entries')
    .nullish();

const money = z
  .union([z.number(), z.string()], { error: must('must be a number') })
  .refine(
    (value) => NUMBER.test(typeof value === 'number' && value < 1e15 ? String(value) : `${value}`),
    'must be a number of at most 15 digits, not below zero',
  );

/** How strictly the deal's fields are checked, by what they are. */
const FIELDS: Readonly<Record<ValueKind, z.ZodType>> = {
  text: maybe(500),
  choice: maybe(100),
  currency: maybe(20),
  day: date.nullish(),
  notes: maybe(50_000),
  money: money.nullish(),
  flag: z.boolean({ error: must('must be true or false') }).nullish(),
};
const dealFields = (parent?: string): Record<string, z.ZodType> =>
  Object.fromEntries(fieldsBelow(parent).map(([name, { kind }]) => [name, FIELDS[kind]]));

/** And the entries of its lists. */
const PARTS: Readonly<Record<PartKind, z.ZodType>> = {
  text: maybe(500),
  // The longest address is 254 characters (RFC 5321).
  email: maybe(320),
  currency: maybe(20),
  decimal: money.nullish(),
  day: date.nullish(),
  flag: z.boolean({ error: must('must be true or false') }).nullish(),
};
const entries = (id: Exclude<DealListId, 'registrations'>): z.ZodType =>
  list(object(Object.fromEntries(listOf(id).parts.map(({ at, kind }) => [at[0], PARTS[kind]]))));

const named = object({ id: maybe(500), name: maybe(500) });

/** Partner Center's referral resource as `domain/record/resource.ts` reads it; what it does not name is kept unread. */
const resource = object({
  id: text(100).regex(/^[A-Za-z0-9._:-]{1,100}$/, 'must be 1 to 100 of A-Z a-z 0-9 . _ : -'),
  createdDateTime: date,
  customerProfile: object({
    name: text(500).refine((value) => value.trim() !== '', 'must not be empty'),
    size: maybe(100),
    address: object({
      addressLine1: maybe(500),
      city: maybe(200),
      state: maybe(200),
      postalCode: maybe(100),
      country: maybe(100),
    }).nullish(),
    team: entries('contacts'),
  }),
  ...dealFields(),
  engagementId: maybe(200),
  organizationId: maybe(200),
  organizationName: maybe(500),
  updatedDateTime: date.nullish(),
  expirationDateTime: date.nullish(),
  acceptedDateTime: date.nullish(),
  closedDateTime: date.nullish(),
  status: maybe(100),
  substatus: maybe(100),
  statusReason: maybe(10_000),
  type: maybe(100),
  qualification: maybe(100),
  direction: maybe(100),
  referralProgram: maybe(200),
  referralSource: maybe(200),
  callToAction: maybe(200),
  mpnId: maybe(100),
  target: list(object({ type: maybe(100), id: maybe(500), name: maybe(500) })),
  consent: object({}).nullish(),
  details: object({
    ...dealFields('details'),
    customerRequestedContact: flag,
    requirements: object({
      industries: list(named),
      products: list(named),
      services: list(named),
      solutions: entries('solutions'),
    }).nullish(),
  }).nullish(),
  team: entries('colleagues'),
  inviteContext: object({
    notes: maybe(50_000),
    assistanceRequestCode: maybe(200),
    invitedBy: object({ organizationId: maybe(200), organizationName: maybe(500) }).nullish(),
  }).nullish(),
  eTag: maybe(500),
});

export type Checked =
  | { readonly resource: Resource }
  /** At most 50, each with the place it is about. */
  | { readonly errors: readonly FieldProblem[] };

/** Whether a JSON value is a referral resource. Nothing in it is changed or left out. */
export function checkResource(value: unknown): Checked {
  const parsed = resource.safeParse(value);
  const errors = [
    ...(parsed.error?.issues ?? []).map((issue) => ({
      pointer: pointerOf(issue.path.map(String)),
      detail: issue.message,
    })),
    ...unreadable(value, []),
  ];
  // The value itself, not zod's copy of it: its order of fields and its unknown parts stay as they came.
  return errors.length === 0 ? { resource: value as Resource } : { errors: errors.slice(0, MAX_PROBLEMS) };
}

const pointerOf = (path: readonly string[]): string =>
  path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function unreadable(value: unknown, path: readonly string[]): FieldProblem[] {
  const found: FieldProblem[] = [];
  if (typeof value === 'string' && UNREADABLE.test(value)) {
    found.push({ pointer: pointerOf(path), detail: 'holds a character that cannot be stored' });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (UNREADABLE.test(key)) {
        found.push({ pointer: pointerOf(path), detail: 'has a field whose name cannot be stored' });
      } else found.push(...unreadable(inner, [...path, key]));
    }
  }
  return found;
}
