import type { Resource } from './resource';

export type ReferralKind =
  /** It tells nothing of itself but whom it is about: an intake may bring no more. */
  | 'lead'
  | 'marketplace-lead'
  | 'customer-inquiry'
  | 'marketing-qualified'
  | 'sales-qualified'
  | 'joint-planning'
  | 'co-sell-inbound'
  | 'co-sell-outbound'
  | 'partner-led'
  | 'private'
  | 'other';

/** Who sent it, as the card says it. */
export type Sender =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'customer' }
  /** `source` and `action`: as Partner Center writes them, which offer's button in which store. */
  | { readonly kind: 'marketplace'; readonly source?: string; readonly action?: string }
  | { readonly kind: 'microsoft-marketing' }
  | { readonly kind: 'microsoft-seller' }
  | { readonly kind: 'partner'; readonly name: string }
  | { readonly kind: 'self' };

const KNOWN_STATUS = new Set(['none', 'new', 'active', 'closed']);
const KNOWN_TYPE = new Set(['independent', 'shared']);

const low = (word: string | null | undefined): string => (word ?? '').toLowerCase();

/**
 * Told by type, qualification and who invited, never by direction alone
 * (learn.microsoft.com/partner-center/developer/referrals-api-introduction); source and action of a marketplace lead
 * must not be used alone for it. Words that we do not know make it read-only (`other`).
 */
export function kindOf(resource: Resource): ReferralKind {
  const type = low(resource.type);
  const qualification = low(resource.qualification);
  if (low(resource.status) !== '' && !KNOWN_STATUS.has(low(resource.status))) return 'other';
  if (/joint\s*planning/i.test(resource.referralProgram ?? '')) return 'joint-planning';
  if (isOwn(resource)) return ownKind(resource);
  if (type === 'shared' || !byMicrosoft(resource)) return 'co-sell-inbound';
  if (type !== '' && !KNOWN_TYPE.has(type)) return 'other';
  switch (qualification) {
    case '':
      return type === '' ? untold(resource) : direct(resource);
    case 'direct':
      return direct(resource);
    case 'marketingqualified':
      return 'marketing-qualified';
    case 'salesqualified':
      return 'sales-qualified';
    default:
      return 'other';
  }
}

/** How the API names Joint Planning leads is not published: this programme's name is an inference. */
const JOINT_PLANNING = 'JointPlanning';

/** The record with that name, where `programs` (of the settings, in any letters) say that its programme is joint planning. */
export function withProgram(resource: Resource, programs: readonly string[] = []): Resource {
  const program = low(resource.referralProgram?.trim());
  return program !== '' && programs.some((one) => low(one) === program)
    ? { ...resource, referralProgram: JOINT_PLANNING }
    : resource;
}

const isMarketplace = ({ referralSource, callToAction }: Resource): boolean =>
  [referralSource, callToAction].some(Boolean);

const direct = (resource: Resource): ReferralKind =>
  isMarketplace(resource) ? 'marketplace-lead' : 'customer-inquiry';

/** Without type and qualification: what else it has may tell it, and nothing is claimed that it does not say. */
const untold = (resource: Resource): ReferralKind =>
  isMarketplace(resource) ? 'marketplace-lead' : inviterOf(resource) === '' ? 'lead' : 'customer-inquiry';

/** Co-sell deals that somebody else brought need a colleague, and say who wrote what. */
export const isCoSell = (kind: ReferralKind): boolean =>
  kind === 'co-sell-inbound' || kind === 'co-sell-outbound' || kind === 'partner-led' || kind === 'private';

export function senderOf(resource: Resource): Sender {
  if (isOwn(resource)) return { kind: 'self' };
  if (!byMicrosoft(resource)) {
    const inviter = resource.inviteContext?.invitedBy;
    return { kind: 'partner', name: inviter?.organizationName ?? inviter?.organizationId ?? '' };
  }
  switch (kindOf(resource)) {
    case 'lead':
    case 'other':
      return { kind: 'unknown' };
    case 'marketplace-lead':
      return marketplaceOf(resource);
    case 'marketing-qualified':
      return { kind: 'microsoft-marketing' };
    case 'customer-inquiry':
      return { kind: 'customer' };
    default:
      return { kind: 'microsoft-seller' };
  }
}

const marketplaceOf = ({ referralSource, callToAction }: Resource): Sender => ({
  kind: 'marketplace',
  ...(referralSource ? { source: referralSource } : {}),
  ...(callToAction ? { action: callToAction } : {}),
});

/** The help asked for; nothing for `Unknown`, which live records have where none is. */
export function helpOf(resource: Resource): string | undefined {
  const code = resource.inviteContext?.assistanceRequestCode;
  return code && low(code) !== 'unknown' ? code : undefined;
}

const inviterOf = (resource: Resource): string => low(resource.inviteContext?.invitedBy?.organizationId);

const byMicrosoft = (resource: Resource): boolean => ['', MICROSOFT].includes(inviterOf(resource));

/** Microsoft's id as an organisation. */
export const MICROSOFT = 'msft';

/**
 * Another organisation's record of an engagement: Microsoft's, or an invited partner's. Only what is shared has such.
 * `organization`: one's own, if it is known; Microsoft's are told without it.
 */
export function isSibling(resource: Resource, organization: string | undefined): boolean {
  const owner = low(resource.organizationId);
  if (owner === MICROSOFT) return true;
  return low(resource.type) === 'shared' && owner !== '' && !['', owner].includes(low(organization));
}

/** Whose account it is, as far as a record can tell: one that is shared with nobody is of whoever can read it. */
export function organizationOf(resource: Resource): string | undefined {
  const owner = low(resource.organizationId);
  return low(resource.type) === 'independent' && owner !== MICROSOFT && owner !== '' ? owner : undefined;
}

/** Ours: we invited, or nobody did and it goes out. */
export function isOwn(resource: Resource): boolean {
  const inviter = inviterOf(resource);
  if (inviter !== '') return inviter === low(resource.organizationId);
  return low(resource.direction) === 'outgoing';
}

/**
 * Deal types by whether it is shared with Microsoft and by its visibility to sellers. The help asked for tells nothing:
 * live own records have `Unknown` there also where help was asked, it stands presumably on Microsoft's own record.
 */
function ownKind(resource: Resource): ReferralKind {
  if (low(resource.type) === 'shared') return 'co-sell-outbound';
  const shared = Object.entries(resource.consent ?? {}).some(
    ([name, value]) => low(name) === 'consenttosharereferralwithmicrosoftsellers' && value === true,
  );
  return shared ? 'partner-led' : 'private';
}
