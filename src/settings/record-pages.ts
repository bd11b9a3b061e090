import type { Settings } from './fields';

const LEADS_PAGE = 'https://partner.microsoft.com/dashboard/referrals/v2/leads';

/** Where cards link to. The deals' page is the leads' unless it is set. */
export function webUrlsOf(
  { PARTNER_CENTER_WEB_URL: leads, PARTNER_CENTER_COSELL_WEB_URL: deals }: Settings,
  sandbox: boolean,
): { readonly webUrl?: string; readonly coSellWebUrl?: string } {
  const webUrl = leads ?? (sandbox ? undefined : LEADS_PAGE);
  const coSellWebUrl = deals ?? webUrl;
  return {
    ...(webUrl === undefined ? {} : { webUrl }),
    ...(coSellWebUrl === undefined ? {} : { coSellWebUrl }),
  };
}
