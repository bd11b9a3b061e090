import { fail, MEGAN, noMoreFaults, say } from './doing';
import { cardOf, startProgram, textOf, type Program } from './program';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await program.settle();
});
afterEach(() => program.stop());

const cards = async (name: string): Promise<number> =>
  (await program.channel()).filter((one) => JSON.stringify(one.attachments).includes(name)).length;

describe('Partner Center whose lists lag behind', () => {
  beforeEach(() => fail(program, { on: 'partner-center', answer: 'late-lists' }));

  it('has what is new in the next list, and it comes once', async () => {
    await program.sample('customer-inquiry', { customerProfile: { name: 'Wingtip Sales' } });
    await program.settle();
    expect(await cards('Wingtip Sales')).toBe(0);
    await program.advance('PT10M');
    expect(await cards('Wingtip Sales')).toBe(1);
  });

  it('loses nothing that came into view behind something newer', async () => {
    await program.sample('customer-inquiry', { customerProfile: { name: 'Wingtip Sales' } });
    await program.advance('PT30S');
    await noMoreFaults(program);
    await fail(program, { on: 'partner-center', answer: 'late-lists' });
    await program.sample('customer-inquiry', { customerProfile: { name: 'Nod Publishers' } });
    await program.advance('PT5M');
    await program.advance('PT5M');
    expect([await cards('Wingtip Sales'), await cards('Nod Publishers')]).toEqual([1, 1]);
  });

  it('does not undo on the card what was just written there', async () => {
    await noMoreFaults(program);
    const { id } = await program.sample('customer-inquiry', { customerProfile: { name: 'Wingtip Sales' } });
    await program.settle();
    await fail(program, { on: 'partner-center', answer: 'late-lists' });
    const activity = cardOf(await program.channel(), 'Wingtip Sales').id;
    await program.act({ person: MEGAN, activity, button: 'Decline' });
    await program.act({
      person: MEGAN,
      activity,
      button: 'Decline and tell the customer',
      inputs: { reason: '5' },
    });
    await program.advance('PT20M');
    expect(await program.partnerCenter(id)).toMatchObject({ status: 'Closed', substatus: 'Declined' });
    expect(textOf(cardOf(await program.channel(), 'Wingtip Sales'))).toContain('Declined');
  });
});

it('Partner Center whose clock is an hour behind is told of to the admins, until it agrees', async () => {
  await fail(program, { on: 'partner-center', answer: 'clock-behind' });
  expect(await say(program, MEGAN, 'diagnose')).toMatch(/✗ Partner Center: Its clock and .* apart/);
  await noMoreFaults(program);
  expect(await say(program, MEGAN, 'diagnose')).toContain(
    "✓ Partner Center: Its clock and this machine's agree",
  );
});
