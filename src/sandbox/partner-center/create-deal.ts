import { randomUUID } from 'node:crypto';
import type { Resource } from '../../domain/record/resource';
import { invitationOf } from './inviting';
import type { Refused } from './refused';
import { settleEdit } from './rules';
import { OWN } from './sample-record';
import { linksOf, merged } from './samples';
import { stampOfMs } from './stamps';

const REQUIRED = ['name', 'qualification', 'type', 'customerProfile', 'consent', 'details'] as const;

/**
 * A deal of the partner's own out of a POST's body, or in words what it lacks (create-a-referral page). Own deals begin
 * accepted, `Incoming` and with help `Unknown` whatever was asked for (§0.1). A second POST with the engagement and
 * Microsoft as its target invites Microsoft (§4): it makes Microsoft's record. `known`: the records there are; `shares`: the
 * partner's own as it is then.
 */
export function createDeal(
  body: unknown,
  url: string,
  now: number,
  known: readonly Resource[] = [],
): { readonly resource: Resource; readonly shares?: Resource } | Refused {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { message: 'The body must be a referral.', target: 'referral' };
  const given = body as Readonly<Record<string, unknown>>;
  const missing = REQUIRED.filter((field) => given[field] === undefined || given[field] === null);
  if (missing.length > 0) return { message: `Required: ${missing.join(', ')}.`, target: 'referral' };
  const { name } = given.customerProfile as { readonly name?: unknown };
  if (typeof name !== 'string' || name.trim() === '')
    return { message: 'Required: customerProfile/name.', target: 'referral' };
  const invited = invitationOf(given, known, url, now);
  if (invited) return 'message' in invited ? invited : { resource: invited.theirs, shares: invited.ours };
  const id = randomUUID();
  const stamp = stampOfMs(now);
  const deal = merged(
    {
      ...{
        engagementId: randomUUID(),
        externalReferenceId: null,
        campaignId: null,
        team: [],
        target: [],
        tags: [],
      },
      inviteContext: {
        ...{ notes: null, assistanceRequestCode: 'Unknown' },
        invitedBy: { organizationId: OWN.id, organizationName: OWN.name },
      },
      mpnId: OWN.mpnId,
      registrationStatus: 'None',
      registrations: [],
    },
    given,
  );
  const resource = {
    ...deal,
    ...{
      id,
      organizationId: OWN.id,
      organizationName: OWN.name,
      direction: 'Incoming',
      links: linksOf(url, id),
    },
    ...{
      status: 'Active',
      substatus: 'Accepted',
      statusReason: null,
      expirationDateTime: null,
      closedDateTime: null,
    },
    ...{ createdDateTime: stamp, acceptedDateTime: stamp },
    inviteContext: { ...(deal.inviteContext as object), assistanceRequestCode: 'Unknown' },
  } as unknown as Resource;
  const settled = settleEdit({ ...resource, team: [] }, resource, now);
  return 'value' in settled ? { resource: settled.value } : { ...settled, target: 'referral' };
}
