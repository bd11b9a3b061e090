import { keeperOf } from '../../domain/referral/doubles';
import type { Referral } from '../../domain/referral/referral';
import { relist } from '../dispatch/in-list';
import { stepReferral } from '../living/step-referral';
import type { World } from '../ports/world';
import { documentsOf } from '../receive/known-record';

const MOST_RACES = 5;

/** Makes one of all documents of one record: nobody's notes, changes or history are lost. Answers with how many were one too many. */
export async function mergeDoubles(world: World, referralId: string): Promise<number> {
  const [first, ...more] = await documentsOf(world, referralId);
  if (!first || more.length === 0) return 0;
  const keeper = keeperOf([first, ...more]);
  const doubles = [first, ...more].filter((one) => one !== keeper);
  let merged = 0;
  for (const double of doubles) if (await merge(world, keeper.id, double.id)) merged += 1;
  return merged;
}

/** What is done to the double meanwhile is taken on, too, before it ends. */
async function merge(world: World, keeper: string, id: string): Promise<boolean> {
  for (let race = 0; race < MOST_RACES; race += 1) {
    const double = await world.store.get('referral', id);
    if (double?.own.doubleOf !== undefined || !double) return false;
    const kept = await stepReferral(world, keeper, { kind: 'takes-on', double });
    if (kept?.referral.own.doubles?.includes(id) !== true) return false;
    const { version } = double;
    const cards = kept.referral.own.places.flatMap(({ activity }) => activity ?? []);
    const ended = await stepReferral(world, id, { kind: 'taken-on', by: keeper, version, kept: cards });
    if (ended?.referral.own.doubleOf === undefined) continue;
    await drawListsAnew(world, double);
    // Another account's comparison may have made one of them in the same moment.
    return ended.outcome.kind === 'updated';
  }
  return false;
}

async function drawListsAnew(world: World, { own: { desk, places } }: Referral): Promise<void> {
  if (desk === undefined) return;
  for (const { listed } of places) if (listed !== undefined) await relist(world, desk, listed);
}
