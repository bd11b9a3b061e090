import { CO_SELL, invitationFields, invitationIn } from '../forms/invitation';
import { later } from '../record/dates';
import { DECIDES_WITHIN, invite } from '../referral/inviting';
import { microsoftsAnswer } from '../referral/siblings';
import type { ReferralOperation, Standing } from './operation';

/** Microsoft has said no, or nothing. */
export const isWithoutMicrosoft = ({ referral }: Pick<Standing, 'referral'>): boolean =>
  ['declined', 'expired'].includes(microsoftsAnswer(referral)?.kind ?? '');

/**
 * Another invitation to the same deal: its contact and the customer's word are there. That Microsoft takes a second one in the
 * same engagement is an inference; if not, who wanted it is told why.
 */
export const inviteAgain: ReferralOperation = {
  on: 'referral',
  name: 'invite-again',
  where: { accepted: 'involved' },
  kinds: ['co-sell-outbound'],
  audit: 'inviting',
  brings: true,
  alone: true,
  hindered: ({ referral }) =>
    isWithoutMicrosoft({ referral }) && !referral.making ? undefined : { kind: 'not-now', why: 'no-refusal' },
  form: () => ({ name: 'invite-again', fields: invitationFields }),
  until: ({ today }) => later(today, DECIDES_WITHIN),
  change({ referral, by: { id, name }, answers, facts }) {
    const wrote = { ...answers, consent: 'yes' };
    return invite(
      referral,
      { by: { id, name }, invites: invitationIn(answers), variant: CO_SELL, wrote },
      facts,
    );
  },
};
