import { SCHEMA } from '../../domain/living/document';
import type { RowKey } from '../ports/store';
import type { World } from '../ports/world';
import { changeDocument } from './change-document';

const PAGE = 100;

/**
 * What waits under a key of an earlier program is stored anew, so that the event that frees it finds it. Few wait at a
 * time; nothing else of them changes.
 */
export async function renewOld(world: World): Promise<void> {
  for (const event of ['person-reachable', 'signed-in'])
    for (let after: RowKey | undefined, more = true; more; more = after !== undefined) {
      const page = await world.store.list('referral', { key: `parked/${event}` }, PAGE, after);
      for (const { id, schema } of page.items) if (schema < SCHEMA) await renew(world, id);
      after = page.next;
    }
}

const renew = (world: World, id: string): Promise<unknown> =>
  changeDocument(world.store, 'referral', id, (referral) => ({
    document: { ...referral, schema: SCHEMA },
    result: undefined,
  }));
