import { accept, cardsFor, DIEGO, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
const card = async (): Promise<Loose> => cardOf(await program.channel(), 'Wingtip Sales');
const press = async (button: string): Promise<Loose> =>
  program.act({ person: DIEGO, activity: (await card()).id, button });
const questions = async (): Promise<Loose[]> =>
  (await cardsFor(program, DIEGO, 'Wingtip Sales')).filter((one) => textOf(one).includes('Did you reach'));

/** Diego holds a deal and has looked how to reach its customer. */
beforeEach(async () => {
  program = await startProgram();
  await program.sample('customer-inquiry', { customerProfile: { name: 'Wingtip Sales' } });
  await program.settle();
  await accept(program, (await card()).id, DIEGO);
  await program.settle();
  await press('Contact');
});
afterEach(() => program.stop());

it('seen again a while later, he is asked once whether he reached them; one press says it', async () => {
  await say(program, DIEGO, 'inbox');
  expect(await questions()).toEqual([]);
  await program.advance('PT1H');
  await say(program, DIEGO, 'inbox');
  const [question, ...more] = await questions();
  expect(more).toEqual([]);
  expect(textOf(question)).toMatch(/Did you reach Wingtip Sales\?[^]*Reached[^]*Not reached[^]*Another time/);
  await program.act({ person: DIEGO, activity: question.id, button: 'Reached' });
  await program.settle();
  expect(textOf(await card())).toMatch(/Diego Siciliani, [^]*: reached/);
  await program.advance('P2D');
  await say(program, DIEGO, 'inbox');
  expect(await questions()).toHaveLength(1);
});

it('not reached leads to when he wants to try again', async () => {
  await program.advance('PT1H');
  await say(program, DIEGO, 'hi');
  const [{ id }] = await questions();
  const { dialog } = await program.act({ person: DIEGO, activity: id, button: 'Not reached' });
  expect(textOf({ attachments: [{ content: dialog.card }] })).toContain('Remind me');
  await program.settle();
  expect(textOf(await card())).toMatch(/Diego Siciliani, [^]*: not reached/);
});

it('who has said how it went is not asked', async () => {
  await program.advance('PT1H');
  await say(program, DIEGO, 'called wingtip reached');
  await say(program, DIEGO, 'inbox');
  expect(await questions()).toEqual([]);
});
