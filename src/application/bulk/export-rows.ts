import { writeRows } from '../../domain/bulk/write-rows';
import type { Person } from '../../domain/person/person';
import { READ_ONLY } from '../../domain/projection';
import { seenResource } from '../../domain/referral/face';
import type { Referral } from '../../domain/referral/referral';
import { scope } from '../lists/list-referrals';
import { desksOf, withoutDesk } from '../people/membership';
import type { Refusal } from '../people/refusal';
import type { ListQuery, RowKey } from '../ports/store';
import type { World } from '../ports/world';

/** What Partner Center gives at once, too (bulk-operations page). */
const MOST_ROWS = 5_000;
const PAGE = 100;
const STAGES = ['received', READ_ONLY, 'accepted', 'archived'] as const;

/** `rows`: the titles first; `count`: of referrals; `more`: there are more than fit. */
export interface Exported {
  readonly kind: 'exported';
  readonly rows: readonly (readonly string[])[];
  readonly count: number;
  readonly more: boolean;
}

/** All that this person may see: of their desks, and what they own elsewhere. */
export async function exportFor(world: World, by: Person): Promise<Exported | Refusal> {
  const desks = await desksOf(world, by);
  const { all, own } = desks;
  if (all === 0) return { kind: 'no-desk' };
  const theirs = own.length === 0 ? [] : [scope('all-deals', all, own)];
  const exported = await exportOf(world, [...theirs, { owner: by.id }]);
  return own.length === 0 && exported.count === 0 ? withoutDesk(desks) : exported;
}

/** What fits these queries, each referral once: the open ones first. */
export async function exportOf(world: World, queries: readonly ListQuery[]): Promise<Exported> {
  const found = new Map<string, Referral>();
  for (const stage of STAGES)
    for (const query of queries)
      for await (const referral of listed(world, { ...query, stage }, () => found.size <= MOST_ROWS))
        found.set(referral.id, referral);
  const referrals = [...found.values()].slice(0, MOST_ROWS);
  const resources = referrals.map((one) => ({ ...seenResource(one), id: one.referralId }));
  return {
    kind: 'exported',
    rows: writeRows(resources),
    count: referrals.length,
    more: found.size > MOST_ROWS,
  };
}

async function* listed(world: World, query: ListQuery, goOn: () => boolean): AsyncIterable<Referral> {
  for (let after: RowKey | undefined, more = true; more && goOn(); more = after !== undefined) {
    const page = await world.store.list('referral', query, PAGE, after);
    yield* page.items;
    after = page.next;
  }
}
