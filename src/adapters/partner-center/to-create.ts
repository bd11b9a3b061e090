import { DEAL_FIELDS, type DealField } from '../../domain/deal/fields';
import { putAt } from '../../domain/deal/place';
import { KINDS, standing } from '../../domain/deal/value-kinds';
import type { Invitation } from '../../domain/referral/referral';
import type { Resource } from '../../domain/record/resource';

/** What a create takes (create-a-referral page). */
const TAKEN = [
  ...['name', 'externalReferenceId', 'campaignId', 'mpnId', 'type', 'qualification'],
  ...['customerProfile', 'consent', 'details', 'team', 'target', 'inviteContext'],
] as const;

/** Microsoft as whom a deal goes to (partner-center.md §2.3). */
const TO_MICROSOFT = [{ type: 'BusinessProfileLocation', id: 'msft' }];

/** "Consent to share customer and partner contacts: create fails otherwise" (bulk-operations page); the customer has given it. */
const AGREED = {
  consentToToShareInfoWithOthers: true,
  consentToContact: true,
  consentToShareReferralWithMicrosoftSellers: true,
};

/**
 * The body of a create: the deal as it stands here, its days as midnights in `zone`. With an invitation it is the second one,
 * for Microsoft's side of the same engagement.
 */
export function toCreate(resource: Resource, zone: string, invites?: Invitation): object {
  const dated = DEAL_FIELDS.filter(({ kind }) => kind === 'day').reduce<Resource>(
    (next, field: DealField) => inZone(next, field, zone),
    resource,
  );
  const body = Object.fromEntries(
    TAKEN.flatMap((name) => (dated[name] === undefined ? [] : [[name, dated[name]] as const])),
  );
  if (!invites) return body;
  const inviteContext = { notes: invites.notes ?? null, assistanceRequestCode: invites.help };
  const consent = { ...resource.consent, ...AGREED };
  const theirs = { type: 'Shared', consent, target: TO_MICROSOFT, inviteContext };
  return { ...body, ...theirs, engagementId: resource.engagementId };
}

function inZone(resource: Resource, field: DealField, zone: string): Resource {
  const day = KINDS.day.read(standing(resource, field));
  return day === undefined ? resource : putAt(resource, field.at, KINDS.day.write(day, undefined, zone));
}
