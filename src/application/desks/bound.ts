import type { Desk } from '../../domain/desk/desk';
import { FORMER_DESK } from '../../domain/projection';
import type { Store } from '../ports/store';

type Reads = Pick<Store, 'get' | 'list'>;

/** The desk of this channel; undefined: it is none, or none any more. */
export async function boundDesk(store: Reads, channel: string | undefined): Promise<Desk | undefined> {
  const desk = channel === undefined ? undefined : await store.get('desk', channel);
  return desk?.unbound ? undefined : desk;
}

/** All desks there are, the first bound first. */
export async function boundDesks(store: Reads, atMost: number): Promise<readonly Desk[]> {
  return (await store.list('desk', { urgentBefore: FORMER_DESK }, atMost)).items;
}
