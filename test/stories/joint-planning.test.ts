import { accept, cardsFor, MEGAN, repliesTo, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
let lead: Loose;
const CUSTOMER = 'Adatum Corporation';
const card = async (): Promise<Loose> => cardOf(await program.channel(), CUSTOMER);

beforeEach(async () => {
  program = await startProgram();
  lead = await program.sample('joint-planning', { customerProfile: { name: CUSTOMER } });
  await program.settle();
  await accept(program, (await card()).id);
  await program.settle();
});
afterEach(() => program.stop());

const press = async (button: string): Promise<string> => {
  const answer = JSON.stringify(await program.act({ person: MEGAN, activity: (await card()).id, button }));
  await program.settle();
  return answer;
};

it('is qualified and evaluated before it is won; then the card leads to where it is converted', async () => {
  expect(await say(program, MEGAN, 'won adatum')).toContain('Missing: Qualify and Evaluate');
  expect(await say(program, MEGAN, 'evaluated adatum')).toContain('is not qualified yet');
  expect(await press('Qualified')).toContain('Evaluate it next.');
  expect((await program.partnerCenter(lead.id)).salesStage).toBe('20');
  expect(JSON.stringify(await card())).not.toContain('Convert to opportunity');
  expect(await say(program, MEGAN, 'evaluated adatum')).toContain('Convert it to an opportunity');
  await program.settle();
  expect((await program.partnerCenter(lead.id)).salesStage).toBe('40');
  expect(JSON.stringify(await card())).toContain('Convert to opportunity');
  await program.advance('P4D');
  const told = (await cardsFor(program, MEGAN, CUSTOMER)).map(textOf).join('\n');
  expect(told).toContain('convert it to an opportunity in Partner Center');
  expect(await say(program, MEGAN, 'won adatum')).toContain('Is this right?');
});

it('has 60 days to be acted on: the card says until when, and its owner is reminded', async () => {
  expect(textOf(await card())).toContain('Act by Fri 1 May');
  await program.advance('P31D');
  expect((await repliesTo(program, (await card()).id)).join('\n')).toContain(
    'qualify, evaluate and convert it by',
  );
});
