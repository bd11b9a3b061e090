import { CO_SELL, newDealForm, newDealStart, PARTNER_LED, PRIVATE } from '../forms/new-deal';
import { dealOf } from '../forms/to-deal';
import type { NewOperation } from './operation';

/** A deal of one's own: accepted at once, its maker the owner and first colleague. */
export const newDeal: NewOperation = {
  on: 'new',
  name: 'new-deal',
  audit: 'made',
  variants: [PRIVATE, PARTNER_LED, CO_SELL],
  closed: ({ variant, connected, coSell }) => {
    if (variant === PRIVATE) return undefined;
    if (!connected) return 'alone';
    return coSell.length === 0 ? 'no-solution' : undefined;
  },
  form: newDealForm,
  start: newDealStart,
  make: (doing) => {
    const { id, by, desks, answers, variant } = doing;
    const maker = { id: by.id, name: by.name };
    return {
      deal: { id, by: maker, variant, wrote: answers, ...dealOf(doing) },
      desk: desks.find((one) => one.id === answers['desk']) ?? desks[0],
    };
  },
};
