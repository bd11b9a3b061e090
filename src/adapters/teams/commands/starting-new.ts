import type { Asking } from '../answers/asking';
import type { Answer } from '../answers/answer';
import type { Look } from '../cards/look';
import { beginNew } from '../operations/operate';

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]+/g, '');

/** `new deal`: which kinds there are; `new deal private`: that one in typed words, in the personal chat. */
export const startNew =
  (look: Look) =>
  (asking: Asking, words: string): Promise<Answer> => {
    const { operation } = look;
    const variants = operation.on === 'new' ? operation.variants : [];
    const said = plain(words);
    const variant = said === '' ? undefined : variants.find((one) => said.startsWith(plain(one)));
    return variant === undefined
      ? beginNew(look, asking, '')
      : Promise.resolve({ kind: 'typed', form: operation.name, of: variant, customer: '' });
  };
