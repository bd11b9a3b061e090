import type { Refusal } from '../../../application/use-cases';
import { answerCard } from '../cards/answer-card';
import type { Reader } from '../cards/reader';
import type { AnswerKind } from './kind';

function words(reader: Reader, refusal: Refusal): string {
  return reader.say(`refusals.${refusal.kind}`);
}

/** Why a person may not, or that there is nothing. */
export const refusalKind: AnswerKind<Refusal> = {
  draw({ expand, reader }, refusal, showing) {
    const of = reader(showing.reader, 0);
    return answerCard(expand, of, {
      title: of.say(`refusals.titles.${refusal.kind}`),
      text: words(of, refusal),
    });
  },
};
