import type { Resource } from '../../domain/record/resource';
import { isIdlePlan } from './joint-planning-rule';
import type { Ledger } from './ledger';
import { stampOfMs } from './stamps';

/** §3: joint planning leads are lost 60 days after they were accepted, without action. */
const ACT_WITHIN_MS = 60 * 86_400_000;

interface End {
  readonly at: number;
  readonly substatus: 'Expired' | 'Lost';
  readonly statusReason?: string;
}

/** When and how the service ends a referral by itself, in ms; undefined: it does not. */
function endOf(resource: Resource): End | undefined {
  const { status, expirationDateTime, acceptedDateTime } = resource;
  if (status === 'New' && expirationDateTime)
    return soon({ at: Date.parse(expirationDateTime), substatus: 'Expired' });
  if (!acceptedDateTime || !isIdlePlan(resource)) return undefined;
  const at = Date.parse(acceptedDateTime) + ACT_WITHIN_MS;
  return soon({ at, substatus: 'Lost', statusReason: 'No action within 60 days' });
}

const soon = (end: End): End | undefined => (Number.isNaN(end.at) ? undefined : end);

export function nextExpiry(ledger: Ledger): number | undefined {
  const times = ledger.all().flatMap((resource) => endOf(resource)?.at ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** The service closes by itself what was not answered, or acted on, in time. */
export async function expireDue(ledger: Ledger): Promise<void> {
  const now = ledger.now();
  for (const resource of ledger.all()) {
    const end = endOf(resource);
    if (!end || end.at > now) continue;
    const { at: _, ...as } = end;
    await ledger.write({ ...resource, ...as, status: 'Closed', closedDateTime: stampOfMs(now) });
  }
}
