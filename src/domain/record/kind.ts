import type { Resource } from './resource';

export type ReferralKind =
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
  | { readonly kind: 'customer' }
  | { readonly kind: 'microsoft-marketing' }
  | { readonly kind: 'microsoft-seller' }
  | { readonly kind: 'partner'; readonly name: string }
  | { readonly kind: 'self' };

const KNOWN_STATUS = new Set(['none', 'new', 'active', 'closed']);
const KNOWN_TYPE = new Set(['independent', 'shared']);

const low = (word: string | null | undefined): string => (word ?? '').toLowerCase();

/**
 * Told by type, qualification and who invited, never by direction alone
 * (learn.microsoft.com/partner-center/developer/referrals-api-introduction). A record that tells nothing of itself,
 * as an intake may bring it, is a customer's inquiry; words that we do not know make it read-only (`other`).
 */
export function kindOf(resource: Resource): ReferralKind {
  const type = low(resource.type);
  const qualification = low(resource.qualification);
  if (low(resource.status) !== '' && !KNOWN_STATUS.has(low(resource.status))) return 'other';
  if (type !== '' && !KNOWN_TYPE.has(type)) return 'other';
  // How the API names Joint Planning leads is not published; the programme's name is an inference.
  if (/joint\s*planning/i.test(resource.referralProgram ?? '')) return 'joint-planning';
  if (isOwn(resource)) return ownKind(resource);
  if (type === 'shared' || !byMicrosoft(resource)) return 'co-sell-inbound';
  switch (qualification) {
    case '':
    case 'direct':
      return 'customer-inquiry';
    case 'marketingqualified':
      return 'marketing-qualified';
    case 'salesqualified':
      return 'sales-qualified';
    default:
      return 'other';
  }
}

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
    case 'marketing-qualified':
      return { kind: 'microsoft-marketing' };
    case 'customer-inquiry':
    case 'other':
      return { kind: 'customer' };
    default:
      return { kind: 'microsoft-seller' };
  }
}

/** The help asked for; nothing for `Unknown`, which live records have where none is. */
export function helpOf(resource: Resource): string | undefined {
  const code = resource.inviteContext?.assistanceRequestCode;
  return code && code !== 'Unknown' ? code : undefined;
}

const inviterOf = (resource: Resource): string => low(resource.inviteContext?.invitedBy?.organizationId);

const byMicrosoft = (resource: Resource): boolean => ['', 'msft'].includes(inviterOf(resource));

/** Ours: we invited, or nobody did and it goes out. */
function isOwn(resource: Resource): boolean {
  const inviter = inviterOf(resource);
  if (inviter !== '') return inviter === low(resource.organizationId);
  return low(resource.direction) === 'outgoing';
}

/** Deal types by visibility to sellers and help asked for (Partner Center's manage-co-sell-opportunities page). */
function ownKind(resource: Resource): ReferralKind {
  const shared = Object.entries(resource.consent ?? {}).some(
    ([name, value]) => low(name) === 'consenttosharereferralwithmicrosoftsellers' && value === true,
  );
  if (!shared && low(resource.type) !== 'shared') return 'private';
  return helpOf(resource) === undefined ? 'partner-led' : 'co-sell-outbound';
}
