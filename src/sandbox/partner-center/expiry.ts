import type { Resource } from '../../domain/record/resource';
import type { Ledger } from './ledger';
import { stampOfMs } from './stamps';

/** When a referral that nobody has answered ends, in ms; undefined: it does not. */
function expiryOf({ status, expirationDateTime }: Resource): number | undefined {
  const at = status === 'New' && expirationDateTime ? Date.parse(expirationDateTime) : NaN;
  return Number.isNaN(at) ? undefined : at;
}

export function nextExpiry(ledger: Ledger): number | undefined {
  const times = ledger.all().flatMap((resource) => expiryOf(resource) ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** The service closes by itself what was not answered in time. */
export async function expireDue(ledger: Ledger): Promise<void> {
  const now = ledger.now();
  const due = ledger.all().filter((resource) => (expiryOf(resource) ?? Infinity) <= now);
  for (const resource of due) {
    await ledger.write({
      ...resource,
      status: 'Closed',
      substatus: 'Expired',
      closedDateTime: stampOfMs(now),
    });
  }
}
