import { cardOf, startProgram, textOf, type Loose, type Program } from './program';
import { DIEGO, fail, MEGAN, say } from './doing';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
});
afterEach(() => program.stop());

/** What is asked for, in its order, and what Megan says. */
const SAID: readonly (readonly [string, string])[] = [
  ['Who is the customer?', 'Adventure Works'],
  ['which country', 'germany'],
  ['What do you sell?', 'Factory Insights'],
  ['What is the deal worth?', '40k eur'],
  ['When do you expect to close it?', '2026-06-30'],
  ['phone number', '+49 228 1234567'],
];

/** `new deal` answered up to its summary. */
async function answered(person = MEGAN): Promise<string> {
  let asked = await say(program, person, 'new deal private');
  for (const [question, answer] of SAID) {
    if (!asked.includes(question)) throw new Error(`${question} was not asked: ${asked}`);
    asked = await say(program, person, answer);
  }
  return asked;
}

const inPartnerCenter = async (): Promise<Loose[]> =>
  (await program.get('/sandbox/partner-center/v1.0/engagements/referrals')).value.filter(
    (one: Loose) => one.customerProfile.name === 'Adventure Works',
  );

const card = async (): Promise<string> => textOf(cardOf(await program.channel(), 'Adventure Works'));

it('is made in typed words: accepted, its maker the owner, its card in the channel and the record in Partner Center', async () => {
  const summary = await answered();
  expect(summary).toContain('Adventure Works');
  expect(summary).toContain('Germany');
  expect(await say(program, MEGAN, 'save')).toContain('Made: the deal with Adventure Works is yours');
  await program.settle();
  expect(await card()).toContain('✓ Accepted');
  const [made, ...more] = await inPartnerCenter();
  expect(more).toEqual([]);
  expect(made).toMatchObject({
    name: 'Adventure Works – Factory Insights',
    status: 'Active',
    substatus: 'Accepted',
    type: 'Independent',
    qualification: 'SalesQualified',
    customerProfile: { address: { country: 'DE' } },
    consent: { consentToShareReferralWithMicrosoftSellers: false },
    details: { dealValue: 40000, currency: 'EUR', closingDateTime: '2026-06-29T22:00:00Z' },
    team: [
      expect.objectContaining({ firstName: 'Megan', lastName: 'Bowen', phoneNumber: '+49 228 1234567' }),
    ],
  });
  expect(made.details.requirements.solutions).toMatchObject([{ name: 'Factory Insights' }]);
  expect(await say(program, MEGAN, 'my deals')).toContain('Adventure Works');
  expect(await say(program, DIEGO, `show ${made.id}`)).toContain('Private deal');
});

/** As Megan fills it in, in the card's own fields. */
const FORM = {
  customer: 'Adventure Works',
  country: 'Germany',
  solution: 'Factory Insights',
  dealValue: '40,000',
  currency: 'EUR',
  closeDate: '2026-06-30',
  firstName: 'Megan',
  lastName: 'Bowen',
  phone: '+49 228 1234567',
  email: 'megan@contoso.example',
  purchaseIntent: 'HaveNotDecided',
};

/** The deal made in the dialog that the card of `new deal` opens. */
async function made(inputs: Loose = {}, button = 'Private deal'): Promise<Loose> {
  const offered = await program.act({ person: MEGAN, conversation: 'personal', text: 'new deal' });
  const activity = offered.activities.at(-1).id;
  await program.act({ person: MEGAN, activity, button });
  return program.act({ person: MEGAN, activity, button: 'Save', inputs: { ...FORM, ...inputs } });
}

const newestFor = async (person: string): Promise<string> => textOf((await program.chat(person)).at(-1));

describe('when Partner Center', () => {
  it('refuses it, it stays as a draft, and its maker reads why', async () => {
    await fail(program, {
      ...{ on: 'partner-center', method: 'POST', answer: 400 },
      body: {
        error: {
          code: 'invalidRequest',
          message: 'There is no such solution.',
          target: 'details/requirements/solutions',
        },
      },
    });
    await made();
    await program.settle();
    expect(await card()).toContain('Not in Partner Center');
    expect(await newestFor(MEGAN)).toContain('There is no such solution.');
    await program.advance('PT2H');
    expect(await inPartnerCenter()).toEqual([]);
  });

  it.each([
    ['fails', { answer: 500 }],
    ['took it and its answer was lost', { answer: 'reset', after: true }],
  ])('%s, it is tried again and made once', async (_, fault) => {
    await fail(program, { on: 'partner-center', method: 'POST', times: 1, ...fault });
    await made();
    expect(await card()).toContain('Not in Partner Center yet');
    await program.advance('PT10M');
    expect(await inPartnerCenter()).toHaveLength(1);
    expect(await card()).toContain('✓ Accepted');
    expect((await program.channel()).filter((one) => textOf(one).includes('Adventure Works'))).toHaveLength(
      1,
    );
  });

  it('took it and the program ended before it knew, it is found again', async () => {
    await fail(program, { on: 'partner-center', method: 'POST', answer: 'hang', after: true, times: 1 });
    await made();
    program = await program.restart();
    await program.advance('PT10M');
    expect(await inPartnerCenter()).toHaveLength(1);
    expect(await card()).toContain('✓ Accepted');
  });
});
