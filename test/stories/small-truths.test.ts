import { accept, cardsFor, fail, MANAGER, MEGAN, repliesTo, say } from './doing';
import { buttonsOf, cardOf, startProgram, textOf, type Loose, type Program } from './program';

const CUSTOMER = 'Litware Ltd.';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
});
afterEach(() => program.stop());

const card = async (): Promise<Loose> => cardOf(await program.channel(), CUSTOMER);
async function lead(over: Loose = {}): Promise<Loose> {
  const made = await program.sample('customer-inquiry', {
    ...over,
    customerProfile: { name: CUSTOMER, ...over.customerProfile },
  });
  await program.settle();
  return made;
}
const details = async (): Promise<string> =>
  JSON.stringify(await program.act({ person: MEGAN, activity: (await card()).id, button: 'Details' }));

it('what is of an unknown kind is read only: nobody is asked to answer it, and nobody is blamed', async () => {
  await lead({ qualification: 'Gold' });
  const shown = await card();
  expect(textOf(shown)).toContain('Can only be read here');
  expect(textOf(shown)).not.toMatch(/Nobody has it/);
  expect(shown.attachments[0].content.msteams.entities).toEqual([]);
  expect(await say(program, MEGAN, 'inbox')).not.toContain(CUSTOMER);
  expect(await say(program, MEGAN, 'show litware')).toContain(CUSTOMER);
  expect(await say(program, MEGAN, 'accept litware')).not.toMatch(/be called/);
  await program.advance('P16D');
  expect(textOf(await card())).toContain('Expired');
  expect(textOf(await card())).not.toMatch(/answer/i);
  expect(await repliesTo(program, (await card()).id)).toEqual([]);
  expect(await cardsFor(program, MANAGER, CUSTOMER)).toEqual([]);
});

it('what happened says what people were told about', async () => {
  await lead();
  await program.advance('PT22H5M');
  expect(await details()).toMatch(/told Nestor Wilke: a deadline is near/);
});

it('a second "+30 days" says what the close date is now', async () => {
  await lead();
  await accept(program, (await card()).id);
  await program.advance('P70D');
  const press = { person: MEGAN, activity: (await card()).id, button: '+30 days' };
  expect(buttonsOf(await card())).toContain('+30 days');
  // Teams does not take the change of the card: the button still stands there.
  await fail(program, { on: 'teams', answer: 503, times: 20 });
  await program.act(press);
  expect(JSON.stringify(await program.act(press))).toMatch(
    /Litware Ltd\. is meant to close .*, which is not past/,
  );
});

it('a draft of a mail ends with the name of who writes it', async () => {
  await lead();
  const answer = await program.act({ person: MEGAN, activity: (await card()).id, button: 'Contact' });
  const [url = ''] = /mailto:[^"]+/.exec(JSON.stringify(answer)) ?? [];
  expect(decodeURIComponent(url)).toMatch(/Kind regards\s+Megan Bowen$/);
});

it('as long as Partner Center does not answer the card says when it is asked next', async () => {
  await lead();
  await fail(program, { on: 'partner-center', answer: 503, times: 10_000 });
  await accept(program, (await card()).id);
  await program.advance('PT1M');
  expect(textOf(await card())).toMatch(/does not answer, saved here since .*, tried again within minutes/);
  await program.advance('PT3H');
  const [, next = ''] = /tried again (\w{3} \d\d:\d\d)/.exec(textOf(await card())) ?? [];
  expect(next).not.toBe('');
});

it('a negative amount is not taken for its size, and of a range none is', async () => {
  await lead();
  await accept(program, (await card()).id);
  const inputsOf = (text: string): Promise<string> =>
    program.act({ person: MEGAN, conversation: 'personal', text }).then((answer) => JSON.stringify(answer));
  expect(await inputsOf('called litware, wants it, -55k eur')).toContain('"-55000"');
  const range = await inputsOf('called litware, wants it, 30-55k eur');
  expect(range).not.toMatch(/"-?55000"/);
});

describe('what is said of a customer', () => {
  it('may name the customer first: the deal is asked about, and named', async () => {
    await lead();
    expect(await say(program, MEGAN, 'litware accept')).toMatch(/^Accept Litware Ltd\./m);
    await say(program, MEGAN, 'cancel');
    expect(await say(program, MEGAN, 'Litware is lost.')).toMatch(/Litware Ltd\./);
    await accept(program, (await card()).id);
    await program.advance('PT1M');
    expect(await say(program, MEGAN, 'litware lost')).toMatch(/Litware Ltd\..*lost|lost.*Litware Ltd\./is);
    await say(program, MEGAN, 'cancel');
    expect(await say(program, MEGAN, 'litware won')).toMatch(/Litware Ltd\./);
    await say(program, MEGAN, 'cancel');
    expect(await say(program, MEGAN, 'nobody lost')).not.toMatch(/Litware/);
  });

  it('of one who is not known: the name is said back, not the whole sentence', async () => {
    const answer = await say(program, MEGAN, 'called contoso, wants 120 seats');
    expect(answer).toContain('I know no open referral of contoso.');
    expect(answer).toContain('new deal');
    expect(answer).not.toContain('120 seats');
  });
});
