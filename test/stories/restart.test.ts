import { accept, cardsFor, DEAL, fail, MEGAN, offForDays, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
let referral: Loose;
const customer = (): string => referral.customerProfile.name;
const card = async (): Promise<Loose> => cardOf(await program.channel(), customer());

beforeEach(async () => {
  program = await startProgram();
  referral = await program.sample('customer-inquiry');
  await program.settle();
});
afterEach(() => program.stop());

/** All that anybody sees, everywhere. */
async function everything(): Promise<Loose> {
  const conversations = await program.get('/sandbox/conversations');
  const activities = await Promise.all(
    conversations.map((one: Loose) =>
      program.get(`/sandbox/conversations/${encodeURIComponent(one.id)}/activities`),
    ),
  );
  const records = await program.get('/sandbox/partner-center/v1.0/engagements/referrals');
  expect(records.value).toHaveLength(2);
  return { conversations, activities, records: records.value };
}

it('everything is still there: channel, chats, records, clock; nothing is posted again', async () => {
  await accept(program, (await card()).id);
  await program.advance('P3D');
  const before = await everything();
  const { now } = await program.get('/sandbox/clock');
  program = await program.restart();
  await program.settle();
  expect(await everything()).toEqual(before);
  expect((await program.get('/sandbox/clock')).now >= now).toBe(true);
  expect(await say(program, MEGAN, 'my active deals')).toContain('Eighty seats');
});

it('the card goes on being the same one, though the program listens elsewhere now', async () => {
  const { id } = await card();
  program = await program.restart();
  await accept(program, id);
  await program.settle();
  expect(await card()).toMatchObject({ id });
  expect(textOf(await card())).toContain('✓ Accepted');
});

it('a form in typed words goes on in the middle, and ends in a dialog that holds what was typed', async () => {
  expect(await say(program, MEGAN, `accept ${customer()}`)).toContain('What shall the deal be called?');
  expect(await say(program, MEGAN, 'Typed before')).toContain('What is the deal worth?');
  program = await program.restart();
  expect(await say(program, MEGAN, '40k eur')).toContain('When do you expect to close it?');
  program = await program.restart();
  const { dialog } = await program.act({ person: MEGAN, activity: (await card()).id, button: 'Accept' });
  expect(JSON.stringify(dialog.card)).toContain('"value":"Typed before"');
  expect(JSON.stringify(dialog.card)).toMatch(/"value":"40,?000/);
  await program.act({ person: MEGAN, activity: (await card()).id, button: 'Accept' });
  await program.settle();
  expect(await program.partnerCenter(referral.id)).toMatchObject({
    name: 'Typed before',
    details: { dealValue: 40000, currency: 'EUR' },
  });
  expect(await say(program, MEGAN, 'next friday')).not.toContain('What');
});

it('a dialog that was sent with a problem opens again with what was sent', async () => {
  const activity = (await card()).id;
  await program.act({ person: MEGAN, activity, button: 'Accept' });
  const inputs = { ...DEAL, dealValue: 'lots' };
  await program.act({ person: MEGAN, activity, button: 'Accept', inputs });
  program = await program.restart();
  const { dialog } = await program.act({ person: MEGAN, activity, button: 'Accept' });
  expect(JSON.stringify(dialog.card)).toContain('"value":"lots"');
  expect(JSON.stringify(dialog.card)).toContain('"value":"Wants a demo"');
});

it('stopped between accept and Partner Center: it is written after the start, once', async () => {
  await fail(program, { on: 'partner-center', method: 'PATCH', answer: 503, retryAfter: 3600 });
  await accept(program, (await card()).id);
  await program.advance('PT0S');
  program = await program.restart();
  expect(textOf(await card())).toContain('sending…');
  await program.advance('PT1H');
  await program.advance('PT1M');
  expect(await program.partnerCenter(referral.id)).toMatchObject({ name: 'Eighty seats', status: 'Active' });
  expect(textOf(await card())).toContain('✓ Accepted');
  expect(await cardsFor(program, MEGAN, customer())).toHaveLength(1);
});

it('stopped between written and confirmed: it is confirmed after the start', async () => {
  await accept(program, (await card()).id);
  await program.advance('PT0S');
  expect(textOf(await card())).toContain('not yet confirmed');
  const { eTag } = await program.partnerCenter(referral.id);
  program = await program.restart();
  await program.settle();
  expect(textOf(await card())).toContain('✓ Accepted');
  expect((await program.partnerCenter(referral.id)).eTag).toBe(eTag);
});

it('time that went by while the program was off shows on the card after the start', async () => {
  await program.stop();
  await offForDays(program.folder, 1.1);
  program = await startProgram({}, program.folder);
  await program.settle();
  expect(textOf(await card())).toContain('overdue since Tue');
  expect(await say(program, 'Nestor Wilke', 'inbox')).toContain(customer());
});

it('the program may be stopped twice, and while somebody waits for an answer', async () => {
  const pressed = program.act({ person: MEGAN, activity: (await card()).id, button: 'Accept' });
  await Promise.all([program.stop(), pressed.catch(() => undefined)]);
  program = await startProgram({}, program.folder);
  expect((await program.get('/health/live')).status).toBe('ok');
});
