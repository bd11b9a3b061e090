import { MEGAN, say } from './doing';
import { dialogOf } from './filling-in';
import { inPartnerCenter } from './new-deals';
import { startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
afterEach(() => program.stop());

const CUSTOMER = { customer: 'Adventure Works', country: 'Germany', consent: 'no' };
const DEAL = { solution: 'Factory Insights', dealValue: '40k', currency: 'EUR', closeDate: '2026-06-30' };
const ME = { phone: '+49 228 1234567' };

const shown = async (): Promise<string> =>
  textOf({ attachments: [{ content: (await dialogOf(program, MEGAN))?.card }] });

describe('a new deal in steps, by dialog', () => {
  let press: (button: string, inputs?: Loose) => Promise<Loose>;
  beforeEach(async () => {
    program = await startProgram();
    const offered = await program.act({ person: MEGAN, conversation: 'personal', text: 'new deal' });
    const activity = offered.activities.at(-1).id;
    press = (button, inputs = {}) => program.act({ person: MEGAN, activity, button, inputs });
    await press('Partner-led deal');
  });

  it('keeps what was typed on the way back, and when it is opened again', async () => {
    expect(await shown()).toContain('Step 1 of 2.');
    await press('Next', CUSTOMER);
    await press('Back', { ...DEAL, closeDate: '' });
    expect(await shown()).toContain('Adventure Works');
    await program.act({ person: MEGAN, dialog: 'close' });
    await press('Partner-led deal');
    await press('Next');
    expect(await shown()).toMatch(/Step 2 of 2[^]*Factory Insights[^]*40k/);
  });

  it('leads back to the step that has what is wrong', async () => {
    await press('Next', CUSTOMER);
    await press('Back');
    await press('Next', { country: 'nowhere' });
    expect(await shown()).toMatch(/Step 1 of 2[^]*This is not a country/);
    await press('Next', { customer: 'Adventure Works', country: 'DE' });
    await press('Save', { ...DEAL, ...ME, dealValue: '-5' });
    expect(await shown()).toMatch(/Step 2 of 2[^]*cannot be below zero/);
    await press('Save', { dealValue: '40000' });
    await program.settle();
    expect(await inPartnerCenter(program)).toMatchObject([{ details: { dealValue: 40_000 } }]);
  });

  it('goes on in typed words where the steps are', async () => {
    await press('Next', { ...CUSTOMER, customer: 'Adventure Works' });
    expect(await say(program, MEGAN, 'new deal partner-led')).toContain('solution');
  });

  it('forged, a step that is none is the whole form', async () => {
    const { card } = await dialogOf(program, MEGAN);
    const forged = JSON.parse(JSON.stringify(card).replaceAll('"step":"customer"', '"step":"${x}"'));
    const next = forged.actions.find(({ title }: Loose) => title === 'Next');
    const offered = (await program.chat(MEGAN)).at(-1)!;
    await program.act({ person: MEGAN, activity: offered.id, action: next, inputs: CUSTOMER });
    expect(await shown()).toContain('Step');
    expect(await inPartnerCenter(program)).toEqual([]);
  });
});

it('by card: each step replaces the card where it stands, and only one Back is on it', async () => {
  program = await startProgram({ FORMS: 'card' });
  const offered = await program.act({ person: MEGAN, conversation: 'personal', text: 'new deal' });
  const activity = offered.activities.at(-1).id;
  const press = async (button: string, inputs: Loose = {}): Promise<string> =>
    JSON.stringify(await program.act({ person: MEGAN, activity, button, inputs }));
  expect(await press('Partner-led deal')).toContain('Step 1 of 2.');
  const second = await press('Next', CUSTOMER);
  expect(second).toContain('Step 2 of 2.');
  expect(second).toContain('"verb":"step-back"');
  expect(second).not.toContain('"verb":"back"');
  expect(await press('Back', DEAL)).toContain('Adventure Works');
  expect(await press('Next')).toContain('Factory Insights');
  expect(await press('Save', ME)).toContain('is yours');
  await program.settle();
  expect(await inPartnerCenter(program)).toHaveLength(1);
});
