import type { Member, Resource } from '../../domain/record/resource';
import { ticksOf } from './stamps';

/** A value in a filter: text, or a moment in ticks. */
type Value = string | bigint | null;
export type Test = (resource: Resource) => boolean;

/** The fields that may be filtered by (get-a-list-of-referrals page). */
const FIELDS: Readonly<Record<string, (resource: Resource) => Value>> = {
  engagementId: (resource) => resource.engagementId ?? null,
  status: (resource) => resource.status ?? null,
  substatus: (resource) => resource.substatus ?? null,
  qualification: (resource) => resource.qualification ?? null,
  direction: (resource) => resource.direction ?? null,
  type: (resource) => resource.type ?? null,
  updatedDateTime: (resource) => ticksOf(resource.updatedDateTime) ?? null,
  'customerProfile/address/country': (resource) => resource.customerProfile.address?.country ?? null,
};

const TOKENS =
  /\s*(?:('(?:[^']|'')*')|(\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))|([A-Za-z_][\w/]*)|([():]))/iy;

/** Reads `$filter` as far as the API's page documents it; in words what is not understood. */
export function readFilter(text: string): Test | string {
  const tokens = tokensOf(text);
  if (tokens === undefined) return 'The filter cannot be read.';
  const reader = new Reader(tokens);
  try {
    return reader.whole();
  } catch (error) {
    if (error instanceof NotUnderstood) return error.message;
    throw error;
  }
}

class NotUnderstood extends Error {}

function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = [];
  TOKENS.lastIndex = 0;
  while (text.slice(TOKENS.lastIndex).trim() !== '') {
    const match = TOKENS.exec(text);
    if (!match) return undefined;
    tokens.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
  }
  return tokens;
}

/** or ← and ← comparison, parentheses or the lambda over the team. */
class Reader {
  #at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  whole(): Test {
    const test = this.#either();
    if (this.#at < this.tokens.length)
      throw new NotUnderstood(`Not understood in the filter: ${this.#next()}.`);
    return test;
  }

  #either(): Test {
    const tests = [this.#both()];
    while (this.#take('or')) tests.push(this.#both());
    return (resource) => tests.some((test) => test(resource));
  }

  #both(): Test {
    const tests = [this.#one()];
    while (this.#take('and')) tests.push(this.#one());
    return (resource) => tests.every((test) => test(resource));
  }

  #one(): Test {
    if (this.#take('(')) {
      const test = this.#either();
      this.#expect(')');
      return test;
    }
    const name = this.#next();
    if (name === 'team/any') return this.#lambda();
    const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    if (field === undefined) throw new NotUnderstood(`The field ${name} cannot be filtered by.`);
    const compare = this.#comparison();
    return (resource) => compare(field(resource));
  }

  /** team/any(t:t/email eq 'x@y.z') */
  #lambda(): Test {
    this.#expect('(');
    const variable = this.#next();
    this.#expect(':');
    const path = this.#next();
    if (path !== `${variable}/email`)
      throw new NotUnderstood(`In the lambda only ${variable}/email is known.`);
    const compare = this.#comparison();
    this.#expect(')');
    return (resource) => (resource.team ?? []).some((member: Member) => compare(member.email ?? null));
  }

  #comparison(): (value: Value) => boolean {
    const operator = this.#next();
    const wanted = valueOf(this.#next());
    const order = ORDERS[operator];
    if (operator === 'eq') return (value) => value === wanted;
    if (operator === 'ne') return (value) => value !== wanted;
    if (order === undefined) throw new NotUnderstood(`The operator ${operator} is not known.`);
    return (value) =>
      value !== null && wanted !== null && typeof value === typeof wanted && order(value, wanted);
  }

  #next(): string {
    const token = this.tokens[this.#at];
    if (token === undefined) throw new NotUnderstood('The filter ends too early.');
    this.#at += 1;
    return token;
  }

  #take(token: string): boolean {
    if (this.tokens[this.#at]?.toLowerCase() !== token) return false;
    this.#at += 1;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) throw new NotUnderstood(`The filter lacks a "${token}".`);
  }
}

const ORDERS: Readonly<Record<string, (one: string | bigint, other: string | bigint) => boolean>> = {
  gt: (one, other) => one > other,
  ge: (one, other) => one >= other,
  lt: (one, other) => one < other,
  le: (one, other) => one <= other,
};

function valueOf(token: string): Value {
  if (token === 'null') return null;
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
  const ticks = ticksOf(token);
  if (ticks === undefined) throw new NotUnderstood(`Not a value in the filter: ${token}.`);
  return ticks;
}
