import { fail, MANAGER, MEGAN, say } from './doing';
import { dialogOf } from './filling-in';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

const SAID = 'The close date is not allowed.';

let program: Program;
let activity: string;
let customer: string;
let id: string;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.stop());

beforeEach(async () => {
  const deal = await program.sample('customer-inquiry', { status: 'Active', substatus: 'Accepted' });
  ({ id } = deal);
  customer = deal.customerProfile.name;
  await program.settle();
  activity = cardOf(await program.channel(), customer).id;
});

const press = (button: string, inputs: Loose = {}, person = MANAGER): Promise<Loose> =>
  program.act({ person, activity, button, inputs });

async function form(person = MANAGER): Promise<string> {
  await press('Edit deal', {}, person);
  const shown = JSON.stringify((await dialogOf(program, person)).card);
  await program.act({ person, dialog: 'close' });
  return shown;
}

async function refused(target = 'details/closingDateTime'): Promise<void> {
  const body = { error: { code: 'invalidRequest', message: SAID, target } };
  await fail(program, { on: 'partner-center', method: 'PATCH', answer: 400, times: 1, body });
  await press('Edit deal');
  await press('Save', { closeDate: '2026-05-31', crmId: 'CRM-77' });
  await program.settle();
}

it('opens with what was refused, its words beside the field that they are about; once it is taken it is over', async () => {
  const before = await form();
  await refused();
  const opened = await form();
  expect(opened).toContain('"value":"2026-05-31"');
  expect(opened).toContain('"value":"CRM-77"');
  expect(opened).toContain(`⚠ Partner Center says: ${SAID}`);
  await press('Edit deal');
  await press('Save', { closeDate: '2026-06-30' });
  await program.settle();
  expect(await program.partnerCenter(id)).toMatchObject({ externalReferenceId: 'CRM-77' });
  const after = await form();
  expect(after).not.toContain('⚠');
  expect(after).toContain('"value":"2026-06-30"');
  expect(before).not.toContain('CRM-77');
});

it('is kept for a day', async () => {
  await refused();
  await program.advance('PT20H');
  expect(await form()).toContain('CRM-77');
  await program.advance('PT5H');
  const later = await form();
  expect(later).not.toContain('⚠');
});

it('what was written anew in between stays, and nothing is said beside it any more', async () => {
  await refused();
  await press('Edit deal');
  await press('Save', { closeDate: '2020-01-01' });
  await program.act({ person: MANAGER, dialog: 'close' });
  const opened = await form();
  expect(opened).toContain('2020-01-01');
  expect(opened).not.toContain(SAID);
});

it('in typed words the field is asked for first, with the words', async () => {
  await refused();
  const asked = await say(program, MANAGER, `edit ${customer}`);
  expect(asked).toContain(`Partner Center says: ${SAID}`);
  expect(asked).toContain('31 May 2026');
  const summary = await say(program, MANAGER, '30 june 2026');
  expect(summary).toContain('CRM-77');
  await say(program, MANAGER, 'save');
  await program.settle();
  expect(await program.partnerCenter(id)).toMatchObject({ externalReferenceId: 'CRM-77' });
});

it('of a refusal that names no field the values are there', async () => {
  await refused('');
  const opened = await form();
  expect(opened).toContain('CRM-77');
  expect(opened).not.toContain('⚠');
});

it('somebody else starts from the record', async () => {
  await press('Take over', {}, MEGAN);
  await program.settle();
  await refused();
  const theirs = await form(MEGAN);
  expect(theirs).toContain('"id":"crmId"');
  expect(theirs).not.toContain('CRM-77');
  expect(textOf(cardOf(await program.channel(), customer))).not.toContain('CRM-77');
});
