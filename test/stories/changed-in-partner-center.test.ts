import { accept, fail, MEGAN, noMoreFaults, repliesTo } from './doing';
import { buttonsOf, cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
let referral: Loose;
const card = async (): Promise<Loose> => cardOf(await program.channel(), 'Wingtip Sales');
const thread = async (): Promise<string> => (await repliesTo(program, (await card()).id)).join('\n');

/** Somebody edits it in Partner Center itself. */
async function edit(fields: Record<string, unknown>): Promise<void> {
  const path = `/sandbox/partner-center/v1.0/engagements/referrals/${String(referral.id)}`;
  const operations = Object.entries(fields).map(([at, value]) => ({ op: 'replace', path: at, value }));
  const { status, body } = await program.patch(path, operations);
  if (status >= 300) throw new Error(JSON.stringify(body));
  await program.advance('PT10M');
}

beforeEach(async () => {
  program = await startProgram();
  referral = await program.sample('customer-inquiry', { customerProfile: { name: 'Wingtip Sales' } });
  await program.settle();
  await accept(program, (await card()).id);
  await program.advance('PT1M');
});
afterEach(() => program.stop());

it('what was written here and comes back says nothing', async () => {
  await program.advance('PT10M');
  expect(await thread()).not.toMatch(/Changed in Partner Center/);
});

it('a deal changed there: the thread says what, and mentions who holds it', async () => {
  await edit({ '/details/dealValue': 55_000, '/externalReferenceId': 'CRM-9' });
  expect(await thread()).toMatch(
    /Megan Bowen.*Changed in Partner Center: Value €40,000 → €55,000, CRM id .* → CRM-9\./,
  );
});

it('a deal closed there: the thread says so, and the card is final', async () => {
  await edit({ '/status': 'Closed', '/substatus': 'Lost', '/statusReason': 'Others' });
  expect(await thread()).toMatch(/closed in Partner Center: Lost/);
});

it('while Partner Center is away the card says since when, and a press tries again', async () => {
  await fail(program, { on: 'partner-center', method: 'PATCH', answer: 503, times: 1_000 });
  await program.act({ person: MEGAN, activity: (await card()).id, button: 'Edit deal' });
  await program.act({
    person: MEGAN,
    activity: (await card()).id,
    button: 'Save',
    inputs: { crmId: 'CRM-1' },
  });
  await program.advance('PT10M');
  expect(textOf(await card())).toMatch(/Partner Center does not answer, saved here since/);
  expect(buttonsOf(await card())).toContain('Try again');
  await noMoreFaults(program);
  await program.act({ person: MEGAN, activity: (await card()).id, button: 'Try again' });
  await program.advance('PT10S');
  expect((await program.partnerCenter(referral.id)).externalReferenceId).toBe('CRM-1');
  expect(buttonsOf(await card())).not.toContain('Try again');
});

it('what nobody has changed is as of the last poll, not of its last change', async () => {
  await program.advance('PT1H');
  const { dialog } = await program.act({ person: MEGAN, activity: (await card()).id, button: 'Details' });
  expect(JSON.stringify(dialog.card)).toMatch(/As of[^]{0,300}?Mon (?:09:5|10:0)\d/);
});
