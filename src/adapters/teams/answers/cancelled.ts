import { answerCard } from '../cards/answer-card';
import type { AnswerKind } from './kind';

/** A form was left. */
export interface Cancelled {
  readonly kind: 'cancelled';
}

export const cancelledKind: AnswerKind<Cancelled> = {
  draw({ expand, reader }, _, showing) {
    const of = reader(showing.reader, 0);
    return answerCard(expand, of, {
      title: of.say('outcomes.titles.cancelled'),
      text: of.say('outcomes.cancelled'),
    });
  },
  page: () => 'closed',
};
