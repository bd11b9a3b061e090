import type { Choices } from '../../../application/operate/form-answer';
import { answerCard } from '../cards/answer-card';
import { namedByRow } from '../cards/string-key';
import type { AnswerKind } from './kind';

/** What can be made, each with what it means, and a button where it is open; else the reason why it is not. */
export const choicesKind: AnswerKind<Choices> = {
  draw({ expand, reader, buttons }, { operation, variants }, { surface, here, reader: of }) {
    const reading = reader(of, 0);
    const say = (key: string): string => reading.say(namedByRow(`choose.${operation}.${key}`));
    const make = buttons(surface, here);
    return answerCard(expand, reading, {
      title: say('title'),
      text: say('text'),
      facts: variants.map(({ variant, why }) => ({
        label: say(`${variant}.label`),
        value: why === undefined ? say(`${variant}.about`) : say(`closed-${why}`),
      })),
      closing: [say('typed')],
      buttons: variants.flatMap(({ variant, why }) =>
        why === undefined
          ? [make({ verb: operation, title: say(`${variant}.label`), data: { words: variant } })]
          : [],
      ),
    });
  },
  eyes: () => 'person',
};
