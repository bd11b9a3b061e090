import { accept, DEAL, fail, MEGAN, noMoreFaults, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await program.settle();
  await fail(program, { on: 'partner-center', answer: 'stage-alone' });
});
afterEach(() => program.stop());

async function lead(name: string): Promise<{ id: string; card: string }> {
  const { id } = await program.sample('customer-inquiry', { customerProfile: { name } });
  await program.settle();
  return { id, card: cardOf(await program.channel(), name).id };
}

const card = async (name: string): Promise<string> => textOf(cardOf(await program.channel(), name));

describe('a tenant that refuses a change of stage together with fields', () => {
  it('is found out by the first Accept: the fields go first and the stage after them, and nobody notices', async () => {
    expect(await say(program, MEGAN, 'diagnose')).not.toMatch(/stage together/);
    const { id, card: activity } = await lead('Wingtip Sales');
    await accept(program, activity);
    await program.settle();
    expect(await program.partnerCenter(id)).toMatchObject({
      status: 'Active',
      substatus: 'Accepted',
      name: DEAL.name,
      details: { dealValue: 40_000, currency: 'EUR' },
    });
    expect(await card('Wingtip Sales')).not.toMatch(/not saved|waiting for Partner Center/i);
    expect(await say(program, MEGAN, 'diagnose')).toContain('they are written one after the other');
  });

  it('is asked in two calls from then on, by a decline too', async () => {
    await accept(program, (await lead('Wingtip Sales')).card);
    await program.settle();
    const { id, card: activity } = await lead('Nod Publishers');
    await program.act({ person: MEGAN, activity, button: 'Decline' });
    await program.act({
      person: MEGAN,
      activity,
      button: 'Decline and tell the customer',
      inputs: { reason: '5', notes: 'No capacity' },
    });
    await program.advance('PT2M');
    expect(await program.partnerCenter(id)).toMatchObject({ status: 'Closed', substatus: 'Declined' });
    expect(JSON.stringify(await program.partnerCenter(id))).toContain('No capacity');
  });

  it('that refuses the fields, too, has refused: in its words, and nothing is half done', async () => {
    const { id, card: activity } = await lead('Wingtip Sales');
    await fail(program, { on: 'partner-center', answer: 400, method: 'PATCH', by: 'desk', times: 2 });
    await accept(program, activity);
    await program.settle();
    expect(await program.partnerCenter(id)).toMatchObject({ status: 'New', substatus: 'Pending' });
    expect((await program.chat(MEGAN)).map(textOf).join('\n')).toMatch(/Wingtip Sales[^]*did not take/);
  });
});

it('one that takes both in one call is asked once, and what it refuses then, also after a restart, is not tried in parts', async () => {
  await noMoreFaults(program);
  await accept(program, (await lead('Wingtip Sales')).card);
  await program.settle();
  expect(await say(program, MEGAN, 'diagnose')).toContain('takes a change of stage together');
  const { id, card: activity } = await lead('Nod Publishers');
  program = await program.restart();
  await fail(program, { on: 'partner-center', answer: 400, method: 'PATCH', by: 'desk', times: 1 });
  await accept(program, activity);
  await program.settle();
  const { status, name }: Loose = await program.partnerCenter(id);
  expect([status, name]).toEqual(['New', expect.not.stringContaining(DEAL.name)]);
});
