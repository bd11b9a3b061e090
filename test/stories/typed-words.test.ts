import { MEGAN, say } from './doing';
import { startProgram, type Loose, type Program } from './program';

let program: Program;
const referral = (name: string, more: Loose = {}, kind = 'customer-inquiry'): Promise<Loose> =>
  program.sample(kind, { customerProfile: { name, team: [] }, ...more });
const hears = (text: string): Promise<string> => say(program, MEGAN, text);

/** What is said, and what the answer must hold. */
async function plays(...script: readonly (readonly [string, RegExp])[]): Promise<void> {
  for (const [text, expects] of script)
    expect([text, await hears(text)]).toEqual([text, expect.stringMatching(expects)]);
}

beforeEach(async () => {
  program = await startProgram();
});
afterEach(() => program.stop());

describe('a form in typed words', () => {
  beforeEach(async () => {
    await referral('Litware Ltd.');
    await referral('Fabrikam');
    await program.settle();
  });

  it('files an amount as the value although a name was asked for, and says so', async () => {
    await plays(
      ['accept litware', /^Accept Litware Ltd\. What shall the deal be called/m],
      ['40k eur', /^Noted: Estimated value .*40,000.*What shall the deal be called/],
      ['Eighty seats', /expect to close/],
      ['yesterday', /^This date is past.*skip" to keep it/],
      ['skip', /looking for/],
      ['Wants a demo.', /Accept Litware Ltd\.[^]*Eighty seats[^]*40,000[^]*Wants a demo\./],
    );
    const shown = await hears('value 50k');
    expect(shown).toMatch(/50,000/);
    expect(shown).not.toMatch(/\.\./);
    await plays(['save', /Accepted: Litware Ltd\. is yours/]);
  });

  it('says what is wrong with what was meant for another field', async () => {
    await plays(
      ['accept litware', /be called/],
      ['close date: 31/3/2020', /^Estimated close date: This date is past\..* What shall the deal be called/],
    );
  });

  it('takes a field by its name, though a command begins as it is called', async () => {
    await plays(
      ['accept litware', /be called/],
      [
        'close date 31 july 2026',
        /^Noted: Estimated close date .*31 Jul 2026.*What shall the deal be called/,
      ],
      ['close fabrikam', /leave|Fabrikam/],
    );
  });

  it('takes a note of any length with its command: the customer is named by the first words', async () => {
    await plays(
      ['accept litware', /be called/],
      ['skip', /worth/],
      ['40k eur', /expect to close/],
      ['skip', /looking for/],
      ['skip', /Is this right/],
      ['save', /is yours/],
      [
        'note litware call them back on monday, Fabrikam is at it',
        /call them back on monday, Fabrikam is at it/,
      ],
      ['save', /Is this right/],
      ['save', /Your note on Litware Ltd\. is kept/],
      ['note fabrikam: ask for the number of seats first', /ask for the number of seats first/],
    );
  });

  it('offers "skip" only where it will be taken', async () => {
    await plays(['accept litware', /"skip" to keep it/], ['skip', /worth\?(?!.*skip)/]);
  });

  it('asks whether a command that begins another form leaves this one', async () => {
    await plays(
      ['accept litware', /be called/],
      ['decline fabrikam', /in the middle of "Accept Litware Ltd\."\. Leave it and do "decline fabrikam"\?/],
      ['no', /worth/],
      ['back', /be called.*Now: decline fabrikam/],
      ['accept fabrikam', /Leave it and do "accept fabrikam"/],
      ['yes', /^Accept Fabrikam\./],
      ['inbox', /Inbox[^]*be called/],
      ['Search engine for toys', /worth/],
    );
  });

  it('takes the next answer for what it is when the question is passed over', async () => {
    await plays(
      ['accept litware', /be called/],
      ['decline fabrikam', /Leave it/],
      ['Eighty seats', /worth/],
      ['back', /Now: Eighty seats/],
    );
  });

  it('names the customer at the end, and says when it is final', async () => {
    await plays(
      ['decline litware', /^Decline Litware Ltd\. Why do you decline it/m],
      ['another vendor', /add a note/],
      ['none', /Decline Litware Ltd\.[^]*another vendor[^]*For 1 minute you can undo it; then it is final/],
    );
  });
});

it('counts "today" from the day at the desk, by which it is judged', async () => {
  await program.stop();
  program = await startProgram({ SANDBOX_CLOCK: '2026-03-02T23:30:00Z' });
  await referral('Litware');
  await program.settle();
  await plays(['accept litware', /called/], ['skip', /worth/], ['40k eur', /close/]);
  await plays(['today', /looking for/], ['none', /3 Mar 2026/], ['save', /Accepted/]);
});

it('a co-sell colleague who is needed cannot be skipped, and nobody is told to', async () => {
  await referral('Litware', {}, 'co-sell-inbound');
  await program.settle();
  await plays(['accept litware', /called/], ['skip', /worth/], ['40k eur', /close/], ['skip', /looking for/]);
  const asked = await hears('none');
  expect(asked).toMatch(/colleague's phone number\?/);
  expect(asked).not.toMatch(/leave all four|skip/);
});
