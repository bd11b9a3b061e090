import type { ReferralView } from '../../../application/ports/messages';
import type { Asking } from '../answers/asking';
import { said, type Answer } from '../answers/answer';
import type { Look } from '../cards/look';
import { operateOnReferral } from '../operations/operate';

/** `show <id or words>`: the referral meant, or those that may be meant. */
export async function show({ turn, useCases }: Asking, words: string): Promise<Answer> {
  if (words === '') return said('bot.words-needed', { command: 'show' });
  const found = await useCases.lists.find(words, turn.person);
  if (found.kind === 'one') return { kind: 'details', view: found.view };
  if (found.kind === 'several') return { kind: 'several', list: found.list, verb: 'show' };
  return said('bot.none-found', { words });
}

export async function search({ turn, useCases }: Asking, words: string): Promise<Answer> {
  if (words === '') return said('bot.words-needed', { command: 'search' });
  return useCases.lists.page('search', words, turn.person);
}

/**
 * `accept <words>` and the like: the form in typed words, or what came of it where there is none. Without words those that
 * it can be done to are listed; what is in another stage is shown as it stands, which says why.
 */
export function startOperation(look: Look) {
  const name = look.operation.name;
  const stages = stagesOf(look);
  return async (asking: Asking, words: string): Promise<Answer> => {
    const { turn, useCases } = asking;
    if (words === '') return candidates(asking, name, stages);
    for (const stage of stages) {
      const found = await useCases.lists.find(words, turn.person, stage);
      if (found.kind === 'one') return begin(look, asking, found.view);
      if (found.kind === 'several') return { kind: 'several', list: found.list, verb: name };
    }
    return show(asking, words);
  };
}

type Listed = 'received' | 'accepted';

/** Of the same words the one in an earlier stage here is meant. */
const stagesOf = ({ operation }: Look): readonly Listed[] =>
  operation.on === 'referral'
    ? Object.keys(operation.where).filter((stage): stage is Listed => stage !== 'archived')
    : [];

const begin = async (look: Look, asking: Asking, { id, current }: ReferralView): Promise<Answer> =>
  look.operation.form
    ? { kind: 'typed', form: look.operation.name, of: id, customer: current.customer.name }
    : operateOnReferral(look, asking, id);

async function candidates(
  { turn, useCases }: Asking,
  verb: string,
  [first]: readonly Listed[],
): Promise<Answer> {
  const name = first === 'accepted' ? 'my-active-deals' : 'inbox';
  const list = await useCases.lists.page(name, '', turn.person);
  return list.kind === 'list' && list.rows.length > 0 ? { kind: 'several', list, verb } : list;
}
