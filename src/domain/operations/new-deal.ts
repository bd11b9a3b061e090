import { CO_SELL } from '../forms/invitation';
import { newDealForm, newDealStart, PARTNER_LED, PRIVATE } from '../forms/new-deal';
import { dealOf } from '../forms/to-deal';
import { isCoSell, type ReferralKind } from '../record/kind';
import type { NewOperation, ReferralOperation } from './operation';

/** Whoever brought it: the next one is one's own. */
const MOST_LIKE: Readonly<Partial<Record<ReferralKind, string>>> = {
  'partner-led': PARTNER_LED,
  private: PRIVATE,
};

/** A deal of one's own: accepted at once, its maker the owner and first colleague. */
export const newDeal: NewOperation = {
  on: 'new',
  name: 'new-deal',
  audit: 'made',
  variants: [PRIVATE, PARTNER_LED, CO_SELL],
  likest: ({ kind }) => (isCoSell(kind) ? (MOST_LIKE[kind] ?? CO_SELL) : undefined),
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

/** Once more with the same customer: the form of a new deal, filled in from one that is over. */
export const dealLike: ReferralOperation = {
  on: 'referral',
  name: 'deal-like',
  where: { archived: 'desk' },
  audit: 'deal-like',
  hindered: ({ referral }) =>
    referral.intents.length > 0 ? { kind: 'not-now', why: 'not-confirmed' } : undefined,
  begins: newDeal,
  change: ({ referral }) => referral,
};
