import type { Current } from './current';

/** Who outside one's own company reads what is written into the record. */
export type Readers =
  /** Microsoft's sellers do not see it. */
  | { readonly kind: 'private' }
  | { readonly kind: 'microsoft' }
  /** Microsoft, and the partner who invited. */
  | { readonly kind: 'partner'; readonly name: string }
  /** Of a lead nothing is published: whoever sees it in Partner Center. */
  | { readonly kind: 'record' };

/**
 * Told by the kind: a private deal is shared with nobody, a partner-led one and co-sell with Microsoft's sellers (consent
 * `consentToShareReferralWithMicrosoftSellers`, manage-co-sell-opportunities page), what a partner sent with both.
 */
export function readersOf({ kind, sender }: Pick<Current, 'kind' | 'sender'>): Readers {
  switch (kind) {
    case 'private':
      return { kind: 'private' };
    case 'partner-led':
    case 'co-sell-outbound':
    case 'co-sell-inbound':
      return sender.kind === 'partner' ? { kind: 'partner', name: sender.name } : { kind: 'microsoft' };
    default:
      return { kind: 'record' };
  }
}
