import { DEAL_LISTS, type DealList } from '../deal/lists';
import { mergeEntries, type Three } from '../deal/merge-entries';
import { stageOf } from '../record/reading';
import type { Resource } from '../record/resource';

const RANK = { received: 0, accepted: 1, archived: 2 } as const;

/** Always the newest word's, and nothing that people change. */
const BOOKKEEPING = new Set(['/updatedDateTime', '/eTag', '/links', '/@odata.context', '/lastModifiedVia']);
const STAGE = new Set(['/status', '/substatus', '/acceptedDateTime', '/closedDateTime']);

const LISTS: ReadonlyMap<string, DealList> = new Map(
  DEAL_LISTS.map((list) => [`/${list.at.join('/')}`, list]),
);

type Tree = Readonly<Record<string, unknown>>;

export interface Merged {
  readonly merged: Resource;
  /**
   * JSON pointers of fields that the intake changed and people had changed too: people's stand. An entry of a list is named by its
   * number in the intake, or by its list where the intake leaves it out.
   */
  readonly kept: readonly string[];
  readonly changed: boolean;
}

/**
 * Applies the difference between two intakes of one referral to what stands now. A stage never moves backwards; a field
 * that differs from the previous intake was changed by people and is kept; in the lists of a deal that is told entry by entry.
 */
export function merge(standing: Resource, previous: Resource, incoming: Resource): Merged {
  const kept: string[] = [];
  const stage = stageMove(standing, previous, incoming);
  if (stage === 'kept') kept.push('/status');
  const settled = ({ now, before, next }: Three<unknown>, path: string): unknown => {
    if (same(next, before) || same(next, now)) return now;
    if (same(now, before)) return next;
    kept.push(path);
    return now;
  };
  const walk = (now: unknown, before: unknown, next: unknown, path: string): unknown => {
    if (isTree(next) && (isTree(now) || now === undefined || now === null)) {
      const names = new Set([...Object.keys(next), ...Object.keys(isTree(now) ? now : {})]);
      return Object.fromEntries(
        [...names].map((name) => [
          name,
          walk(at(now, name), at(before, name), at(next, name), `${path}/${name}`),
        ]),
      );
    }
    if (BOOKKEEPING.has(path)) return next ?? now;
    if (STAGE.has(path)) return stage === 'forward' ? (next ?? now) : now;
    const list = LISTS.get(path);
    if (list && Array.isArray(next))
      return mergeEntries(list, { now: listed(now), before: listed(before), next }, (entry, index) =>
        isTree(entry.now) && isTree(entry.next)
          ? walk(entry.now, entry.before, entry.next, `${path}/${String(index)}`)
          : settled(entry, index === undefined ? path : `${path}/${String(index)}`),
      );
    return next === undefined ? now : settled({ now, before, next }, path);
  };
  const merged = walk(standing, previous, incoming, '') as Resource;
  return { merged, kept, changed: !same(without(merged), without(standing)) };
}

function stageMove(standing: Resource, previous: Resource, incoming: Resource): 'forward' | 'kept' | 'none' {
  const [now, before, next] = [standing, previous, incoming].map((resource) => RANK[stageOf(resource)]) as [
    number,
    number,
    number,
  ];
  if (next > now) return 'forward';
  return next !== before && next < now ? 'kept' : 'none';
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const at = (tree: unknown, name: string): unknown =>
  isTree(tree) && Object.hasOwn(tree, name) ? tree[name] : undefined;

/** Null and absent are the same: the API leaves out or nulls what is empty. */
const same = (one: unknown, other: unknown): boolean => sorted(one ?? null) === sorted(other ?? null);

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    isTree(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );

const without = (resource: Resource): Tree =>
  Object.fromEntries(Object.entries(resource).filter(([name]) => !BOOKKEEPING.has(`/${name}`)));
