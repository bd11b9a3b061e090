import type { Asking } from '../answers/asking';
import { said, type Answer } from '../answers/answer';
import type { ReferralView } from '../../../application/ports/messages';
import type { Look } from '../cards/look';
import { tellOf } from '../operations/operate';
import { readTold } from '../words/told';
import type { Named } from '../words/telling';

/** So many ways to read a name are tried. */
const MOST_TRIED = 8;
/** A longer one does not go into a button: the person names the customer instead. */
const LONGEST_IN_BUTTON = 500;

/**
 * "called contoso, wants 120 seats, 40k, in march", or a pasted mail: the form filled in with it. Several customers
 * that may be meant are asked about; undefined: it tells of none that is known.
 */
export const telling =
  (look: Look) =>
  async (asking: Asking, text: string): Promise<Answer | undefined> => {
    const told = readTold(text);
    if (!told) return undefined;
    for (const customer of told.customers.slice(0, MOST_TRIED)) {
      const found = await find(asking, customer);
      if (found.kind === 'one' && isOver(found.view)) continue;
      if (found.kind === 'one') return tellOf(look, asking, found.view, told, customer.note);
      if (found.kind === 'several' && text.length > LONGEST_IN_BUTTON)
        return said('bot.which-customer', { words: customer.words });
      if (found.kind === 'several')
        return { kind: 'several', list: found.list, verb: look.operation.name, told: text };
    }
    return told.mail ? said('bot.whose-mail') : undefined;
  };

/** Of what is closed nothing can be told; it may be a new deal. */
const isOver = ({ current }: ReferralView): boolean => current.stage === 'archived';

const find = ({ turn, useCases }: Asking, { words, anything }: Named) =>
  useCases.lists.find(words, turn.person, {
    stages: ['accepted', 'received'],
    ...(anything ? {} : { name: 'words' as const }),
  });
