import type { Desk } from '../../domain/desk/desk';
import type { World } from '../ports/world';
import { adminsOf } from './audience';
import type { Refusal } from './refusal';

/** Somebody wants what admins alone may: with the names of those who do, at a desk or anywhere. */
export async function adminOnly(
  world: World,
  desk?: Desk,
): Promise<Extract<Refusal, { kind: 'admin-only' }>> {
  const admins = await adminsOf(world, desk, false);
  return { kind: 'admin-only', ask: admins.map(({ to }) => to.name) };
}
