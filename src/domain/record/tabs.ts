import type { ReferralKind } from './kind';

/**
 * Partner Center's two tabs of referrals, by their parts ("Manage leads", "Manage co-sell opportunities"). What came
 * without any of its kind is listed with what customers themselves asked for; a kind that we do not know in no tab.
 */
const PARTS: Readonly<Record<ReferralKind, readonly [tab: Tab, part: string] | undefined>> = {
  lead: ['leads', 'marketplace'],
  'marketplace-lead': ['leads', 'marketplace'],
  'customer-inquiry': ['leads', 'marketplace'],
  'marketing-qualified': ['leads', 'qualified'],
  'sales-qualified': ['leads', 'qualified'],
  'joint-planning': ['leads', 'qualified'],
  'co-sell-inbound': ['co-sell', 'inbound'],
  'co-sell-outbound': ['co-sell', 'outbound'],
  'partner-led': ['co-sell', 'outbound'],
  private: ['co-sell', 'outbound'],
  other: undefined,
};

type Tab = 'leads' | 'co-sell';

/** The key of a tab, or of a part of it. */
export const tabKey = (tab: Tab, part?: 'marketplace' | 'qualified' | 'inbound' | 'outbound'): string =>
  part === undefined ? `tab/${tab}` : `tab/${tab}/${part}`;

/** Under which of them a referral of this kind is found. */
export const tabKeys = (kind: ReferralKind): string[] => {
  const [tab, part] = PARTS[kind] ?? [];
  return tab === undefined ? [] : [tabKey(tab), `${tabKey(tab)}/${part ?? ''}`];
};
