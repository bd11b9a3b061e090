import type { Stage } from '../../../domain/referral/referral';
import type { Asking } from '../answers/asking';
import { said, type ReferralForm, type Answer } from '../answers/answer';

/** The stages in which each form can be filled in; of the same words the earlier one here is meant. */
const STAGES: Readonly<Record<ReferralForm, readonly Exclude<Stage, 'archived'>[]>> = {
  accept: ['received'],
  decline: ['received'],
  called: ['accepted', 'received'],
};

/** `show <id or words>`: the referral meant, or those that may be meant. */
export async function show({ turn, useCases }: Asking, words: string): Promise<Answer> {
  if (words === '') return said('bot.words-needed', { command: 'show' });
  const found = await useCases.find(words, turn.person);
  if (found.kind === 'one') return { kind: 'details', view: found.view };
  if (found.kind === 'several') return { kind: 'several', list: found.list, verb: 'show' };
  return said('bot.none-found', { words });
}

export async function search({ turn, useCases }: Asking, words: string): Promise<Answer> {
  if (words === '') return said('bot.words-needed', { command: 'search' });
  return useCases.list('search', words, turn.person);
}

/**
 * `accept <words>` and the like: the form in typed words. Without words those that it can be done to are listed; what
 * is in another stage is shown as it stands, which says why.
 */
export function startForm(form: ReferralForm) {
  return async (asking: Asking, words: string): Promise<Answer> => {
    const { turn, useCases } = asking;
    if (words === '') return candidates(asking, form);
    for (const stage of STAGES[form]) {
      const found = await useCases.find(words, turn.person, stage);
      if (found.kind === 'one') {
        return { kind: 'typed', form, of: found.view.id, customer: found.view.current.customer.name };
      }
      if (found.kind === 'several') return { kind: 'several', list: found.list, verb: form };
    }
    return show(asking, words);
  };
}

async function candidates({ turn, useCases }: Asking, form: ReferralForm): Promise<Answer> {
  const list = await useCases.list(form === 'called' ? 'my-active-deals' : 'inbox', '', turn.person);
  return list.kind === 'list' && list.rows.length > 0 ? { kind: 'several', list, verb: form } : list;
}
