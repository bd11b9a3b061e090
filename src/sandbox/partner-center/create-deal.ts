import { randomUUID } from 'node:crypto';
import type { Resource } from '../../domain/record/resource';
import { settleEdit } from './rules';
import { OWN } from './sample-record';
import { linksOf, merged } from './samples';
import { stampOfMs } from './stamps';

const REQUIRED = ['name', 'qualification', 'type', 'customerProfile', 'consent', 'details'] as const;

/**
 * A deal of the partner's own out of a POST's body, or in words what it lacks (create-a-referral page). Own deals begin
 * accepted. Inviting Microsoft by a second POST is not played: its own side of a deal is no record of the partner.
 */
export function createDeal(
  body: unknown,
  url: string,
  now: number,
): { readonly resource: Resource } | { readonly problem: string } {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { problem: 'The body must be a referral.' };
  const given = body as Readonly<Record<string, unknown>>;
  const missing = REQUIRED.filter((field) => given[field] === undefined || given[field] === null);
  if (missing.length > 0) return { problem: `Required: ${missing.join(', ')}.` };
  const { name } = given.customerProfile as { readonly name?: unknown };
  if (typeof name !== 'string' || name.trim() === '') return { problem: 'Required: customerProfile/name.' };
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
    },
    given,
  );
  const resource = {
    ...deal,
    ...{
      id,
      organizationId: OWN.id,
      organizationName: OWN.name,
      direction: 'Outgoing',
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
  } as unknown as Resource;
  const settled = settleEdit({ ...resource, team: [] }, resource, now);
  return 'value' in settled ? { resource: settled.value } : { problem: settled.message };
}
