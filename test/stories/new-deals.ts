import { MEGAN } from './doing';
import { fillIn } from './filling-in';
import { cardOf, textOf, type Loose, type Program } from './program';

/** As Megan fills it in, in the card's own fields. */
export const FORM = {
  customer: 'Adventure Works',
  country: 'Germany',
  solution: 'Factory Insights',
  dealValue: '40,000',
  currency: 'EUR',
  closeDate: '2026-06-30',
  // Who makes it is on it; of them only the phone is not known.
  phone: '+49 228 1234567',
  purchaseIntent: 'HaveNotDecided',
};

/** The deal made in the dialog that the card of `new deal` opens. */
export async function made(program: Program, inputs: Loose = {}, button = 'Private deal'): Promise<Loose> {
  const offered = await program.act({ person: MEGAN, conversation: 'personal', text: 'new deal' });
  const activity = offered.activities.at(-1).id;
  await program.act({ person: MEGAN, activity, button });
  return fillIn(program, { person: MEGAN, activity }, 'Save', { ...FORM, ...inputs });
}

export const inPartnerCenter = async (program: Program): Promise<Loose[]> =>
  (await program.get('/sandbox/partner-center/v1.0/engagements/referrals')).value.filter(
    (one: Loose) => one.customerProfile.name === 'Adventure Works',
  );

export const card = async (program: Program): Promise<string> =>
  textOf(cardOf(await program.channel(), 'Adventure Works'));
