import { accept, cardsFor, DIEGO, fail, LIDIA, MANAGER, MEGAN, repliesTo, say } from './doing';
import { buttonsOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await program.settle();
});
afterEach(() => program.stop());

const isTest = (one: Loose): boolean =>
  /^Test(:| over)/.test(one.summary ?? '') || textOf(one).includes('Contoso');
const tests = async (): Promise<Loose[]> =>
  (await program.channel()).filter((one) => one.from.bot && (one.thread ?? null) === null && isTest(one));
const newest = async (): Promise<Loose> => (await tests()).at(-1);

async function begin(person = MEGAN, conversation = 'Referrals'): Promise<Loose> {
  await say(program, person, 'test referral', conversation);
  await program.settle();
  return newest();
}

const press = ({ id }: Loose, person: string, button: string, inputs?: Loose): Promise<Loose> =>
  program.act({ person, activity: id, button, ...(inputs && { inputs }) });

/** What goes to Partner Center, as its sandbox counts it. */
const there = async (): Promise<string> =>
  JSON.stringify(await program.get('/sandbox/partner-center/v1.0/engagements/referrals'));

it('goes the whole way: received, accepted, noted, won; nothing of it is in Partner Center', async () => {
  const before = await there();
  const card = await begin();
  expect(textOf(card)).toMatch(/Test · /);
  expect(textOf(card)).toContain('Begun by Megan Bowen to try the whole way');
  expect(buttonsOf(card).slice(0, 2)).toEqual(['Accept', 'Decline']);
  expect(buttonsOf(card)).not.toContain('Open in Partner Center');
  await accept(program, card.id);
  await program.settle();
  expect(textOf(await newest())).toMatch(/Test · [\s\S]*Accepted/);
  expect(textOf((await cardsFor(program, MEGAN, 'Contoso')).at(-1))).toContain('Test · ');
  await press(card, MEGAN, 'Close deal');
  await press(card, MEGAN, 'Mark won');
  await press(card, MEGAN, 'Mark won', {});
  await program.advance('PT5M');
  expect(textOf(await newest())).toMatch(/Test over[\s\S]*Contoso/);
  expect(await there()).toBe(before);
});

it('is over when it is declined: the card says so and nothing can be done with it', async () => {
  const card = await begin();
  await press(card, DIEGO, 'Decline');
  await press(card, DIEGO, 'Decline', { reason: '5' });
  await program.advance('PT2M');
  expect(textOf(await newest())).toMatch(/Test over[\s\S]*Contoso[\s\S]*nothing of it was written/);
  expect(buttonsOf(await newest())).toEqual([]);
  const forged = await program.act({ person: DIEGO, conversation: 'Referrals', text: 'test referral' });
  expect(JSON.stringify(forged)).toContain('Only an admin can do this');
});

it('is over after an hour, also for a form that was open, and after a restart; then another can begin', async () => {
  const card = await begin();
  await program.act({ person: MEGAN, activity: card.id, button: 'Accept' });
  program = await program.restart();
  await program.advance('PT61M');
  expect(textOf(await newest())).toContain('Test over');
  expect(await repliesTo(program, card.id)).toEqual([]);
  const late = await program
    .act({ person: MEGAN, activity: card.id, button: 'Accept', inputs: {} })
    .catch(String);
  expect(JSON.stringify(late ?? '')).not.toContain('Megan Bowen accepted');
  await begin();
  expect(await tests()).toHaveLength(2);
  expect(textOf(await newest())).toContain('Test · ');
});

it('is for admins and who bound the channel, comes once however often it is asked for, and waits while Teams is away', async () => {
  for (const person of [DIEGO, LIDIA])
    expect(await say(program, person, 'test referral')).toContain('Only an admin can do this');
  expect(await say(program, MEGAN, 'test referral nowhere')).toContain('Which channel?');
  await program.settle();
  expect(await tests()).toEqual([]);
  await fail(program, { on: 'teams', answer: 503, times: 2 });
  const asked = [{ conversation: 'Referrals' }, { conversation: 'personal' }, { conversation: 'Referrals' }];
  await Promise.all(asked.map((where) => program.act({ person: MEGAN, ...where, text: 'test referral' })));
  await program.advance('PT2M');
  expect(await tests()).toHaveLength(1);
  expect(await say(program, MEGAN, 'test referral')).toContain('one at a time');
});

it('mentions and tells nobody but who began it, and is in no list, no search, no count', async () => {
  const counts = async (): Promise<readonly string[]> => {
    const answers: string[] = [];
    for (const text of ['help', 'inbox', 'expiring', 'leads', 'search contoso', 'show contoso', 'contoso'])
      answers.push(await say(program, MEGAN, text));
    return answers;
  };
  await counts();
  const before = await counts();
  const card = await begin();
  expect(JSON.stringify(card.entities ?? card)).not.toContain(MANAGER);
  expect(JSON.stringify(card)).not.toContain(DIEGO);
  expect(await counts()).toEqual(before);
  await program.act({ person: MEGAN, activity: card.id, button: 'Contact' });
  await program.advance('PT50M');
  expect(await cardsFor(program, MANAGER, 'Contoso')).toEqual([]);
  const thread = { person: MEGAN, conversation: 'Referrals', thread: card.id };
  const said = await program.act({ ...thread, text: 'favourite' });
  expect(JSON.stringify(said)).toContain('not here');
});

it('stays in its channel when that is given up, and ends there', async () => {
  await begin();
  const form = (conversation: string, text: string): Promise<Loose> =>
    program.act({ person: MANAGER, conversation, text });
  const binding = (await form('General', 'bind')).activities.at(-1);
  await press(binding, MANAGER, 'Save', {});
  const giving = (await form('Referrals', 'unbind')).activities.at(-1);
  await press(giving, MANAGER, 'Unbind this channel');
  await program.advance('PT61M');
  const all: Loose[] = await program.get('/sandbox/conversations');
  const general = all.find(({ name }) => name === 'General');
  const there = await program.get(`/sandbox/conversations/${encodeURIComponent(general.id)}/activities`);
  expect(JSON.stringify(there)).toContain('Tailspin');
  expect(there.map(textOf).join('\n')).not.toContain('Contoso');
  expect(await say(program, MEGAN, 'diagnose')).not.toContain('given up');
});
