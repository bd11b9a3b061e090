import { BOT, REFERRALS, TEAM, TENANT } from '../../src/sandbox/teams/world';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';
import { accept, DIEGO, health, MANAGER, MEGAN, say } from './doing';

let program: Program;
afterEach(() => program.stop());

const UNBIND = 'Unbind this channel';

/** What stands in a channel as a root, newest last. */
const rootsIn = async (channel: string): Promise<Loose[]> => {
  const all: Loose[] = await program.get('/sandbox/conversations');
  const { id } = all.find((one) => one.type === 'channel' && one.name === channel);
  const activities: Loose[] = await program.get(
    `/sandbox/conversations/${encodeURIComponent(id)}/activities`,
  );
  return activities.filter((one) => one.from.bot && (one.thread ?? null) === null);
};

/** The form as it is asked for in a channel. */
async function asked(channel: string, command = 'unbind'): Promise<Loose> {
  const said = await program.act({ person: MANAGER, conversation: channel, text: command });
  return said.activities.at(-1);
}

async function unbound(channel = 'Referrals'): Promise<string> {
  const form = await asked(channel);
  const done = await program.act({ person: MANAGER, activity: form.id, button: UNBIND });
  await program.settle();
  return JSON.stringify(done);
}

async function bound(channel: string): Promise<string> {
  const form = await asked(channel, 'bind');
  const done = await program.act({ person: MANAGER, activity: form.id, button: 'Save', inputs: {} });
  await program.settle();
  const said = JSON.stringify(done);
  expect(said).toContain('This channel is set up');
  return said;
}

const lead = async (name: string): Promise<Loose> => {
  const made = await program.sample('customer-inquiry', { customerProfile: { name } });
  await program.settle();
  return made;
};

describe('the only desk', () => {
  beforeEach(async () => {
    program = await startProgram();
    await lead('Woodgrove Bank');
  });

  it('says before what it leaves, and does nothing when that is not wanted', async () => {
    const form = await asked('Referrals');
    expect(textOf(form)).toContain('Referrals will be a desk no more');
    expect(textOf(form)).toContain('It holds 2 open referrals. No other channel is set up');
    const left = await program.act({ person: MANAGER, activity: form.id, button: 'Cancel' });
    expect(JSON.stringify(left)).toContain('Nothing has changed');
    await program.settle();
    expect(await health(program, 'desks')).toMatchObject({ state: 'ok' });
    expect(textOf(cardOf(await program.channel(), 'Woodgrove Bank'))).toContain('Accept');
  });

  it('is none any more: its cards lose their buttons, health knows, new ones wait', async () => {
    expect(await unbound()).toContain('Its referrals wait until a channel is set up');
    const texts = (await rootsIn('Referrals')).map(textOf);
    expect(texts).toContainEqual('Woodgrove Bank waits until a channel is set up.');
    expect(texts.join('\n')).not.toContain('Accept');
    await lead('Litware');
    expect((await rootsIn('Referrals')).map(textOf).join('\n')).not.toContain('Litware');
    expect((await health(program, 'desks')).detail).toContain('No channel is bound');
    expect((await health(program, 'effects')).detail).toContain('3 referrals wait until desk-bound');
    expect(await say(program, MEGAN, 'inbox')).toContain('No channel is set up yet.');
    expect(await say(program, MANAGER, 'unbind', 'Referrals')).toContain('This channel is not set up yet.');
  });

  it('goes on being watched, over a restart, and is shown as it stands once a channel is bound', async () => {
    await unbound();
    program = await program.restart();
    await program.advance('P15D');
    await lead('Litware');
    expect(await bound('Referrals')).toContain('This channel is set up: new referrals come here.');
    const texts = (await rootsIn('Referrals')).map(textOf).join('\n');
    expect(texts).toContain('Woodgrove Bank');
    expect(texts).toMatch(/Expired · 16 Mar/);
    expect(textOf(cardOf(await program.channel(), 'Litware'))).toContain('Accept');
    expect((await program.get('/health/ready')).status).toBe('ok');
  });

  it('is unbound by admins only', async () => {
    expect(await say(program, DIEGO, 'unbind', 'Referrals')).toContain('Only an admin can do this.');
    expect(await say(program, DIEGO, 'unbind')).toContain('Only an admin can do this.');
    expect(await say(program, MANAGER, 'bind')).toContain('This belongs in a channel');
  });
});

