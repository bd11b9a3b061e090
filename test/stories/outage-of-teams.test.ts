import {
  cardsFor,
  DEAL,
  fail,
  health,
  MANAGER,
  MEGAN,
  noMoreFaults,
  repliesTo,
  say,
  threadOf,
} from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;

beforeEach(async () => {
  program = await startProgram();
  await program.settle();
});
afterEach(() => program.stop());

const lead = async (): Promise<string> => {
  const made = await program.sample('customer-inquiry', { details: { customerRequestedContact: false } });
  return made.customerProfile.name;
};
const cardsOf = async (customer: string): Promise<Loose[]> =>
  (await program.channel()).filter(
    (one) => one.thread === null && JSON.stringify(one.attachments).includes(customer),
  );
const faultsLeft = (): Promise<Loose[]> => program.get('/sandbox/faults');

it.each([
  ['429 with Retry-After', { answer: 429, retryAfter: 20 }],
  ['412', { answer: 412 }],
  ['502', { answer: 502 }],
  ['503', { answer: 503 }],
  ['504', { answer: 504 }],
  ['a connection that is cut', { answer: 'reset' }],
])('Teams answers %s three times: the card comes, once', async (_, fault) => {
  await fail(program, { on: 'teams', times: 3, ...fault });
  const customer = await lead();
  await program.advance('PT10S');
  expect(await cardsOf(customer)).toHaveLength(0);
  await program.advance('PT2M');
  expect(await faultsLeft()).toEqual([]);
  expect(await cardsOf(customer)).toHaveLength(1);
});

it('asked to wait, it waits as long as asked', async () => {
  await fail(program, { on: 'teams', answer: 429, retryAfter: 300 });
  const customer = await lead();
  await program.advance('PT4M50S');
  expect(await cardsOf(customer)).toHaveLength(0);
  await program.advance('PT15S');
  expect(await cardsOf(customer)).toHaveLength(1);
});

it('no answer at all is given up after 8 seconds and tried again', async () => {
  await fail(program, { on: 'teams', answer: 'hang' });
  const customer = await lead();
  const begun = process.hrtime.bigint();
  await program.settle();
  await program.advance('PT1M');
  expect(Number(process.hrtime.bigint() - begun) / 1e9).toBeLessThan(12);
  expect(await cardsOf(customer)).toHaveLength(1);
});

it('the bot is taken out of the team: nothing is lost, health and lists say why, whoever set it up hears of it once, all comes when it is back', async () => {
  await say(program, MEGAN, 'help');
  await program.post('/sandbox/team/bot', { installed: false });
  const customer = await lead();
  await program.settle();
  await program.advance('PT5H');
  expect(await cardsOf(customer)).toHaveLength(0);
  expect(await health(program, 'desks')).toMatchObject({
    state: 'degraded',
    detail: expect.stringContaining('add the app to their team again'),
  });
  expect((await health(program, 'effects')).detail).toContain('wait until bot-installed');
  expect(await say(program, MEGAN, 'inbox')).toMatch(/I cannot reach Referrals: the app was taken out/);
  const told = (await program.chat(MEGAN)).map(textOf);
  expect(told.filter((text) => text.includes('I can no longer write to the channel Referrals'))).toHaveLength(
    1,
  );
  await program.post('/sandbox/team/bot', { installed: true });
  await program.settle();
  expect(await cardsOf(customer)).toHaveLength(1);
  expect((await program.get('/health/ready')).status).toBe('ok');
});

it('two reminders that fell into an outage are one when Teams is back, as things stand then', async () => {
  const details = { customerRequestedContact: true };
  const customer = (await program.sample('customer-inquiry', { details })).customerProfile.name;
  await program.settle();
  await fail(program, { on: 'teams', answer: 503, times: 10_000 });
  await program.advance('PT5H');
  await noMoreFaults(program);
  // The next try may lie two hours ahead, and its jitter.
  await program.advance('PT2H25M');
  const told = await repliesTo(program, cardOf(await program.channel(), customer).id);
  expect(told).toEqual([expect.stringMatching(/Contact them by Thu 09:00 — 2 days 1[5-9] hours/)]);
});

it('a card that was deleted is posted anew, and its reminders follow it', async () => {
  const customer = await lead();
  await program.settle();
  const first = cardOf(await program.channel(), customer);
  const url = `${program.url}/sandbox/teams/v3/conversations/${encodeURIComponent(first.conversation)}/activities/${String(first.id)}`;
  expect((await fetch(url, { method: 'DELETE', headers: { authorization: 'Bearer any' } })).status).toBe(200);
  await program.advance('PT12H');
  const [second, ...more] = await cardsOf(customer);
  expect(more).toEqual([]);
  expect(second.id).not.toBe(first.id);
  expect(JSON.stringify(second.attachments)).toContain('"color":"Warning"');
  await program.advance('PT8H');
  expect(await repliesTo(program, second.id)).toHaveLength(1);
});

it('a manager who has blocked the bot is mentioned in the thread instead, and hears again once it is unblocked', async () => {
  const customer = await lead();
  await program.settle();
  await program.post(`/sandbox/people/${encodeURIComponent(MANAGER)}/block`, { blocked: true });
  await program.advance('PT22H');
  const { id } = cardOf(await program.channel(), customer);
  const told = (await threadOf(program, id)).at(-1);
  expect(textOf(told)).toContain(
    `<at>${MANAGER}</at> For you as manager: Nobody has answered ${customer} yet.`,
  );
  expect(told.entities[0].mentioned.name).toBe(MANAGER);
  await program.post(`/sandbox/people/${encodeURIComponent(MANAGER)}/block`, { blocked: false });
  await program.advance('PT2H');
  expect(await cardsFor(program, MANAGER, customer)).toHaveLength(1);
});

it('during the outage people still work: what they accept is saved and shown when Teams is back', async () => {
  const customer = await lead();
  await program.settle();
  const { id } = cardOf(await program.channel(), customer);
  await program.act({ person: 'Megan Bowen', activity: id, button: 'Accept' });
  await fail(program, { on: 'teams', answer: 503, times: 100 });
  const saved = await program.act({ person: 'Megan Bowen', activity: id, button: 'Accept', inputs: DEAL });
  expect(JSON.stringify(saved)).toContain(`Accepted: ${customer} is yours.`);
  await program.settle();
  expect(textOf(cardOf(await program.channel(), customer))).not.toContain('Accepted');
  await noMoreFaults(program);
  await program.advance('PT1H');
  expect(textOf(cardOf(await program.channel(), customer))).toContain('✓ Accepted');
  expect(await cardsFor(program, 'Megan Bowen', customer)).toHaveLength(1);
});
