import { withRename } from '../support/rename-row';
import { accept, DIEGO, fail, MEGAN, say } from './doing';
import { buttonsOf, cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
let lead: Loose;
let customer: string;

beforeEach(async () => {
  program = await startProgram({}, undefined, withRename);
  lead = await program.sample();
  customer = lead.customerProfile.name;
  await program.settle();
});
afterEach(() => program.stop());

const card = async (): Promise<Loose> => cardOf(await program.channel(), customer);
const accepted = async (): Promise<Loose> => {
  await accept(program, (await card()).id);
  await program.settle();
  return card();
};
const nameThere = async (): Promise<string> => (await program.partnerCenter(lead.id)).name;

describe('a new row in the table of operations, in the running program', () => {
  it('is a button of the card, a form, a checked answer, a change in Partner Center, and stands on the card', async () => {
    expect(buttonsOf(await card())).not.toContain('buttons.rename');
    const { id, ...now } = await accepted();
    expect(buttonsOf(now)).toContain('buttons.rename');
    const press = { person: MEGAN, activity: id, button: 'buttons.rename' };
    expect(JSON.stringify(await program.act(press))).toContain('Eighty seats');
    const wrong = await program.act({
      ...press,
      button: 'Save',
      inputs: { to: 'x'.repeat(51) },
      unchecked: true,
    });
    expect(JSON.stringify(wrong)).toContain('too long');
    await program.act({ ...press, button: 'Save', inputs: { to: 'Ninety seats' } });
    await program.settle();
    expect(await nameThere()).toBe('Ninety seats');
    expect(textOf(await card())).toContain('Ninety seats');
  });

  it('is a typed command with its questions, and stands in help', async () => {
    await accepted();
    expect(await say(program, MEGAN, 'commands')).toContain('commands.rename');
    expect(await say(program, MEGAN, `rename ${customer}`)).toContain('forms.rename.to.ask');
    for (const words of ['Ninety seats', 'save']) await say(program, MEGAN, words);
    await program.settle();
    expect(await nameThere()).toBe('Ninety seats');
  });

  it('is refused in words to those who may not, and what Partner Center refuses comes back to its author', async () => {
    const { id } = await accepted();
    const press = { activity: id, button: 'buttons.rename' };
    expect(JSON.stringify(await program.act({ person: DIEGO, ...press }))).toContain(MEGAN);
    await fail(program, { on: 'partner-center', method: 'PATCH', answer: 400, times: 5 });
    await program.act({ person: MEGAN, ...press });
    await program.act({ person: MEGAN, ...press, button: 'Save', inputs: { to: 'Ninety seats' } });
    await program.settle();
    expect(await nameThere()).toBe('Eighty seats');
    expect((await program.chat(MEGAN)).map(textOf).join('\n')).toContain('Ninety seats');
  });
});
