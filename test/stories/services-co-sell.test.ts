import { accept, DEAL, MEGAN, say } from './doing';
import { dialogOf } from './filling-in';
import { inPartnerCenter, made } from './new-deals';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.stop());

const ATTRIBUTES = [
  { type: 'CustomerMarketplaceIntent', id: 'Yes' },
  { type: 'PartnerRole', id: 'Build' },
  { type: 'SolutionArea', id: 'Cloud & AI' },
  { type: 'SolutionPlay', id: 'Migrate ${x}' },
];

const there = async (): Promise<Loose[]> => {
  await program.settle();
  const [deal] = await inPartnerCenter(program);
  return deal.details.requirements.additionalRequirements.attributes;
};

const card = async (customer = 'Adventure Works'): Promise<Loose> =>
  cardOf(await program.channel(), customer);

it('what services co-sell asks for besides goes with a new deal', async () => {
  const [purchaseIntent, partnerRole, solutionArea, solutionPlay] = ATTRIBUTES.map(({ id }) => id);
  await made(program, { purchaseIntent, partnerRole, solutionArea, solutionPlay });
  expect(await there()).toEqual(ATTRIBUTES);
});

it('Details shows it, Edit changes one of them, and the others stay', async () => {
  const { id: activity } = await card();
  const shown = await program.act({ person: MEGAN, activity, button: 'Details' });
  expect(textOf({ attachments: [{ content: shown.dialog.card }] })).toMatch(
    /Buys through the marketplace\nYes[^]*Partner role\nBuild[^]*Solution area\nCloud & AI/,
  );
  await program.act({ person: MEGAN, dialog: 'close' });
  await program.act({ person: MEGAN, activity, button: 'Edit deal' });
  await program.act({ person: MEGAN, activity, button: 'Save', inputs: { solutionArea: 'Security' } });
  expect(await there()).toEqual(
    ATTRIBUTES.map((one) => (one.type === 'SolutionArea' ? { ...one, id: 'Security' } : one)),
  );
});

it('in typed words it is named; emptied it goes', async () => {
  await say(program, MEGAN, 'edit adventure works');
  expect(await say(program, MEGAN, 'partner role: Sell')).toContain('Sell');
  await say(program, MEGAN, 'solution play: none');
  await say(program, MEGAN, 'save');
  expect(await there()).toEqual([
    ATTRIBUTES[0],
    { type: 'PartnerRole', id: 'Sell' },
    { type: 'SolutionArea', id: 'Security' },
  ]);
});

it('too long a one is told beside its field, and nothing is written', async () => {
  const { id: activity } = await card();
  await program.act({ person: MEGAN, activity, button: 'Edit deal' });
  const inputs = { partnerRole: 'x'.repeat(201) };
  const answer = await program.act({ person: MEGAN, activity, button: 'Save', inputs, unchecked: true });
  expect(JSON.stringify(answer)).toContain('at most 200 characters');
  await program.act({ person: MEGAN, dialog: 'close' });
});

it('a lead has none of it', async () => {
  const [first] = await program.channel();
  await accept(program, first.id, MEGAN, DEAL);
  await program.settle();
  await program.act({ person: MEGAN, activity: first.id, button: 'Edit deal' });
  expect(JSON.stringify((await dialogOf(program, MEGAN)).card)).not.toContain('partnerRole');
});
