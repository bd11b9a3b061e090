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
      answers.map((words) => ({ verb: name, words: words === '' ? undefined : words, key: words || name })),
    );
    return answerCard(expand, reading, {
      title: reading.say('reached.ask', { customer: defused(view.current.customer.name, 80) }),
      text: '',
      buttons: ways.map(({ verb, words, key }) =>
        make({ verb, title: reading.say(`buttons.${key}`), data: { referral: view.id, words } }),
      ),
    });
  },
  eyes: () => 'person',
};
