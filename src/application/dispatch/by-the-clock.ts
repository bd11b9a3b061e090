import type { AnyDocument } from '../../domain/documents';
import type { Effect, Settlement } from '../../domain/effects';
import type { Notice } from '../../domain/notices';
import type { World } from '../ports/world';

/** What is said because a moment has come. */
const BY_THE_CLOCK: ReadonlySet<Notice['kind']> = new Set(['reminder', 'escalation', 'remind']);

/** A machine whose clock is known to be wrong reminds nobody by it: what it would say waits until the clock is right. */
export async function waitsForClock(
  { store }: World,
  document: AnyDocument,
  effect: Effect,
): Promise<Settlement | undefined> {
  if (document.kind !== 'referral' || !('notice' in effect) || !BY_THE_CLOCK.has(effect.notice.kind))
    return undefined;
  const account = await store.get('account', document.account);
  return account?.clockOff === undefined
    ? undefined
    : { kind: 'parked', until: 'clock-right', problem: "this machine's clock is wrong" };
}
