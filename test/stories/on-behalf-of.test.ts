import { DIEGO, fail, MANAGER, MEGAN, health, say } from './doing';
import * as own from './own-right';
import { linkIn } from './own-right';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

const MEGANS = 'megan.bowen@contoso-partner.example';

let program: Program;
let customer: string;
let referral: string;
let count = 0;

beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.stop());
beforeEach(async () => {
  await arrives();
  await role(MEGAN, { role: 'admin', revoked: false });
  await writesAs('person');
});

/** Another customer's lead; the story goes on with that one. */
async function arrives(resource: Loose = {}): Promise<void> {
  customer = `Customer${String((count += 1))} Ltd`;
  ({ id: referral } = await program.sample('customer-inquiry', {
    customerProfile: { name: customer },
    ...resource,
  }));
  await program.settle();
}

const writesAs = (value: string): Promise<unknown> => own.writesAs(program, value);
const role = (person: string, standing: Loose): Promise<unknown> => own.role(program, person, standing);

const activityOf = async (): Promise<string> => cardOf(await program.channel(), customer).id;
/** Presses, and closes the dialog that comes of it. */
async function pressed(person: string, button: string): Promise<string> {
  const answer = await program.act({ person, activity: await activityOf(), button });
  await program.act({ person, dialog: 'close' });
  return JSON.stringify(answer);
}
/** Megan opens Accept; what happens `meanwhile` does so before it is sent. */
const accepts = (meanwhile?: () => unknown): Promise<void> => own.accepts(program, customer, meanwhile);

const link = (person: string): Promise<string> => own.linkOf(program, person);
const comeBackAs = (who: string, url: string): ReturnType<typeof own.comeBackAs> =>
  own.comeBackAs(program, who, url);
const signIn = (person: string): Promise<unknown> => own.signIn(program, person);
const signOut = (person: string): Promise<string> => own.signOut(program, person);

/** What happened, as the referral's card tells. */
const history = (): Promise<string> => say(program, MEGAN, `show ${customer}`);
const there = async (): Promise<string> => {
  const { status, substatus } = await program.partnerCenter(referral);
  return `${String(status)} ${String(substatus)}`;
};
/** How the bot has asked somebody to sign in for this customer. */
const askedOf = async (person: string): Promise<string[]> =>
  (await program.chat(person))
    .map(textOf)
    .filter((text) => text.includes(`${customer}: sign in, your change waits`));

describe('signing in', () => {
  it('is asked for before a form opens; then it opens, and the history says whose right it was', async () => {
    await signOut(MEGAN);
    const asked = await pressed(MEGAN, 'Accept');
    expect(asked).toContain('Sign in first, then do it again');
    const { status, text } = await comeBackAs(MEGAN, linkIn(asked));
    expect([status, text]).toEqual([200, expect.stringContaining(`Signed in as ${MEGANS}`)]);
    expect(await say(program, MEGAN, 'sign in')).toMatch(
      new RegExp(`Signed in as ${MEGANS}[^]*Sign in again`),
    );
    await accepts();
    expect(await there()).toBe('Active Accepted');
    expect(await history()).toContain('by their own right');
  });

  it('is for the one whose link it is, once; it holds on in a tab that was open when they asked once more', async () => {
    await signOut(MEGAN);
    const url = await link(MEGAN);
    const other = await comeBackAs(DIEGO, url);
    expect([other.status, other.text]).toEqual([
      403,
      expect.stringContaining('This link is for Megan Bowen'),
    ]);
    expect(await say(program, MEGAN, 'sign in')).toContain('Not signed in');
    expect(await pressed(MEGAN, 'Accept')).toContain('Sign in first');
    const { back, text } = await comeBackAs(MEGAN, url);
    expect(text).toContain(`Signed in as ${MEGANS}`);
    expect((await fetch(back)).status).toBe(404);
    expect((await fetch(url)).status).toBe(404);
    const forged = back.replace(/state=[^&]+/, `state=${'a'.repeat(36)}.${'b'.repeat(36)}.${'c'.repeat(36)}`);
    expect((await fetch(forged)).status).toBe(404);
    expect((await fetch(back.replace(/code=.+/, 'code=nobody'))).status).toBe(404);
  });

  it('needs nobody where the account writes', async () => {
    await writesAs('account');
    await signOut(MEGAN);
    await accepts();
    expect(await there()).toBe('Active Accepted');
    expect(await history()).not.toMatch(/own right|in their place/);
  });
});

