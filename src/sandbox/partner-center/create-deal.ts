import { randomUUID } from 'node:crypto';
import type { Resource } from '../../domain/record/resource';
import { settleEdit } from './rules';
import { OWN } from './sample-record';
import { linksOf, merged } from './samples';
import { microsoftsRecord } from './sibling-record';
import { stampOfMs } from './stamps';

const REQUIRED = ['name', 'qualification', 'type', 'customerProfile', 'consent', 'details'] as const;

/**
 * A deal of the partner's own out of a POST's body, or in words what it lacks (create-a-referral page). Own deals begin
 * accepted, `Incoming` and with help `Unknown` whatever was asked for (§0.1). A second POST with the engagement and
 * Microsoft as its target invites Microsoft (§4): it makes Microsoft's record. `known`: the records there are.
 */
export function createDeal(
  body: unknown,
  url: string,
  now: number,
  known: readonly Resource[] = [],
): { readonly resource: Resource } | { readonly problem: string } {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { problem: 'The body must be a referral.' };
  const given = body as Readonly<Record<string, unknown>>;
  const missing = REQUIRED.filter((field) => given[field] === undefined || given[field] === null);
  if (missing.length > 0) return { problem: `Required: ${missing.join(', ')}.` };
  const { name } = given.customerProfile as { readonly name?: unknown };
  if (typeof name !== 'string' || name.trim() === '') return { problem: 'Required: customerProfile/name.' };
  const invited = invitation(given, known);
  if (invited) return { resource: microsoftsRecord(invited.deal, invited.help, url, now) };
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
  return 'value' in settled ? { resource: settled.value } : { problem: settled.message };
}

type Given = Readonly<Record<string, unknown>>;

/** An invitation of Microsoft to a deal that is here, and the help asked for. */
function invitation(
  { engagementId, target, inviteContext }: Given,
  known: readonly Resource[],
): { readonly deal: Resource; readonly help?: string } | undefined {
  const toMicrosoft =
    Array.isArray(target) && target.some((one: { readonly id?: unknown } | null) => one?.id === 'msft');
  const deal = known.find((one) => one.engagementId === engagementId && one.organizationId === OWN.id);
  if (!toMicrosoft || !deal) return undefined;
  const help = (inviteContext as { readonly assistanceRequestCode?: unknown } | null | undefined)
    ?.assistanceRequestCode;
  return typeof help === 'string' ? { deal, help } : { deal };
}
