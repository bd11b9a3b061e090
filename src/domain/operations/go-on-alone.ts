import { microsoftsAnswer, newestOfMicrosoft } from '../referral/siblings';
import type { Referral } from '../referral/referral';
import { isWithoutMicrosoft } from './invite-again';
import type { ReferralOperation } from './operation';

const isRefused = ({ making }: Referral): boolean =>
  making?.part === 'invitation' && making.refused !== undefined;

const isOver = (referral: Referral): boolean => {
  const answer = microsoftsAnswer(referral);
  return isWithoutMicrosoft({ referral }) && !(answer && 'goneOn' in answer);
};

/** The deal goes on without Microsoft: its card asks no more, and an invitation that was not taken is left. */
export const goOnAlone: ReferralOperation = {
  on: 'referral',
  name: 'go-on-alone',
  where: { accepted: 'involved' },
  kinds: ['co-sell-outbound', 'partner-led', 'private'],
  audit: 'goes-on-alone',
  hindered: ({ referral }) =>
    isRefused(referral) || (isOver(referral) && !referral.making)
      ? undefined
      : { kind: 'not-now', why: 'no-refusal' },
  change({ referral, by: { id, name }, facts }) {
    const { making, ...rest } = referral;
    const left = making && isRefused(referral) ? rest : referral;
    const asked = newestOfMicrosoft(left);
    if (!asked) return left;
    const alone = { at: facts.now, by: { id, name }, after: asked.id };
    return { ...left, own: { ...left.own, alone } };
  },
};
