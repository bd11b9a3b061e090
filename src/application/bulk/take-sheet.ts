import { StoreBusy } from '../ports/faults';
import type { World } from '../ports/world';
import { crowdComing } from '../receive/crowd';
import { receiveTogether } from '../receive/receive-referral';
import type { PlannedRow } from './check-sheet';
import type { BulkCounts } from './sheet';

/** So many are stored at once. */
const TOGETHER = 25;

/** Takes in what was checked, as the intake does: once per id, and what comes together is one list where it is too much for cards. */
export async function takeSheet(world: World, rows: readonly PlannedRow[]): Promise<BulkCounts> {
  const coming = rows.filter(({ does }) => does === 'created' || does === 'updated');
  await crowdComing(
    world,
    coming.map(({ resource }) => resource),
    'intake',
  );
  const counts = { created: 0, updated: 0, unchanged: 0, there: 0, kept: 0 };
  for (const { does } of rows) if (does === 'there' || does === 'unchanged') counts[does] += 1;
  for (let from = 0; from < coming.length; from += TOGETHER) {
    const receive = receiveTogether(world);
    const group = coming.slice(from, from + TOGETHER);
    const results = await Promise.all(group.map(({ resource }) => receive(resource)));
    for (const result of results) {
      if (result.kind === 'problem') throw new StoreBusy(result.problem);
      counts[result.kind] += 1;
      counts.kept += result.kept?.length ?? 0;
    }
  }
  return counts;
}
