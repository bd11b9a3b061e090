import { randomUUID } from 'node:crypto';
import type { Resource } from '../../domain/record/resource';
import { SHAPES, type SampleKind } from './sample-shapes';
import { CITIES, COMPANIES, NEEDS, type City, type Need } from './sample-pool';
import { commonRecord, OWN, type Customer } from './sample-record';
import { stampOfMs } from './stamps';

export { SAMPLE_KINDS, isSampleKind, type SampleKind } from './sample-shapes';

const DAY_MS = 86_400_000;
/** "14 days (currently)" for what is sent to a partner; live records end at midnight or at the hour of creation. */
const EXPIRES_AFTER_MS = 14 * DAY_MS;

/** What a caller sets of a sample; objects are merged deeply, anything else is replaced. */
export type Overrides = Readonly<Record<string, unknown>>;

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
  const need = NEEDS[customer.index % NEEDS.length] as Need;
  const base = { id, ...commonRecord(customer, need, created), links: linksOf(about.url, id) };
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
