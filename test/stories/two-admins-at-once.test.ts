import { MANAGER, MEGAN } from './doing';
import { startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.stop());

async function open(person: string): Promise<string> {
  const { activities } = await program.act({ person, conversation: 'Referrals', text: 'bind' });
  return activities.at(-1).id;
}

async function save(person: string, activity: string, inputs: Loose = {}): Promise<string> {
  const answer = await program.act({ person, activity, button: 'Save', inputs });
  return textOf({ attachments: [{ content: answer.card }] });
}

describe('two admins have the form of one channel open', () => {
  it('what the other chose meanwhile stays where this one wrote nothing', async () => {
    const [first, second] = [await open(MEGAN), await open(MANAGER)];
    await save(MEGAN, first, { currency: 'USD', letter: 'Dear {contact}' });
    const end = await save(MANAGER, second, { zone: 'Europe/London' });
    expect(end).toMatch(/Europe\/London.*USD/su);
    const form = JSON.stringify(
      await program.act({ person: MEGAN, conversation: 'Referrals', text: 'bind' }),
    );
    expect(form).toContain('Dear {contact}');
  });

  it('what both chose is told with the name of who was faster, and is written when it is saved again', async () => {
    const [first, second] = [await open(MEGAN), await open(MANAGER)];
    await save(MEGAN, first, { currency: 'GBP' });
    const told = await save(MANAGER, second, { currency: 'CHF' });
    expect(told).toContain('Megan Bowen changed this: USD → GBP. Save again to write yours: CHF.');
    expect(told).not.toContain('This channel is set up');
    expect(await save(MANAGER, second)).toMatch(/This channel is set up.*CHF/su);
  });
});
