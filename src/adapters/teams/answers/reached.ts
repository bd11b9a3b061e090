import type { ReferralView } from '../../../application/ports/messages';
import { answerCard } from '../cards/answer-card';
import { defused } from '../cards/plain-text';
import type { AnswerKind } from './kind';

/** Asked once, of somebody who was about to reach a customer: how did it go? */
export interface Reached {
  readonly kind: 'reached';
  readonly view: ReferralView;
}

export const reachedKind: AnswerKind<Reached> = {
  draw({ expand, reader, buttons }, { view }, { surface, here }) {
    const reading = reader(view, view.now);
    const make = buttons(surface, here);
    const ways = make.looks.flatMap(({ operation: { name }, answers = [] }) =>
      answers.map((words) => ({ verb: name, data: words === '' ? {} : { words }, key: words || name })),
    );
    const title = reading.say('reached.ask', { customer: defused(view.current.customer.name, 80) });
    return answerCard(expand, reading, {
      title,
      text: '',
      fallback: title,
      buttons: ways.map(({ verb, data, key }) =>
        make({ verb, title: reading.say(`buttons.${key}`), data: { referral: view.id, ...data } }),
      ),
    });
  },
  eyes: () => 'person',
};
