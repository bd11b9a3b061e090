import type { Asking } from '../answers/asking';
import type { Answer } from '../answers/answer';
import type { Look } from '../cards/look';
import { beginNew, withTold } from '../operations/operate';
import { newOf } from '../words/told';

/** A longer one does not go into a button. */
const LONGEST_IN_BUTTON = 450;

/**
 * "called contoso, wants 120 seats, 40k, in march" of a customer whom nobody here knows: which kinds of a new deal there are, each
 * filled in with it. Undefined: it tells no more than a name, or this person can make none.
 */
export const offerNew =
  (look: Look) =>
  async (asking: Asking, text: string): Promise<Answer | undefined> => {
    const told = newOf(text);
    if (!told || text.length > LONGEST_IN_BUTTON) return undefined;
    const begun = await beginNew(look, asking, '');
    if (begun.kind !== 'choices') return undefined;
    const variants = begun.variants.map((one) => ({ ...one, of: withTold(one.of, text) }));
    return { ...begun, variants, told: told.customer };
  };