describe('a role that is missing', () => {
  it('is said before the form opens, with whom to ask', async () => {
    await signIn(MEGAN);
    await role(MEGAN, { role: 'none' });
    expect(await pressed(MEGAN, 'Decline')).toContain(
      // She set the channel up: nobody is sent to themselves.
      "You need the role Referrals admin there. Ask whoever manages users in your company's Partner Center.",
    );
    await role(MEGAN, { role: 'user' });
    expect(await pressed(MEGAN, 'Accept')).toContain('with the role Referrals user you see only the deals');
    await arrives({ team: [{ firstName: 'Megan', lastName: 'Bowen', email: MEGANS }] });
    await accepts();
    expect(await there()).toBe('Active Accepted');
  });

  it.each([
    ['is taken away', { role: 'none' }],
    ['does not show it any more', { role: 'user' }],
  ])('that %s while the form is open: the card is as before, and its author reads why', async (_, less) => {
    await signIn(MEGAN);
    await accepts(() => role(MEGAN, less));
    expect(await there()).toBe('New Pending');
    const buttons = JSON.stringify(cardOf(await program.channel(), customer).attachments);
    expect(buttons).toContain('"Accept"');
    const said = (await program.chat(MEGAN)).map(textOf).filter((text) => text.includes(customer));
    expect(said.at(-1)).toContain('with your role there you may not change it');
    expect(said.at(-1)).toMatch(/no role|does not show you this record/);
  });
});

describe('a sign-in that does not hold any more', () => {
  it('parks the change and asks once; signing in again sends it', async () => {
    await signIn(MEGAN);
    await accepts(() => role(MEGAN, { revoked: true }));
    expect(await there()).toBe('New Pending');
    expect(await askedOf(MEGAN)).toEqual([expect.stringContaining("else the desk's account sends it at")]);
    expect(JSON.stringify(await health(program, 'effects'))).toContain('author');
    await writesAs('person');
    await program.settle();
    expect(await askedOf(MEGAN)).toHaveLength(1);
    await signIn(MEGAN);
    await program.settle();
    expect(await there()).toBe('Active Accepted');
    expect(await history()).toContain('by their own right');
  });

  it('has the account write two hours later, and what others changed after it keeps its place', async () => {
    await signIn(MEGAN);
    await signIn(MANAGER);
    await accepts(() => signOut(MEGAN));
    const activity = await activityOf();
    await program.act({ person: MANAGER, activity, button: 'Edit deal' });
    await program.act({ person: MANAGER, activity, button: 'Save', inputs: { dealValue: '55,000' } });
    await program.advance('PT1H50M');
    expect(await there()).toBe('New Pending');
    await program.advance('PT15M');
    await program.settle();
    expect(await there()).toBe('Active Accepted');
    expect((await program.partnerCenter(referral)).details.dealValue).toBe(55_000);
    const lines = await history();
    expect(lines).toMatch(/in their place[^\n]*Megan Bowen/);
    expect(lines).toMatch(/by their own right[^\n]*Nestor Wilke/);
  });

  it('has it write two hours before a deadline that comes earlier', async () => {
    const now = Date.parse((await program.get('/sandbox/clock')).now);
    await arrives({ createdDateTime: new Date(now - 21 * 3_600_000).toISOString() });
    await signIn(MEGAN);
    await accepts(() => signOut(MEGAN));
    await program.advance('PT40M');
    expect(await there()).toBe('New Pending');
    await program.advance('PT25M');
    await program.settle();
    expect(await there()).toBe('Active Accepted');
  });

  it('waits for them where nobody may write in their place', async () => {
    await writesAs('person-alone');
    await signIn(MEGAN);
    await accepts(() => signOut(MEGAN));
    expect((await askedOf(MEGAN)).join()).not.toContain("desk's account");
    await program.advance('PT5H');
    expect(await there()).toBe('New Pending');
    program = await program.restart();
    await signIn(MEGAN);
    await program.settle();
    expect(await there()).toBe('Active Accepted');
  });
});

describe('a deal made here', () => {
  async function makes(): Promise<void> {
    await say(program, MEGAN, 'new deal private');
    customer = `New${customer}`;
    const said = [customer, 'germany', 'Factory Insights', '40k eur', '2026-06-30', '+49 228 1234567'];
    for (const answer of [...said, 'save']) await say(program, MEGAN, answer);
    await program.settle();
  }

  it('is asked for a sign-in first, and made with that right', async () => {
    await signOut(MEGAN);
    expect(await say(program, MEGAN, 'new deal private')).toContain('Sign in first');
    await signIn(MEGAN);
    await makes();
    expect(await history()).toContain('by their own right');
  });

  it('that was refused is asked for a sign-in before it is put right', async () => {
    await signIn(MEGAN);
    const body = { error: { code: 'invalidRequest', message: 'Too little.', target: 'details/dealValue' } };
    await fail(program, { on: 'partner-center', method: 'POST', answer: 400, body });
    await makes();
    await signOut(MEGAN);
    expect(await pressed(MEGAN, 'Send again')).toContain('Sign in first');
    await signIn(MEGAN);
    expect(await pressed(MEGAN, 'Send again')).toContain('Too little.');
  });
});
