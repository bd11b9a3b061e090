import type { ReferralView } from '../../../application/ports/messages';
import type { StringKey } from '../cards/string-key';

/** The button says what will happen: who is told depends on who sent it; a desk that stands alone tells nobody. */
export function declineTitle({ connected, current: { sender, kind } }: ReferralView): StringKey {
  const nobody = !connected || sender.kind === 'self' || sender.kind === 'unknown';
  if (nobody) return 'buttons.decline';
  if (sender.kind === 'partner') return 'buttons.decline-partner';
  return kind === 'co-sell-inbound' ? 'buttons.decline-microsoft' : 'buttons.decline-customer';
}
