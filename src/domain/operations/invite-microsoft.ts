import { INVITED, missingFor } from '../deal/lacking';
import type { Answers, Form } from '../forms/form';
import { chosen, inGroup } from '../forms/input';
import {
  CO_SELL,
  choosingContact,
  contactHolding,
  contactIn,
  contactStart,
  help,
  helpNotes,
  invitationIn,
  isWhole,
} from '../forms/invitation';
import { later } from '../record/dates';
import { withConsent } from '../referral/consent';
import { intend } from '../referral/intents';
import { DECIDES_WITHIN, invite } from '../referral/inviting';
import type { Referral } from '../referral/referral';
import { listRefusal } from './entries';
import type { About, ReferralOperation } from './operation';

const CONTACTS = 'contacts';

/** A question of its own: nothing of it goes out without the customer's word. */
const consent = chosen('consent', ['yes', 'no'], (value) => `forms.invite-microsoft.consent.${value}`);

type Held = Pick<About, 'current'>;

const contactOf = ({ current }: Held) => current.lists[CONTACTS][0]?.entry;

/** Whom of the customer's people Microsoft may turn to: one of those on the deal, or somebody else. */
const whom = ({ current }: Held) =>
  choosingContact(current.lists[CONTACTS], { more: isWhole(contactOf({ current })) });

/** What was wanted of Microsoft before. */
const wanted = (making: Referral['making']): Answers => {
  const { help: what = '', helpNotes: notes = '' } = making?.wrote ?? {};
  return { help: what, helpNotes: notes };
};

/** The contact was changed under an invitation before it went: it is asked for once more. */
export const hasOtherContact = ({ making }: Pick<Referral, 'making'>): boolean =>
  making?.part === 'invitation' && making.refused?.why === 'another-contact';

/** The customer's word, what is wanted of Microsoft, and whom it may turn to: in view where that is not whole. */
export const invitingForm = (about: Held): Form => {
  const { fields, ...rest } = whom(about);
  return {
    name: 'invite-microsoft',
    ...rest,
    fields: [
      ...inGroup('invitation', [consent, help]),
      ...inGroup('whom', [...fields, { ...helpNotes, more: false }]),
    ],
  };
};

/**
 * A partner-led or private deal becomes co-sell, in any stage before it is closed (manage-co-sell-opportunities page, upgrade):
 * the customer's contact and the sellers' view are written first, for good, then Microsoft is invited. That an existing record
 * takes this by the API is an inference.
 */
export const inviteMicrosoft: ReferralOperation = {
  on: 'referral',
  name: 'invite-microsoft',
  where: { accepted: 'involved' },
  kinds: ['partner-led', 'private'],
  audit: 'inviting',
  brings: true,
  alone: true,
  hindered({ referral, current }) {
    if (referral.truth !== 'partner-center' || (referral.making && !hasOtherContact(referral)))
      return { kind: 'not-now', why: 'not-there' };
    // The form asks for the contact.
    const lacks = missingFor(current, INVITED).filter((what) => what !== CONTACTS);
    return lacks.length > 0 ? { kind: 'lacking', lacks } : undefined;
  },
  form: invitingForm,
  start: ({ current, referral: { making } }) => ({
    ...wanted(making),
    ...{ consent: 'no', ...contactStart(current.lists[CONTACTS][0]) },
  }),
  stands: ({ current }) => contactHolding(current.lists[CONTACTS]),
  until: ({ today }) => later(today, DECIDES_WITHIN),
  refuses: (doing) =>
    doing.answers['consent'] === 'yes'
      ? listRefusal(CONTACTS, doing, contactIn(doing.answers))
      : { kind: 'invalid', problem: 'no-consent' },
  change({ referral, by: { id: person, name }, id, answers, facts }) {
    const by = { id: person, name };
    const contacts = contactIn(answers);
    const agreed = withConsent(
      referral,
      contacts.map(({ key }) => key),
      { by, at: facts.now },
    );
    const written = intend(agreed, { id, by, change: { contacts, sellersSee: 'yes' } }, facts);
    const invites = invitationIn(answers);
    return invite(written, { by, invites, variant: CO_SELL, wrote: answers, after: id }, facts);
  },
};
