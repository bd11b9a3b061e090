import type { ReferralView } from '../../../application/ports/messages';
import type { MakeButton } from './make-button';
import type { Answer } from './shown';
import type { Expand } from './templates';
import { texts } from './answer-card';
import { inline } from './plain-text';
import type { Reader } from './reader';
import { openInPartnerCenter, referralModel } from './referral-model';
import { calledButton, referralButton } from './stage-buttons';

/** The rest of what a person may do with a referral. */
export function more(expand: Expand, reader: Reader, view: ReferralView, make: MakeButton): Answer {
  const title = reader.say('more.title');
  const text = reader.say('more.text', { customer: inline(view.current.customer.name) });
  const details = make(referralButton(reader, view, 'details'));
  const buttons = [...calledButton(reader, view, make), details, ...openInPartnerCenter(reader, view)];
  const model = referralModel(reader, view, make, { title, buttons });
  return { title, text, card: expand('more', { ...model, texts: texts(text) }) };
}
