/** Where leads come from that stop when a profile or an offer does: the business profile, and the marketplace. */
export type LeadSource = 'profile' | 'marketplace';

/** When the newest lead of each was made (business time, ms), and of which of these silences the admins have heard. */
export interface LeadsHeard {
  readonly newest: Partial<Record<LeadSource, number>>;
  readonly told?: Partial<Record<LeadSource, number>>;
}
