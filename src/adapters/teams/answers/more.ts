import type { ReferralView } from '../../../application/ports/messages';
import type { MakeButton } from '../cards/make-button';
import type { DrawnCard } from '../cards/shown';
import type { Expand } from '../cards/templates';
import { texts } from '../cards/answer-card';
import { inline } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import { openInPartnerCenter, referralModel } from '../cards/referral-model';
import { moreButtons, referralButton } from '../cards/stage-buttons';
import type { AnswerKind } from './kind';

function draw(expand: Expand, reader: Reader, view: ReferralView, make: MakeButton): DrawnCard {
  const title = reader.say('more.title');
  const text = reader.say('more.text', { customer: inline(view.current.customer.name) });
  const details = make(referralButton(reader, view, 'details'));
  const buttons = [...moreButtons(reader, view, make), details, ...openInPartnerCenter(reader, view)];
  const model = referralModel(reader, view, make, { title, buttons });
  return { title, text, card: expand('more', { ...model, texts: texts(text) }) };
}

/** The rest of what a person may do with a referral. */
export interface More {
  readonly kind: 'more';
  readonly view: ReferralView;
}

export const moreKind: AnswerKind<More> = {
  draw: ({ expand, reader, buttons }, { view }, { surface, here }) =>
    draw(expand, reader(view, view.now), view, buttons(surface, here)),
  eyes: () => 'person',
};
