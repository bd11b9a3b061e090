import type { ReferralView } from '../../../application/ports/messages';
import { acceptedCard } from './accepted-card';
import { archivedCard } from './archived-card';
import type { MakeButton } from './make-button';
import type { Reader } from './reader';
import { receivedCard } from './received-card';
import type { Card } from './shown';
import { testOverCard } from './test-card';
import type { Expand } from './templates';

const CARDS = { received: receivedCard, accepted: acceptedCard, archived: archivedCard };

/** The card of a referral as it stands: one for the channel, or a person's own copy. */
export function referralCard(expand: Expand, reader: Reader, view: ReferralView, make: MakeButton): Card {
  const draw = view.test?.over === undefined ? CARDS[view.current.stage] : testOverCard;
  return draw(expand, reader, view, make);
}
