import type { ReferralView } from '../../../application/ports/messages';
import { dealFacts } from './facts';
import type { Draft } from './mail';
import { dated } from './moments';
import { place } from './names';
import { line } from './plain-text';
import type { Reader } from './reader';
import { namedByRow } from './string-key';

/** A mail program takes an address of about 2,000 characters. */
const LONGEST = 200;

/**
 * To the partner development manager, who helps where Microsoft does not answer an invitation: what was asked when, about
 * whom, and where it stands. `since`: when Microsoft was invited, ms UTC.
 */
export function managerMail(reader: Reader, view: ReferralView, since: number): Draft {
  const { customer } = view.current;
  const name = line(customer.name, 100);
  const day = dated(reader, since);
  const until = view.microsoft?.kind === 'waiting' ? view.microsoft.until : undefined;
  const facts = [
    [reader.say('manager-mail.customer'), [name, place(reader, customer)].filter(Boolean).join(', ')],
    ...dealFacts(reader, view.current).map(({ key, value }) => [
      reader.say(namedByRow(`facts.${key}`)),
      value,
    ]),
    [reader.say('manager-mail.link'), view.webUrl || view.referralId],
  ] as const;
  return {
    subject: reader.say('manager-mail.subject', { customer: name }),
    body: [
      reader.say('manager-mail.hello'),
      until === undefined
        ? reader.say('manager-mail.asks-open', { day, customer: name })
        : reader.say('manager-mail.asks', { day, customer: name, until: dated(reader, until) }),
      facts
        .filter(([, value]) => value !== '')
        .map(([label = '', value = '']) =>
          reader.say('manager-mail.fact', { label, value: line(value, LONGEST) }),
        )
        .join('\n'),
      [reader.say('manager-mail.end'), line(view.owner?.name ?? '', 80)].filter(Boolean).join('\n'),
    ].join('\n\n'),
  };
}
