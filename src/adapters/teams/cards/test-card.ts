import type { ReferralView } from '../../../application/ports/messages';
import type { MakeButton } from './make-button';
import { inline } from './plain-text';
import type { Reader } from './reader';
import { referralModel } from './referral-model';
import { plainLine } from './runs';
import type { Card } from './shown';
import type { Expand } from './templates';

/** A test that is over: nothing can be done with it any more. */
export function testOverCard(expand: Expand, reader: Reader, view: ReferralView, make: MakeButton): Card {
  const name = inline(view.test?.by.name ?? '', 80);
  const model = referralModel(reader, view, make, {
    title: reader.say('test.over'),
    lines: plainLine(reader.say('test.over-line', { name }), { subtle: true, size: 'Small' }),
    buttons: [],
  });
  return expand('archived', model);
}
