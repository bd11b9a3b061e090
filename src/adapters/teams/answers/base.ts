import type { ReferralView } from '../../../application/ports/messages';
import { referralCard } from '../cards/referral-card';
import { summaryLine } from '../cards/summary-line';
import type { AnswerKind } from './kind';

/** The referral's card as it stands in the channel, for the one who comes back to it. */
export interface Base {
  readonly kind: 'base';
  readonly view: ReferralView;
}

export const baseKind: AnswerKind<Base> = {
  draw({ expand, buttons, reader }, base, { surface }) {
    const view = { ...base.view, audience: 'channel' as const };
    const of = reader(view, view.now);
    const card = referralCard(expand, of, view, buttons(surface));
    return { title: of.say('buttons.details'), text: summaryLine(of, view), card };
  },
  page: () => 'closed',
};
