import { say, MEGAN } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
});
afterEach(() => program.stop());

const CUSTOMER = 'Adatum Corporation';

const card = async (): Promise<Loose> => cardOf(await program.channel(), CUSTOMER);

const sampled = async (kind: string, over: Loose = {}): Promise<Loose> => {
  const made = await program.sample(kind, {
    ...over,
    customerProfile: { name: CUSTOMER, ...over.customerProfile },
  });
  await program.settle();
  await program.act({ person: MEGAN, activity: (await card()).id, button: 'Take over' });
  return made;
};

const BARE = { customerProfile: { team: [] }, details: { requirements: { solutions: [] } } };

it('the card says what is missing before Microsoft can be invited, until it is there', async () => {
  await sampled('partner-led', BARE);
  const missing = 'Missing before Microsoft can be invited: a customer contact, a solution';
  expect(textOf(await card())).toContain(missing);
  await say(program, MEGAN, 'add solution adatum');
  await say(program, MEGAN, 'Factory Insights');
  await say(program, MEGAN, '1');
  await say(program, MEGAN, 'save');
  await program.settle();
  expect(textOf(await card())).toMatch(/can be invited: a customer contact(?!, )/);
});
