import { accept, cardsFor, DEAL, fail, health, MANAGER, MEGAN, noMoreFaults, repliesTo, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

/** So that what hangs is given up before the test's patience is over. */
const IMPATIENT = { callLimitMs: 500 };

let program: Program;
let customer: string;

beforeEach(async () => {
  program = await startProgram();
  await program.settle();
});
afterEach(() => program.stop());

const cards = async (): Promise<Loose[]> =>
  (await program.channel()).filter(
    (one) => one.thread === null && JSON.stringify(one.attachments).includes(customer),
  );

const lead = async (): Promise<void> => {
  const made = await program.sample('customer-inquiry', { details: { customerRequestedContact: false } });
  customer = made.customerProfile.name;
};

/** What Teams answers; none of it lasts, whatever it looks like. */
const ANSWERS: readonly (number | 'reset' | 'html')[] = [401, 403, 404, 408, 500, 502, 'reset', 'html'];
const HOW_LONG = [
  ['once', 1],
  ['for an hour', 10_000],
] as const;
const TABLE = ANSWERS.flatMap((answer) => HOW_LONG.map(([long, times]) => [answer, long, times] as const));

/** Teams answers so `times` times; an hour and its last wait later all is as it should be. */
async function outage(answer: number | string, times: number, begin: () => Promise<unknown>): Promise<void> {
  await fail(program, { on: 'teams', answer, times });
  await begin();
  await program.settle();
  await program.advance(times === 1 ? 'PT10S' : 'PT1H');
  await noMoreFaults(program);
  // The longest wait that an hour of failures leads to is 82 minutes, with its jitter.
  if (times > 1) await program.advance('PT85M');
  expect((await program.get('/health/ready')).status).toBe('ok');
}

it.each(TABLE)('a new card: Teams answers %s %s, and it comes, once', async (answer, _, times) => {
  await outage(answer, times, lead);
  expect(await cards()).toHaveLength(1);
});

it.each(TABLE)('a card to change: Teams answers %s %s, and it changes', async (answer, _, times) => {
  await lead();
  await program.settle();
  const { id } = cardOf(await program.channel(), customer);
  await program.act({ person: MEGAN, activity: id, button: 'Decline' });
  await outage(answer, times, () =>
    program.act({
      person: MEGAN,
      activity: id,
      button: 'Decline and tell the customer',
      inputs: { reason: '5' },
    }),
  );
  const after = await cards();
  expect(after.map((one) => one.id)).toEqual([id]);
  expect(textOf(after[0])).toContain('Declined');
});

describe('Teams hangs for an hour, or answers 500', () => {
  const HOUR_LONG = ['hang', 500] as const;

  beforeEach(async () => {
    await program.stop();
    program = await startProgram({}, undefined, IMPATIENT);
    await program.settle();
    await lead();
    await program.settle();
  });

  const managersMessage = async (answer: string | number): Promise<void> => {
    await program.advance('PT21H59M');
    await outage(answer, 10_000, () => program.advance('PT2M'));
    const told = (await cardsFor(program, MANAGER, customer)).map(textOf);
    expect(new Set(told).size).toBe(told.length);
    expect(told.length).toBeGreaterThan(0);
    const { id } = cardOf(await program.channel(), customer);
    expect((await repliesTo(program, id)).join()).not.toContain(MANAGER);
  };
  const reminder = async (answer: string | number): Promise<void> => {
    const { id } = cardOf(await program.channel(), customer);
    const before = await repliesTo(program, id);
    await program.advance('PT19H59M');
    await outage(answer, 10_000, () => program.advance('PT2M'));
    const came = (await repliesTo(program, id)).slice(before.length);
    expect(came).toEqual([expect.stringContaining('answer')]);
  };
  it.each(HOUR_LONG)("%s: a manager's message comes in the end, once", managersMessage);
  it.each(HOUR_LONG)('%s: a reminder in the thread comes in the end, once', reminder);
});

/** A chat that cannot be opened is no outage: it is said in the thread. */
const PASSING = TABLE.filter(([answer]) => answer !== 403 && answer !== 404);

it.each([[403], [404]])(
  "a manager's message: Teams answers %s, and it is said in the thread",
  async (answer) => {
    // The lead that a new sandbox begins with is the only one that is due then.
    const [card] = (await program.channel()).filter((one) => one.thread === null && one.from.bot);
    await program.advance('PT21H59M');
    await fail(program, { on: 'teams', answer });
    await program.advance('PT2M');
    expect((await repliesTo(program, card.id)).at(-1)).toContain(`<at>${MANAGER}</at> For you as manager`);
  },
);

it.each(PASSING)("a manager's message: Teams answers %s %s, and it comes, once", async (answer, _, times) => {
  await lead();
  await program.advance('PT21H59M');
  await outage(answer, times, () => program.advance('PT2M'));
  // After an hour's outage the end of the 24 hours has come as well: in the same message, or in one of its own.
  const told = await cardsFor(program, MANAGER, customer);
  expect(told.length).toBeGreaterThan(0);
  expect(told.length).toBeLessThanOrEqual(times > 1 ? 2 : 1);
  expect((await repliesTo(program, cardOf(await program.channel(), customer).id)).join()).not.toContain(
    MANAGER,
  );
});

it.each(ANSWERS.filter((one) => one !== 403 && one !== 404))(
  'an answer in a chat: Teams answers %s once, and it is read',
  async (answer) => {
    await lead();
    await program.settle();
    await say(program, MEGAN, 'help');
    await fail(program, { on: 'teams', answer });
    expect(await say(program, MEGAN, 'help')).toContain('inbox');
  },
);

it('no answer at all to a change and to a message is given up at the time limit and tried again', async () => {
  await program.stop();
  program = await startProgram({}, undefined, IMPATIENT);
  await program.settle();
  await lead();
  await program.settle();
  const { id } = cardOf(await program.channel(), customer);
  await program.act({ person: MEGAN, activity: id, button: 'Accept' });
  await fail(program, { on: 'teams', answer: 'hang', times: 2 });
  await accept(program, id);
  await program.settle();
  await program.advance('PT1M');
  expect(textOf(cardOf(await program.channel(), customer))).toContain('✓ Accepted');
  expect(await cardsFor(program, MEGAN, customer)).toHaveLength(1);
});

it.each([[400], [413]])(
  'Teams answers %s, which no second try mends: the admin hears that it was refused, health says so',
  async (answer) => {
    await fail(program, { on: 'teams', answer });
    await lead();
    await program.settle();
    expect(await cards()).toHaveLength(0);
    expect(await health(program, 'effects')).toMatchObject({ state: 'degraded' });
    const told = (await cardsFor(program, MEGAN, customer)).map(textOf).join();
    expect(told).toContain(`Something for ${customer} was refused and is not tried again: ${String(answer)}`);
    expect(told).not.toContain('tried often');
  },
);

it('what was tried until it is given up is told to the admin, with how often', async () => {
  await lead();
  await program.settle();
  const { id } = cardOf(await program.channel(), customer);
  await program.act({ person: MEGAN, activity: id, button: 'Accept' });
  await fail(program, { on: 'teams', answer: 500, times: 10_000 });
  await program.act({ person: MEGAN, activity: id, button: 'Accept', inputs: DEAL });
  await program.advance('PT20H');
  await noMoreFaults(program);
  await program.advance('PT4H');
  const told = (await cardsFor(program, MEGAN, customer)).map(textOf).join();
  expect(told).toMatch(/Something for .* could not be done in \d+ tries and is given up: 500/);
});
