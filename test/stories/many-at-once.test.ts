import { accept, fail, MEGAN, repliesTo, say } from './doing';
import { startProgram, textOf, type Loose, type Program } from './program';

const KEY = { authorization: 'Bearer sandbox' };

let program: Program;
beforeEach(async () => {
  program = await startProgram({ PARTNER_CENTER: 'none' });
  await program.advance('PT10S');
});
afterEach(() => program.stop());

const nameOf = (n: number): string => `Customer ${String(n).padStart(2, '0')} Ltd`;

async function leads(from: number, count: number): Promise<Loose[]> {
  const { now } = await program.get('/sandbox/clock');
  return Array.from({ length: count }, (_, n) => ({
    id: `lead-${String(from + n)}`,
    createdDateTime: now,
    customerProfile: { name: nameOf(from + n) },
  }));
}

const send = async (what: unknown): Promise<void> =>
  expect((await program.post('/api/referrals', what, KEY)).status).toBeLessThan(300);
const sendAll = async (count: number, from = 1): Promise<void> => send(await leads(from, count));
async function sendEach(count: number): Promise<void> {
  for (const one of await leads(1, count)) {
    await send(one);
    await program.advance('PT1S');
  }
}

/** What the bot has posted there by itself, of these customers. */
const roots = async (): Promise<Loose[]> =>
  (await program.channel()).filter(
    (one) => one.from.bot && one.thread === null && /Customer \d/.test(textOf(one)),
  );
const isList = (one: Loose): boolean => /\d new referrals?/.test(textOf(one));
const lists = async (): Promise<Loose[]> => (await roots()).filter(isList);
const cards = async (): Promise<string[]> =>
  (await roots())
    .filter((one) => !isList(one))
    .map((one) => /Customer \d\d Ltd/.exec(textOf(one))?.[0] ?? '');
const rowOf = (list: Loose, customer: string): string =>
  textOf({
    attachments: [
      {
        content: list.attachments[0].content.body.find(
          (one: Loose) => one.selectAction && JSON.stringify(one).includes(customer),
        ),
      },
    ],
  });

describe('a burst that comes together', () => {
  it('whose list Teams refuses for good is told to the admins, once', async () => {
    await fail(program, { on: 'teams', answer: 400, times: 1 });
    await sendAll(12);
    await program.advance('PT1M');
    expect(await lists()).toEqual([]);
    const people = (await program.get('/sandbox/people')) as readonly Loose[];
    const chats = await Promise.all(people.map(({ name }) => program.chat(name)));
    const told = chats
      .flat()
      .map(textOf)
      .filter((text) => text.includes('does not take the list'));
    expect(told).toEqual([expect.stringContaining('type inbox to see them')]);
    expect(await say(program, MEGAN, 'inbox')).toContain(nameOf(1));
  });

  it('ten are cards; twelve are one list that names each with its kind and deadline, and who answers', async () => {
    await sendAll(10);
    await program.advance('PT10S');
    expect(await cards()).toHaveLength(10);
    await program.advance('PT11M');
    await sendAll(12, 21);
    await program.advance('PT10S');
    expect(await cards()).toHaveLength(10);
    const [list, ...more] = await lists();
    expect(more).toEqual([]);
    expect(textOf(list)).toContain('12 new referrals');
    expect(textOf(list)).toContain('To be answered by');
    expect(list.attachments[0].content.msteams.entities.length).toBeGreaterThan(0);
    for (let n = 21; n < 33; n += 1) expect(rowOf(list, nameOf(n))).toMatch(/Referral|Lead|inquiry/i);
    expect(rowOf(list, nameOf(21))).toMatch(/answer by Tue/);
  });

  it('of thirty the list shows fifteen and counts the rest; inbox has all', async () => {
    await sendAll(30);
    await program.advance('PT10S');
    expect(await cards()).toEqual([]);
    const [list] = await lists();
    expect(textOf(list)).toContain('30 new referrals');
    expect(textOf(list)).toContain('And 15 more: see inbox.');
    expect(await say(program, MEGAN, 'inbox')).toContain('of 30');
  });

  it('sent once more it makes nothing new; a restart loses nothing', async () => {
    const all = await leads(1, 12);
    await send(all);
    program = await program.restart();
    await program.advance('PT10S');
    await send(all);
    await program.advance('PT10S');
    expect(await roots()).toHaveLength(1);
  });
});

it('one by one: ten cards, then one list that grows; after ten minutes a new message notifies again', async () => {
  await sendEach(14);
  await program.advance('PT10S');
  expect(await cards()).toHaveLength(10);
  expect((await lists()).map(textOf)).toEqual([expect.stringContaining('4 new referrals')]);
  await program.advance('PT11M');
  await sendAll(11, 41);
  await program.advance('PT10S');
  expect(await lists()).toHaveLength(2);
  expect(await cards()).toHaveLength(10);
});

describe('a referral that is a row', () => {
  beforeEach(async () => {
    await sendAll(12);
    await program.advance('PT10S');
  });

  it('is opened by a press: its details for who presses, its card for all, once', async () => {
    const [list] = await lists();
    const press = { person: MEGAN, activity: list.id, button: `Show ${nameOf(3)}` };
    const answer = await program.act(press);
    expect(JSON.stringify(answer)).toContain(nameOf(3));
    await program.act(press);
    await program.advance('PT10S');
    expect(await cards()).toEqual([nameOf(3)]);
    const card = (await roots()).find((one) => !isList(one));
    await accept(program, card.id);
    await program.advance('PT10S');
    expect(rowOf((await lists())[0], nameOf(3))).toContain(`taken by ${MEGAN}`);
    expect(await lists()).toHaveLength(1);
  });

  it('is taken by typed words: its card is posted and says so, the list too', async () => {
    for (const words of [`accept ${nameOf(5)}`, 'Eighty seats', '40k eur', 'skip', 'skip', 'save'])
      await say(program, MEGAN, words);
    await program.advance('PT10S');
    expect(await say(program, MEGAN, 'my active deals')).toContain(nameOf(5));
    expect(await cards()).toEqual([nameOf(5)]);
    const card = (await roots()).find((one) => !isList(one));
    expect(textOf(card)).toContain(MEGAN);
    expect(rowOf((await lists())[0], nameOf(5))).toContain(`taken by ${MEGAN}`);
  });

  it('has its card when it is reminded of, with the reminder below, and when it expires', async () => {
    await program.advance('PT20H5M');
    expect((await cards()).sort()).toEqual(Array.from({ length: 12 }, (_, n) => nameOf(n + 1)));
    const card = (await roots()).find((one) => !isList(one));
    expect((await repliesTo(program, card.id)).join()).toMatch(/Nobody has answered/);
    await program.advance('P15D');
    expect(rowOf((await lists())[0], nameOf(1))).toContain('Expired');
    expect(await cards()).toHaveLength(12);
  });
});
