import type { ReferralView } from '../../../application/ports/messages';

/** The thread of a referral's card in its channel (Microsoft Learn, "Deep link to a chat or channel message"). '' without one. */
export function threadUrl({ thread }: ReferralView): string {
  if (!thread) return '';
  const { channel, message, tenant } = thread;
  const [place, root] = [channel, message].map(encodeURIComponent);
  return `https://teams.microsoft.com/l/message/${place}/${root}?tenantId=${encodeURIComponent(tenant)}&parentMessageId=${root}`;
}
