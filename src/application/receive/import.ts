import { MOST_IMPORTED_CARDS } from '../../domain/desk/import-list';
import { importOf } from '../../domain/referral/imported';
import { listedKey, type Referral } from '../../domain/referral/referral';
import { boundDesk } from '../desks/bound';
import { relist } from '../dispatch/in-list';
import { stepReferral } from '../living/step-referral';
import type { World } from '../ports/world';

/** What an account had before the desk knew it is all there: one list in the channel; so few that nobody needs a list are cards. */
export async function showImport(world: World, desk: string, list: string): Promise<void> {
  const { items } = await world.store.list(
    'referral',
    { key: listedKey(desk, list) },
    MOST_IMPORTED_CARDS + 1,
  );
  if (items.length > MOST_IMPORTED_CARDS) await relist(world, desk, list);
  else for (const { id } of items) await stepReferral(world, id, { kind: 'few-imported' });
}

/** Of those that a sweep has brought to a desk. `isLast`: all are there now. */
export async function showImports(
  world: World,
  desk: string | undefined,
  moved: readonly Referral[],
  isLast: boolean,
): Promise<void> {
  if (!(await boundDesk(world.store, desk)) || desk === undefined) return;
  const lists = new Set(moved.map(importOf));
  for (const list of lists) if (list !== undefined) await (isLast ? showImport : relist)(world, desk, list);
}
