import { MEGAN, say } from './doing';
import { role, signIn, signOut, writesAs } from './own-right';
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
  customer = `Waiting${String((count += 1))} Ltd`;
  const details = { notes: 'Needs help', customerRequestedContact: false };
  const resource = { customerProfile: { name: customer }, details };
  ({ id: referral } = await program.sample('customer-inquiry', resource));
  await program.settle();
  await role(program, MEGAN, { role: 'admin', revoked: false });
});

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

describe('a channel that goes over to other rights', () => {
  it('to the account: what waited goes at once, a decline too', async () => {
    await writesAs(program, 'person-alone');
    await declines();
    expect([await there(), textOf(await card())]).toEqual([
      'New Pending',
      expect.stringContaining('sign-in needed'),
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
