import { cardOf, startProgram, textOf, type Program } from './program';
import { fillIn } from './filling-in';
import { card, FORM, inPartnerCenter, made } from './new-deals';
import { DIEGO, fail, LIDIA, MEGAN, say } from './doing';

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

it('is made in typed words: accepted, its maker the owner, its card in the channel and the record in Partner Center', async () => {
  const summary = await answered();
  expect(summary).toContain('Adventure Works');
  expect(summary).toContain('Germany');
  expect(await say(program, MEGAN, 'save')).toContain('Made: the deal with Adventure Works is yours');
  await program.settle();
  expect(await card(program)).toContain('✓ Accepted');
  const [made, ...more] = await inPartnerCenter(program);
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
    await made(program);
    await program.settle();
    expect(await card(program)).toContain('Not in Partner Center');
    expect(await newestFor(MEGAN)).toContain('There is no such solution.');
    await program.advance('PT2H');
    expect(await inPartnerCenter(program)).toEqual([]);
  });

  it.each([
    ['fails', { answer: 500 }],
    ['took it and its answer was lost', { answer: 'reset', after: true }],
  ])('%s, it is tried again and made once', async (_, fault) => {
    await fail(program, { on: 'partner-center', method: 'POST', times: 1, ...fault });
    await made(program);
    expect(await card(program)).toContain('Not in Partner Center yet');
    expect(await card(program)).not.toContain('✓ Accepted');
    await program.advance('PT10M');
    expect(await inPartnerCenter(program)).toHaveLength(1);
    expect(await card(program)).toContain('✓ Accepted');
    expect((await program.channel()).filter((one) => textOf(one).includes('Adventure Works'))).toHaveLength(
      1,
    );
  });

  it('took it and the program ended before it knew, it is found again', async () => {
    await fail(program, { on: 'partner-center', method: 'POST', answer: 'hang', after: true, times: 1 });
    await made(program);
    program = await program.restart();
    await program.advance('PT10M');
    expect(await inPartnerCenter(program)).toHaveLength(1);
    expect(await card(program)).toContain('✓ Accepted');
  });
});

it('what was refused is put right where it is marked, and sent again', async () => {
  await fail(program, {
    ...{ on: 'partner-center', method: 'POST', answer: 400 },
    body: { error: { code: 'invalidRequest', message: 'Too little.', target: 'details/dealValue' } },
  });
  await made(program);
  await program.settle();
  const activity = cardOf(await program.channel(), 'Adventure Works').id;
  const form = await program.act({ person: MEGAN, activity, button: 'Send again' });
  expect(JSON.stringify(form)).toContain('Partner Center says: Too little.');
  await program.act({
    person: MEGAN,
    activity,
    button: 'Send again',
    inputs: { ...FORM, dealValue: '50,000' },
  });
  await program.settle();
  expect(await inPartnerCenter(program)).toMatchObject([{ details: { dealValue: 50000 } }]);
});

it.each([
  ['country', 'Atlantis', 'This is not a country'],
  ['dealValue', 'a lot', 'This is not an amount'],
  ['closeDate', '2020-01-01', 'This date is past'],
  ['phone', 'call me', 'This is not a phone number'],
  ['customer', 'x'.repeat(251), 'This is too long'],
])('%s is told beside its field, and nothing is made', async (field, value, problem) => {
  const activity = (
    await program.act({ person: MEGAN, conversation: 'personal', text: 'new deal' })
  ).activities.at(-1).id;
  await program.act({ person: MEGAN, activity, button: 'Private deal' });
  const inputs = { ...FORM, [field]: value };
  const answer = await fillIn(program, { person: MEGAN, activity, unchecked: true }, 'Save', inputs);
  expect(JSON.stringify(answer)).toContain(problem);
  await program.settle();
  expect(await card(program)).toBe('');
});

it('of somebody who belongs to no desk is none', async () => {
  expect(await say(program, LIDIA, 'new deal private')).not.toContain('Who is the customer');
});

it('hostile words stay words', async () => {
  await made(program, {
    customer: '${x} **Adventure Works** <at>all</at> \u202Eevil',
    solution: '[a](http://evil.example)',
  });
  await program.settle();
  const shown = JSON.stringify(cardOf(await program.channel(), 'Adventure Works').attachments);
  expect(shown).not.toContain('\u202E');
  expect(shown).toContain('${x}');
});

it('saved twice is made once', async () => {
  const offered = await program.act({ person: MEGAN, conversation: 'personal', text: 'new deal' });
  const activity = offered.activities.at(-1).id;
  await program.act({ person: MEGAN, activity, button: 'Private deal' });
  const { customer, country, ...inputs } = FORM;
  await program.act({ person: MEGAN, activity, button: 'Next', inputs: { customer, country } });
  const save = { person: MEGAN, activity, button: 'Save', inputs };
  await Promise.all([program.act(save), program.act(save)]);
  await program.settle();
  expect(await inPartnerCenter(program)).toHaveLength(1);
});

it('standing alone it is stored at once, and only a private one is open', async () => {
  await program.stop();
  program = await startProgram({ PARTNER_CENTER: 'none' });
  expect(await say(program, MEGAN, 'new deal co-sell')).toContain('not connected to Partner Center');
  await made(program);
  await program.settle();
  expect(await card(program)).toContain('Adventure Works');
  expect(await card(program)).not.toContain('Partner Center');
});
