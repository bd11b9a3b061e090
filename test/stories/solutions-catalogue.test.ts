import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { accept, LIDIA, MEGAN, say } from './doing';
import { dialogOf } from './filling-in';
import { FORM, inPartnerCenter } from './new-deals';
import { startProgram, type Loose, type Program } from './program';

const MANY = Array.from({ length: 100 }, (_, at) => `CFQ${at},Power Tool ${at},Microsoft`);
const FILE = [
  'id,name,type',
  'SOL-7,Shop Floor,Partner’s own',
  'CFQ-X,Teams Premium,Microsoft',
  'CFQ-Y,Teams Rooms,Microsoft',
  ...MANY,
].join('\n');

let program: Program;
let activity: string;
beforeAll(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-'));
  fs.writeFileSync(path.join(folder, 'solutions.csv'), FILE);
  program = await startProgram({ SOLUTIONS_CATALOGUE: path.join(folder, 'solutions.csv') }, folder);
  await program.settle();
  const [first] = await program.channel();
  activity = first.id;
  await accept(program, activity);
  await program.settle();
});
afterAll(() => program.stop());
afterEach(async () => {
  await program.act({ person: MEGAN, dialog: 'close' });
  await say(program, MEGAN, 'cancel');
});

const found = async (text: string, person = MEGAN, dataset = 'solutions'): Promise<string[]> => {
  const on = { person, activity, unchecked: true, search: { dataset, text } };
  const { status, body } = await program.act(on);
  expect(status).toBe(200);
  expect(body.type).toBe('application/vnd.microsoft.search.searchResponse');
  return body.value.results.map((one: Loose) => one.value);
};

const solutions = async (): Promise<Loose[]> => {
  await program.settle();
  const all = (await program.get('/sandbox/partner-center/v1.0/engagements/referrals')).value;
  return all.flatMap((one: Loose) => one.details.requirements.solutions);
};

const inputOf = async (id: string): Promise<Loose> => {
  const inputs: Loose[] = [];
  JSON.stringify((await dialogOf(program, MEGAN)).card, (_, part: Loose) => {
    if (part?.id === id && String(part.type).startsWith('Input.')) inputs.push(part);
    return part;
  });
  return inputs[0];
};

it('a client searches all of it in the input: each word begins one of the name’s', async () => {
  expect(await found('teams')).toEqual(['Teams Premium', 'Teams Rooms']);
  expect(await found('ROO tea')).toEqual(['Teams Rooms']);
  expect(await found('power')).toHaveLength(15);
  expect(await found('tool 99')).toEqual(['Power Tool 99']);
  expect(await found('')).toHaveLength(15);
});

it.each(['nothing of that kind', '${name}', 'z'.repeat(300), '\u202E'])(
  'for %j it finds none',
  async (text) => {
    expect(await found(text)).toEqual([]);
  },
);

it('who has no desk, and another list, find nothing', async () => {
  expect(await found('teams', LIDIA)).toEqual([]);
  expect(await found('teams', MEGAN, 'graph.microsoft.com/users')).toEqual([]);
});

it('one that was found fills in name, id and type', async () => {
  await program.act({ person: MEGAN, activity, button: 'Add solution' });
  const known = await inputOf('knownSolution');
  expect(known['choices.data']).toEqual({ type: 'Data.Query', dataset: 'solutions' });
  expect(known.choices).toHaveLength(60);
  const inputs = { knownSolution: 'Power Tool 99' };
  await program.act({ person: MEGAN, activity, button: 'Save', inputs });
  expect(await solutions()).toContainEqual({
    ...{ id: 'CFQ99', name: 'Power Tool 99', type: 'Name', solutionType: '1P' },
  });
});

it('none of them again takes back what the choice has filled in, and nothing else', async () => {
  await program.act({ person: MEGAN, conversation: 'personal', text: 'new deal' });
  const on = (await program.chat(MEGAN)).at(-1).id;
  const press = (button: string, inputs: Loose = {}): Promise<Loose> =>
    program.act({ person: MEGAN, activity: on, button, inputs });
  await press('Private deal');
  await press('Next', { customer: 'Adventure Works', country: 'DE' });
  await press('Save', { knownSolution: 'Shop Floor', dealValue: 'x' });
  expect(await inputOf('solution')).toMatchObject({ value: 'Shop Floor' });
  await press('Save', { knownSolution: '(none)', dealValue: '40k' });
  expect(await inputOf('solution')).toMatchObject({ value: '' });
  expect(await inputOf('dealValue')).toMatchObject({ value: '40k' });
  await press('Cancel');
});

it('what is no solution of it is written by its name; what is none at all is refused', async () => {
  await program.act({ person: MEGAN, activity, button: 'Add solution' });
  const press = (inputs: Loose): Promise<Loose> =>
    program.act({ person: MEGAN, activity, button: 'Save', inputs, unchecked: true });
  expect(JSON.stringify(await press({ knownSolution: 'Nobody’s' }))).toContain('one of those offered');
  await press({ knownSolution: '', name: 'Made to measure', solutionType: 'own' });
  expect(await solutions()).toContainEqual({ name: 'Made to measure', type: 'Name' });
});

it('in typed words a whole name is taken, a part of one asked about, another name searched for anew', async () => {
  expect(await say(program, MEGAN, 'new deal private')).toContain('Who is the customer?');
  await say(program, MEGAN, 'Adventure Works');
  await say(program, MEGAN, 'Germany');
  const several = await say(program, MEGAN, 'teams');
  expect(several).toContain('Choose: 1 Teams Premium, 2 Teams Rooms.');
  expect(several).toContain('"no" if it is none of these');
  expect(await say(program, MEGAN, 'shop')).toContain('Shop Floor: is that the one?');
  expect(await say(program, MEGAN, 'back')).toContain('What do you sell?');
  expect(await say(program, MEGAN, 'shop')).toContain('is that the one?');
  expect(await say(program, MEGAN, 'yes')).toContain('What is the deal worth?');
  await say(program, MEGAN, 'solution: teams rooms');
  await say(program, MEGAN, '40k eur');
  await say(program, MEGAN, '30/6');
  await say(program, MEGAN, FORM.phone);
  await say(program, MEGAN, 'save');
  await program.settle();
  const [made] = await inPartnerCenter(program);
  expect(made.details.requirements.solutions).toEqual([
    { id: 'CFQ-Y', name: 'Teams Rooms', solutionType: '1P', type: 'Name' },
  ]);
});

it('"no" keeps the name as it was written', async () => {
  await say(program, MEGAN, 'new deal private');
  await say(program, MEGAN, 'Adventure Works');
  if ((await say(program, MEGAN, 'no')).includes('country')) await say(program, MEGAN, 'Germany');
  await say(program, MEGAN, 'team');
  expect(await say(program, MEGAN, 'no')).toContain('What is the deal worth?');
});

it('what was used before is offered beside it', async () => {
  expect(await found('made to')).toEqual(['Made to measure']);
});
