import { randomUUID } from 'node:crypto';
import type { Resource } from '../../domain/record/resource';
import { linksOf } from './samples';
import { stampOfMs } from './stamps';

const DAY_MS = 86_400_000;
/** "Microsoft seller response to outbound: 14 days" (partner-center.md §6.1). */
const ANSWER_WITHIN_MS = 14 * DAY_MS;

const MICROSOFT = { organizationId: 'msft', organizationName: 'Microsoft' };

/**
 * Microsoft's record of a shared deal (§3: "the Microsoft-side sibling has its own New/Pending"; §4: it stands in the same
 * engagement). Of a deal that Microsoft brought it is accepted from the start: inference. `help`: what was asked for; that
 * it stands here and not on the partner's own record is §0.1's inference. `now`: ms UTC.
 */
export function microsoftsRecord(
  deal: Resource,
  help: string | undefined,
  url: string,
  now: number,
): Resource {
  const id = randomUUID();
  const ours = deal.inviteContext?.invitedBy?.organizationId === deal.organizationId;
  const stage = ours
    ? { status: 'New', substatus: 'Pending', expirationDateTime: stampOfMs(now + ANSWER_WITHIN_MS) }
    : { status: 'Active', substatus: 'Accepted', acceptedDateTime: stampOfMs(now) };
  return {
    ...deal,
    ...{ acceptedDateTime: null, expirationDateTime: null, closedDateTime: null },
    ...stage,
    ...MICROSOFT,
    ...{ id, createdDateTime: stampOfMs(now), externalReferenceId: null, campaignId: null },
    ...{ target: [{ type: 'BusinessProfileLocation', id: MICROSOFT.organizationId }], team: [] },
    inviteContext: { ...deal.inviteContext, assistanceRequestCode: help ?? 'Unknown' },
    links: linksOf(url, id),
  };
}