/** An event of Teams about the channel of referrals. */
async function happens(eventType: string): Promise<void> {
  const [from] = (await program.get('/sandbox/people')).filter((one: Loose) => one.name === MANAGER);
  const { status } = await program.post('/api/messages', {
    id: `event-${eventType}`,
    type: 'conversationUpdate',
    channelId: 'msteams',
    serviceUrl: `${program.url}/sandbox/teams`,
    from: { id: from.id, name: from.name, aadObjectId: from.aadObjectId },
    recipient: BOT,
    conversation: { id: REFERRALS.id, conversationType: 'channel', isGroup: true, tenantId: TENANT },
    channelData: { eventType, tenant: { id: TENANT }, team: { id: TEAM.id }, channel: { id: REFERRALS.id } },
  });
  expect(status).toBeLessThan(300);
  await program.settle();
}

describe('from the personal chat', () => {
  beforeEach(async () => {
    program = await startProgram();
    await lead('Woodgrove Bank');
    await say(program, MANAGER, 'help');
  });
  const inChat = async (text: string): Promise<Loose> =>
    (await program.act({ person: MANAGER, conversation: 'personal', text })).activities.at(-1);

  it('the only desk is meant; of several one is named', async () => {
    expect(textOf(await inChat('unbind'))).toContain('Referrals will be a desk no more');
    await bound('General');
    expect(textOf(await inChat('unbind'))).toMatch(
      /Which channel\? Write "unbind" and its name: Referrals, .+\./,
    );
    expect(textOf(await inChat('unbind marketing'))).toContain('Which channel?');
    expect(textOf(await inChat('unbind refer'))).toContain('Referrals will be a desk no more');
  });

  it('a desk whose channel was deleted gives what it held to another, and nothing is lost', async () => {
    await happens('channelDeleted');
    const told = (await program.chat(MEGAN)).map(textOf).join('\n');
    expect(told).toContain('then "unbind Referrals" here, and that one takes what this one held');
    await bound('General');
    await lead('Litware');
    expect((await rootsIn('General')).map(textOf).join('\n')).not.toContain('Litware');
    const done = await program.act({
      person: MANAGER,
      activity: (await inChat('unbind referrals')).id,
      button: UNBIND,
    });
    expect(JSON.stringify(done)).toContain('Referrals is not a desk any more');
    await program.settle();
    for (const customer of ['Woodgrove Bank', 'Litware'])
      expect(textOf(cardOf(await rootsIn('General'), customer))).toContain('Accept');
    await lead('Fabrikam');
    expect(cardOf(await rootsIn('General'), 'Fabrikam')).toBeDefined();
    expect((await program.get('/health/ready')).status).toBe('ok');
  });
});

describe('one of two desks', () => {
  beforeEach(async () => {
    program = await startProgram();
    await lead('Woodgrove Bank');
    await lead('Fabrikam');
    await accept(program, cardOf(await program.channel(), 'Fabrikam').id);
    await bound('General');
  });

  it('leaves what it holds to the other: new cards there, old ones say so, and work goes on', async () => {
    const form = await asked('Referrals');
    expect(textOf(form)).toMatch(/It holds 3 open referrals\. .* takes what it holds/);
    await program.act({ person: MANAGER, activity: form.id, button: UNBIND });
    await program.settle();
    const left = (await rootsIn('Referrals')).map(textOf);
    expect(left.filter((text) => /^(Woodgrove Bank|Fabrikam) is at .+ now\.$/.test(text))).toHaveLength(2);
    const card = cardOf(await rootsIn('General'), 'Woodgrove Bank');
    expect(textOf(cardOf(await rootsIn('General'), 'Fabrikam'))).toContain('Megan Bowen');
    await accept(program, card.id, DIEGO);
    await program.settle();
    expect(textOf(cardOf(await rootsIn('General'), 'Woodgrove Bank'))).toContain('Diego Siciliani');
    expect(await say(program, MEGAN, 'my active deals')).toContain('Fabrikam');
    expect(await health(program, 'desks')).toMatchObject({ state: 'ok', detail: '1 bound.' });
  });

  it('its reminders come at the other, and new referrals, too; bound again, it comes second', async () => {
    await unbound();
    await lead('Litware');
    expect(cardOf(await rootsIn('General'), 'Litware')).toBeDefined();
    await program.advance('PT21H');
    const threads = (await program.channel()).filter((one) => one.thread !== null).map(textOf);
    expect(threads.join('\n')).not.toContain('Nobody has answered');
    expect(await bound('Referrals')).toContain('New referrals still come to');
  });

  it('the other may go, too: all of it waits, and comes back to the one that is bound next', async () => {
    await unbound();
    await unbound('General');
    expect((await health(program, 'desks')).detail).toContain('No channel is bound');
    await bound('Referrals');
    const texts = (await rootsIn('Referrals')).filter((one) => one.attachments?.length).map(textOf);
    expect(texts.filter((text) => /Woodgrove Bank|Fabrikam/.test(text))).toHaveLength(2);
  });
});
