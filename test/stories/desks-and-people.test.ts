import { anotherClient, type Client } from './another-client';
import { DEAL, DIEGO, health, LIDIA, MANAGER, MEGAN, repliesTo, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

let program: Program;
afterEach(() => program.stop());

describe('before any channel is a desk', () => {
  let client: Client;
  const KEY = { authorization: 'Bearer sandbox' };
  const lead = (id: string, name: string): Loose => ({
    id,
    createdDateTime: '2026-03-02T08:00:00Z',
    customerProfile: { name },
  });
  const cards = (): Loose[] =>
    [...client.shown.values()].filter((one) => JSON.stringify(one.card).includes('Ltd'));

  beforeEach(async () => {
    client = await anotherClient();
    program = await startProgram({ SANDBOX_TEAMS: 'off', FORMS: 'card', PARTNER_CENTER: 'none' });
  });
  afterEach(() => client.teams.stop());

  it('a referral waits, health says what to do, and it is shown once there is a desk', async () => {
    await program.post('/api/referrals', [lead('a', 'First Ltd'), lead('b', 'Second Ltd')], KEY);
    await program.settle();
    expect(cards()).toEqual([]);
    expect(await health(program, 'desks')).toMatchObject({
      state: 'degraded',
      detail: 'No channel is bound: type "bind" to the bot in the sales team\'s channel.',
    });
    expect((await health(program, 'effects')).detail).toContain('2 referrals wait until desk-bound');
    await client.bind(program.url);
    await program.settle();
    expect(cards()).toHaveLength(2);
    expect((await program.get('/health/ready')).status).toBe('ok');
    await client.bind(program.url);
    await program.settle();
    expect(cards()).toHaveLength(2);
  });

  it('time goes on while it waits: the card says how things stand, and what was missed is said once', async () => {
    await program.post('/api/referrals', lead('a', 'Late Ltd'), KEY);
    await program.advance('PT21H');
    await client.bind(program.url);
    await program.settle();
    expect(JSON.stringify(cards())).toContain('"color":"Warning"');
    expect(client.said.filter((one) => String(one.text).includes('Nobody has answered'))).toHaveLength(1);
    await program.advance('P1D');
    expect(cards()).toHaveLength(1);
  });

  it('a lead that expired before there was a desk is shown as that, without a reminder, and is in the archive', async () => {
    await program.post('/api/referrals', lead('a', 'Gone Ltd'), KEY);
    await program.advance('P15D');
    await client.bind(program.url);
    await program.settle();
    expect(cards()).toHaveLength(1);
    expect(JSON.stringify(cards())).toContain('Nobody answered in time');
    expect(client.said.map((one) => one.text)).toEqual([expect.stringContaining('Gone Ltd has expired')]);
    await client.message(program.url, 'archive');
    expect(JSON.stringify([...client.shown.values()].at(-1)?.card)).toContain('Gone Ltd');
  });
});

describe('in a team', () => {
  let referral: Loose;
  const customer = (): string => referral.customerProfile.name;
  const card = async (): Promise<Loose> => cardOf(await program.channel(), customer());

  beforeEach(async () => {
    program = await startProgram();
    referral = await program.sample('customer-inquiry', { customerProfile: { name: 'Woodgrove Bank' } });
    await program.settle();
  });

  it.each([
    'inbox',
    'show woodgrove',
    'search woodgrove',
    'accept woodgrove',
    'decline woodgrove',
    'all deals',
  ])('somebody outside it reads nothing by "%s"', async (words) => {
    const answer = await say(program, LIDIA, words);
    expect(answer).not.toContain('Woodgrove Bank');
    expect(answer).toMatch(/you are not a member of|Nothing matches/);
    await say(program, LIDIA, 'save');
    await program.settle();
    expect((await program.partnerCenter(referral.id)).status).toBe('New');
  });

  it('words that fit several are a choice; the one chosen is asked about', async () => {
    await program.sample('customer-inquiry', { customerProfile: { name: 'Woodgrove Insurance' } });
    await program.settle();
    await say(program, MEGAN, 'accept woodgrove');
    const choice = (await program.chat(MEGAN)).at(-1);
    expect(textOf(choice)).toMatch(/Which one do you mean\?[^]*Woodgrove/);
    const button = 'Choose Woodgrove Insurance';
    const chosen = await program.act({ person: MEGAN, activity: choice.id, button });
    const answer = JSON.stringify(chosen);
    expect(answer).toMatch(/Accept Woodgrove Insurance|What shall the deal be called/);
    expect(answer).not.toContain('Woodgrove Bank');
  });

  it('a form begun in the channel goes on in the personal chat, and nothing of it is in the thread', async () => {
    const there = await say(program, DIEGO, 'accept woodgrove bank', 'Referrals');
    expect(there).toContain('This goes on in our personal chat.');
    const asked = textOf((await program.chat(DIEGO)).at(-1));
    expect(asked).toContain('What shall the deal be called?');
    for (const words of [DEAL.name, '40k eur', '30 april 2026', DEAL.notes, 'save'])
      await say(program, DIEGO, words);
    await program.settle();
    expect(await program.partnerCenter(referral.id)).toMatchObject({ name: DEAL.name, status: 'Active' });
    expect(textOf(await card())).toContain('owner Diego Siciliani');
    const said = (await program.channel()).filter((one) => one.thread !== null).map(textOf);
    expect(said.join('\n')).not.toContain(DEAL.notes);
  });

  it('who is not mentioned is not heard, and a message in the channel without a mention is not answered', async () => {
    const before = (await program.channel()).length;
    await program.act({ person: MEGAN, conversation: 'Referrals', text: 'inbox', mention: false });
    expect(await program.channel()).toHaveLength(before + 1);
  });

  it('bound again by its manager, others answer: the card and the next reminder name them', async () => {
    const { activities } = await program.act({ person: MANAGER, conversation: 'Referrals', text: 'bind' });
    const form = activities.at(-1);
    const diego = (await program.get('/sandbox/people')).find((one: Loose) => one.name === DIEGO);
    const choice = new RegExp(`"value":"([^",]*${String(diego.aadObjectId)})"`).exec(
      JSON.stringify(form),
    )?.[1];
    const inputs = { answers: choice };
    const saved = await program.act({ person: MANAGER, activity: form.id, button: 'Save', inputs });
    expect(JSON.stringify(saved)).toContain('This channel is set up');
    await program.settle();
    expect(textOf(await card())).toContain('Nobody has it yet · <at>Diego Siciliani</at>');
    await program.advance('PT20H');
    expect((await repliesTo(program, (await card()).id)).at(-1)).toMatch(/^<at>Diego Siciliani<\/at> Nobody/);
  });

  it('who neither bound it nor manages it may not set it up', async () => {
    expect(await say(program, DIEGO, 'bind', 'Referrals')).toContain(
      'Only an admin can do this. Ask Megan Bowen.',
    );
  });
});

it('a second channel is set up and says that new referrals still come to the first', async () => {
  program = await startProgram();
  await program.act({ person: MANAGER, conversation: 'General', text: 'bind' });
  const general = (await program.get('/sandbox/conversations')).find((one: Loose) => one.name === 'General');
  const form = (await program.get(`/sandbox/conversations/${encodeURIComponent(general.id)}/activities`)).at(
    -1,
  );
  expect(textOf(form)).toContain('New referrals go on coming to Referrals, which was set up first.');
  const { card } = await program.act({ person: MANAGER, activity: form.id, button: 'Save' });
  expect(JSON.stringify(card)).toContain('New referrals still come to Referrals.');
});
