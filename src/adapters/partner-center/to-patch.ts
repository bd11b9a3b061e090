import { statusOf, withFields, withLists } from '../../domain/deal/change';
import { rawWith, type Held } from '../../domain/deal/entries';
import { DEAL_FIELDS, type DealField } from '../../domain/deal/fields';
import { DEAL_LISTS, type DealList } from '../../domain/deal/lists';
import { isPair, standingAt, type At } from '../../domain/deal/place';
import type { Change } from '../../domain/referral/referral';
import type { Resource } from '../../domain/record/resource';
import { reasonToWire } from './reason-wording';

/** Partner Center takes these two operations of RFC 6902 and no others (patch-a-referral page). */
export interface PatchOperation {
  readonly op: 'replace' | 'add';
  readonly path: string;
  readonly value: unknown;
}

/**
 * A change as JSON Patch against the resource read. An empty text clears its field; a day is written as its midnight in
 * `zone`. Status and substatus always go together. What has no parent in the resource yet (no `details`, no `team`) is
 * added whole: an operation below it would have nothing to stand on.
 */
export function toPatch(
  resource: Resource,
  change: Change,
  zone = 'UTC',
  fields: readonly DealField[] = DEAL_FIELDS,
): PatchOperation[] {
  const after = withLists(withFields(resource, change, { fields, zone }), change);
  const written = fields.filter(({ id }) => (change as Readonly<Record<string, unknown>>)[id] !== undefined);
  const places = written.map(({ at }) => wayOf(at)).sort((one, other) => one.length - other.length);
  const operations = [
    ...places.map((at) => whole(resource, after, at) ?? put(resource, after, at)),
    ...DEAL_LISTS.flatMap((list) => entries(resource, after, list, change[list.id] ?? [])),
  ];
  // Several fields below one that is missing add it once, with all of them.
  const once = operations.filter(({ path }, at) => operations.findIndex((one) => one.path === path) === at);
  const added = operations.filter(({ path }) => path.endsWith('/-'));
  return [...once.filter((one) => !added.includes(one)), ...added, ...stage(change)];
}

const pointer = (at: readonly string[]): string => `/${at.join('/')}`;

const replace = (after: Resource, at: At): PatchOperation => ({
  op: 'replace',
  path: pointer(at),
  value: standingAt(after, at),
});

/** Of what stands in a pair among others its whole list is written: a pointer cannot name a pair (inference). */
function wayOf(at: At): At {
  const pair = at.findIndex(isPair);
  return pair < 1 ? at : (at.slice(0, pair) as unknown as At);
}

const put = (resource: Resource, after: Resource, at: At): PatchOperation =>
  Array.isArray(standingAt(after, at)) && !isThere(resource, at)
    ? { ...replace(after, at), op: 'add' }
    : replace(after, at);

const isThere = (resource: Resource, at: readonly string[]): boolean => {
  const standing = standingAt(resource, at);
  return standing !== undefined && standing !== null;
};

/** Adds the first thing on the way that is missing, with all that is to stand in it; undefined: nothing is. */
function whole(resource: Resource, after: Resource, at: At): PatchOperation | undefined {
  const ways = at.slice(1).map((_, index) => at.slice(0, index + 1));
  const missing = ways.find((way) => !isThere(resource, way));
  return missing && { op: 'add', path: pointer(missing), value: standingAt(after, missing) };
}

/**
 * Entries that are only added are added one by one, as the page shows it. It shows no way to change or remove one: then
 * the list is replaced by what it is to be, which holds only if nobody has changed it since it was read (inference).
 */
function entries(
  resource: Resource,
  after: Resource,
  list: DealList,
  changes: readonly Held[],
): PatchOperation[] {
  if (changes.length === 0) return [];
  const above = whole(resource, after, list.at);
  if (above) return [above];
  if (!isThere(resource, list.at)) return [{ ...replace(after, list.at), op: 'add' }];
  const before = rawWith(resource, list, []);
  const now = rawWith(resource, list, changes);
  const standing = standingAt(resource, list.at);
  const onlyAdds = Array.isArray(standing) && before.every((entry, at) => now[at] === entry);
  return onlyAdds
    ? now.slice(before.length).map((value) => ({ op: 'add', path: `${pointer(list.at)}/-`, value }))
    : [replace(after, list.at)];
}

function stage(change: Change): PatchOperation[] {
  const status = statusOf(change);
  return [
    ...(change.reason === undefined ? [] : [set('/statusReason', orNull(reasonToWire(change.reason)))]),
    ...(status ? [set('/status', status.status), set('/substatus', status.substatus)] : []),
  ];
}

const set = (path: string, value: unknown): PatchOperation => ({ op: 'replace', path, value });
const orNull = (text: string | undefined): string | null | undefined => (text === '' ? null : text);
