import { MANAGER, MEGAN, say } from './doing';
import { accepts, role, signIn, signOut, writesAs } from './own-right';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

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
  await role(program, MEGAN, { role: 'admin', revoked: false });
});

const HOUR_MS = 3_600_000;

/** Another customer's lead, made there so many hours ago: it is to be answered within 24. The story goes on with that one. */
async function arrives(ago = 0): Promise<void> {
  customer = `Waiting${String((count += 1))} Ltd`;
  const { now } = await program.get('/sandbox/clock');
  const createdDateTime = new Date(Date.parse(now) - ago * HOUR_MS).toISOString();
  const details = { notes: 'Needs help', customerRequestedContact: false };
  const resource = { customerProfile: { name: customer }, details, createdDateTime };
  ({ id: referral } = await program.sample('customer-inquiry', resource));
  await program.settle();
}

const there = async (): Promise<string> => {
  const { status, substatus } = await program.partnerCenter(referral);
  return `${String(status)} ${String(substatus)}`;
};
const card = async (): Promise<Loose> => cardOf(await program.channel(), customer);

/** Declines, is signed out before it goes, and the minute to undo it in is over. */
async function declines(): Promise<void> {
  await signIn(program, MEGAN);
  const { id: activity } = await card();
  await program.act({ person: MEGAN, activity, button: 'Decline' });
  const button = 'Decline and tell the customer';
  await program.act({ person: MEGAN, activity, button, inputs: { reason: '1' } });
  await program.act({ person: MEGAN, dialog: 'close' });
  await signOut(program, MEGAN);
  await program.advance('PT2M');
}

/** Accepts, and is signed out while the form is open. */
async function acceptsSignedOut(): Promise<void> {
  await signIn(program, MEGAN);
  await accepts(program, customer, () => signOut(program, MEGAN));
}
/** The messages about this customer in somebody's chat that are no card of it, as they stand now. */
const toldOf = async (person: string): Promise<string[]> =>
  (await program.chat(person)).map(textOf).filter((text) => text.includes(`${customer}: `));

describe('a change that waits', () => {
  beforeEach(() => writesAs(program, 'person'));

  it('its card says for whom and until when; once it is sent, the message that asked them says so', async () => {
    await acceptsSignedOut();
    const until =
      /Waits for Megan Bowen to sign in to Partner Center, else the desk's account sends it Mon \d\d:\d\d/;
    expect(textOf(await card())).toMatch(until);
    expect(await toldOf(MEGAN)).toEqual([expect.stringContaining('sign in, your change waits')]);
    await signIn(program, MEGAN);
    await program.settle();
    expect(await there()).toBe('Active Accepted');
    const [said, ...more] = await toldOf(MEGAN);
    expect([said, more]).toEqual([expect.stringMatching(/has been sent\n[^]*with your own right/), []]);
    expect(said).not.toContain('Sign in');
  });

  it('the account sends it in their place: that message says so, too', async () => {
    await acceptsSignedOut();
    await program.advance('PT2H5M');
    await program.settle();
    expect(await toldOf(MEGAN)).toEqual([expect.stringContaining("by the desk's account")]);
  });

  it('is taken by another form of the rules: the message that asked says until when it waits now', async () => {
    await acceptsSignedOut();
    await writesAs(program, 'person-alone');
    await program.settle();
    const [said] = await toldOf(MEGAN);
    expect(said).toContain('sign in, your change waits');
    expect(said).not.toContain("desk's account");
    await writesAs(program, 'account');
    await program.settle();
    expect(await toldOf(MEGAN)).toEqual([expect.stringContaining("by the desk's account")]);
  });

  it('is refused once they are back: the message asks for nothing any more', async () => {
    await acceptsSignedOut();
    await role(program, MEGAN, { role: 'none' });
    await signIn(program, MEGAN);
    await program.settle();
    expect((await toldOf(MEGAN)).map((text) => text.split('\n').find((line) => line !== ''))).toEqual([
      `${customer}: nothing of yours waits any more`,
      `${customer}: your change was not taken`,
    ]);
  });
});

describe('a change that nobody else may send', () => {
  beforeEach(async () => {
    await writesAs(program, 'person-alone');
    await arrives(20.5);
  });

  it('is told to the managers two hours before it is due there, once, and its author is asked again', async () => {
    await acceptsSignedOut();
    await program.advance('PT1H');
    expect(await toldOf(MANAGER)).toEqual([]);
    await program.advance('PT1H');
    const [told, ...more] = await toldOf(MANAGER);
    expect(more).toEqual([]);
    expect(told).toMatch(/waits for Megan Bowen to sign in\n[^]*due Mon \d\d:\d\d/);
    expect(await toldOf(MEGAN)).toHaveLength(2);
    await program.advance('PT4H');
    expect([await toldOf(MANAGER), await toldOf(MEGAN)]).toEqual([[told], expect.anything()]);
    expect(await toldOf(MEGAN)).toHaveLength(2);
    await signIn(program, MEGAN);
    await program.settle();
    expect(await there()).toBe('Active Accepted');
    expect(await toldOf(MANAGER)).toEqual([]);
    expect((await toldOf(MEGAN)).filter((text) => text.includes('with your own right'))).toHaveLength(2);
  });

  it('is told to them of a decline, too', async () => {
    await declines();
    await program.advance('PT2H');
    expect(await toldOf(MANAGER)).toEqual([expect.stringContaining('waits for Megan Bowen to sign in')]);
  });
});

describe('an end that waits', () => {
  it('has not left yet: it can be taken back, also after the minute for that', async () => {
    await writesAs(program, 'person-alone');
    await declines();
    expect(await say(program, MEGAN, `accept ${customer}`)).toContain(
      'Declined by Megan Bowen, not sent yet: it waits for a sign-in',
    );
    await program.act({ person: MANAGER, activity: (await card()).id, button: 'Undo' });
    await program.act({ person: MANAGER, dialog: 'close' });
    await signIn(program, MEGAN);
    await program.settle();
    expect([await there(), textOf(await card())]).toEqual([
      'New Pending',
      expect.stringMatching(/New lead · answer by/),
    ]);
    expect(await toldOf(MEGAN)).toContainEqual(expect.stringContaining('nothing of yours waits any more'));
    expect(textOf(await card())).not.toContain('[Undo]');
  });
});

describe('a channel that goes over to other rights', () => {
  it('to the account: what waited goes at once, a decline too', async () => {
    await writesAs(program, 'person-alone');
    await declines();
    expect([await there(), textOf(await card())]).toEqual([
      'New Pending',
      expect.stringMatching(/waits for Megan Bowen to sign in to Partner Center$/m),
    ]);
    const { activities } = await writesAs(program, 'account');
    expect(textOf(activities[0])).toMatch(/Writes to Partner Center as\nThe desk's account/);
    await program.settle();
    expect(await there()).toBe('Closed Declined');
  });

  it('to the account after two hours: a decline that waited has the account write it then', async () => {
    await writesAs(program, 'person-alone');
    await declines();
    await writesAs(program, 'person');
    await program.advance('PT2H5M');
    await program.settle();
    expect(await there()).toBe('Closed Declined');
    const history = await say(program, MEGAN, `show ${customer}`);
    expect(history).toMatch(/told Megan Bowen: to sign in/);
  });
});
