import type { Choices } from '../../../application/operate/form-answer';
import { defused } from '../cards/plain-text';
import { answerCard } from '../cards/answer-card';
import { namedByRow } from '../cards/string-key';
import type { AnswerKind } from './kind';

/** What can be made or done, each with what it means, and a button where it is open; else the reason why it is not. */
export const choicesKind: AnswerKind<Choices> = {
  draw({ expand, reader, buttons }, { operation, variants, view, told }, { surface, here, reader: of }) {
    const reading = reader(view ?? of, view?.now ?? 0);
    const customer = defused(view?.current.customer.name ?? told ?? '', 80);
    const say = (key: string): string => reading.say(namedByRow(`choose.${operation}.${key}`), { customer });
    const make = buttons(surface, here);
    return answerCard(expand, reading, {
      title: say('title'),
      titled: surface === 'dialog',
      text: say(told === undefined ? 'text' : 'text-told'),
      facts: variants.map(({ variant, why }) => ({
        label: say(`${variant}.label`),
        value: why === undefined ? say(`${variant}.about`) : say(`closed-${why}`),
      })),
      closing: [say('typed')],
      buttons: variants.flatMap(({ variant, of: wanted, why }) =>
        why === undefined
          ? [
              make({
                title: say(`${variant}.label`),
                ...(view
                  ? { verb: variant, data: { referral: wanted } }
                  : { verb: operation, data: { words: wanted } }),
              }),
            ]
          : [],
      ),
    });
  },
  eyes: () => 'person',
  page: ({ view }) => (view ? 'medium' : 'large'),
};
