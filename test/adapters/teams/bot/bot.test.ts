import { Fault, StoreUnavailable } from '../../../../src/application/ports/faults';
import { MEGAN, receivedView, sampleDesk } from '../../../cards/samples';
import { CHANNEL, CHAT, deskChat, heldBy, readable, TEAM, THREAD, type DeskChat } from './chat';

let chat: DeskChat;
afterEach(() => chat.stop());

const turns = () => chat.lines.filter(({ line }) => line === 'turn');
const BOT = { id: '28:bot', name: 'Referral Desk' };

describe('one turn', () => {
  it('has one line in the log, with no word of what was written and no contact data', async () => {
    chat = await deskChat();
    await chat.say('search kim@tailspin.example');
    await chat.say('show tailspin');
    expect(turns()).toHaveLength(2);
    expect(turns()[1]).toEqual({
      line: 'turn',
      turn: 'message',
      place: 'personal',
      did: 'show',
      result: 'details',
      ms: 0,
    });
    expect(JSON.stringify(chat.lines)).not.toMatch(/kim|tailspin/i);
  });

  it('is taken once: a message that is delivered again is answered no second time', async () => {
    chat = await deskChat();
    await chat.post({ id: 'same', text: 'inbox' });
    await chat.post({ id: 'same', text: 'inbox' });
    expect(chat.posted()).toHaveLength(1);
    expect(turns().map(({ result }) => result)).toEqual(['list', 'repeated']);
  });

  it('of a repeated invoke is answered again, by the same command', async () => {
    chat = await deskChat();
    const data = { desk: { v: 1, do: 'contact', referral: receivedView().id } };
    const first = await chat.invoke('task/fetch', { data }, { id: 'same' });
    const second = await chat.invoke('task/fetch', { data }, { id: 'same' });
    expect(second).toEqual(first);
    const lines = (await chat.referral()).audit.filter(({ what }) => what === 'contacting');
    expect(lines).toHaveLength(1);
  });

  it.each([429, 412, 503])('is answered once more when Teams puts the answer off with %d', async (status) => {
    let refusals = 1;
    chat = await deskChat({
      teams: ({ path }) =>
        path.includes('/activities') && refusals-- > 0
          ? { status, headers: { 'retry-after': '0' } }
          : undefined,
    });
    await chat.say('help');
    expect(chat.posted()).toHaveLength(2);
    expect(chat.posted()[1]).toEqual(chat.posted()[0]);
    expect(turns().map(({ result }) => result)).toEqual(['help']);
  });

  it.each([
    ['for long', { status: 429, headers: { 'retry-after': '60' } }],
    ['for good', { status: 403 }],
  ])('is answered no more when Teams refuses the answer %s', async (_, answer) => {
    chat = await deskChat({ teams: ({ path }) => (path.includes('/activities') ? answer : undefined) });
    await chat.say('help');
    // The answer, and the words that it could not be given.
    expect(chat.posted()).toHaveLength(2);
    expect(chat.posted()[1]!.body.text).toMatch(/Broken: ref-1/);
  });

  it('tells of a store that cannot be reached in words with the reference, wherever it began', async () => {
    chat = await deskChat();
    chat.trouble.now = (_, kind) => (kind === 'person' ? new StoreUnavailable('gone') : undefined);
    expect(await chat.say('inbox')).toMatch(/Not saved yet.*ref-1/);
    const data = { desk: { v: 1, do: 'accept', referral: receivedView().id } };
    const fetched = await chat.invoke('task/fetch', { data });
    expect(fetched.body.task).toEqual({
      type: 'message',
      value: expect.stringMatching(/Not saved yet.*ref-1/),
    });
    expect(turns().map(({ result, reference }) => [result, reference])).toEqual([
      ['store-unavailable', 'ref-1'],
      ['store-unavailable', 'ref-1'],
    ]);
  });

  it("of any other fault is the adapter's to tell", async () => {
    chat = await deskChat();
    const tooNew = new Fault('newer-document', 'too new');
    chat.trouble.now = (method, kind) => (method === 'list' && kind === 'referral' ? tooNew : undefined);
    expect(await chat.say('inbox')).toMatch(/Broken: ref-1/);
    expect(turns()).toEqual([expect.objectContaining({ result: 'failed' })]);
  });
});

describe('who and what may come in', () => {
  it.each<[string, object]>([
    ['another tenant than it says elsewhere', { channelData: { tenant: { id: 'other' } } }],
    ['another channel', { channelId: 'slack' }],
    ['a service URL that is not on loopback', { serviceUrl: 'https://evil.example/' }],
  ])('%s: nothing is said, an invoke gets 403', async (_, over) => {
    chat = await deskChat();
    expect(await chat.say('inbox', over)).toBe('');
    expect((await chat.invoke('task/fetch', {}, over)).status).toBe(403);
    expect((await chat.store.list('person', {}, 1)).items).toEqual([]);
  });

  it.each<[string, object]>([
    ['without type', { type: undefined }],
    ['without from', { from: undefined }],
    ['without conversation', { conversation: undefined }],
  ])('an activity %s is refused and does no harm', async (_, over) => {
    chat = await deskChat();
    expect((await chat.post(over)).status).toBe(400);
    expect(await chat.say('inbox')).toMatch(/Inbox/);
  });

  it('an activity without text is a question for help', async () => {
    chat = await deskChat();
    await chat.post({ text: undefined, attachments: [{ contentType: 'image/png' }] });
    expect(readable(chat.posted()[0]!.body)).toMatch(/What you can write/);
  });

  it('an activity without id, recipient, channelData or entities is answered', async () => {
    chat = await deskChat();
    const bare = { id: undefined, recipient: undefined, entities: null, channelData: null };
    expect(await chat.say('inbox', bare)).toMatch(/Inbox/);
  });

  it('a person without an Entra id is told so', async () => {
    chat = await deskChat();
    const from = { id: '29:guest', name: 'Guest' };
    expect(await chat.say('inbox', { from })).toMatch(/cannot tell who you are/);
    const data = { desk: { v: 1, do: 'contact', referral: receivedView().id } };
    const answer = await chat.invoke('adaptiveCard/action', { action: { data } }, { from });
    expect(answer.body.value).toMatch(/cannot tell who you are/);
  });

  it.each(['composeExtension/query', 'signin/verifyState', 'constructor', undefined])(
    'invoke %s is not implemented',
    async (name) => {
      chat = await deskChat();
      expect((await chat.invoke(name as string, {})).status).toBe(501);
    },
  );

  it.each([undefined, null, 'text', 5, [], { data: null }, { data: { desk: [] } }])(
    'an invoke with the value %j is answered in words',
    async (value) => {
      chat = await deskChat();
      for (const name of ['task/fetch', 'task/submit', 'adaptiveCard/action']) {
        const answer = await chat.invoke(name, value as object);
        expect([answer.status, JSON.stringify(answer.body)]).toEqual([
          200,
          expect.stringMatching(/out of date/),
        ]);
      }
    },
  );

  it.each(['typing', 'messageReaction', 'messageUpdate', 'event', 'endOfConversation', 'nonsense'])(
    '%s is ignored quietly',
    async (type) => {
      chat = await deskChat();
      expect((await chat.post({ type, text: 'inbox' })).status).toBe(200);
      expect(chat.posted()).toEqual([]);
    },
  );

  it('a button that says a command comes with words and data: the words count', async () => {
    chat = await deskChat();
    const said = await chat.say('inbox', { value: { desk: { v: 1, do: 'command', words: 'inbox' } } });
    expect(said).toMatch(/Inbox/);
  });
});

describe('the bot comes and goes', () => {
  const inTeam = { conversation: THREAD };

  it('greets a team once, "bind" first, though both events come', async () => {
    chat = await deskChat();
    await chat.post({ type: 'installationUpdate', action: 'add', ...inTeam });
    await chat.post({ type: 'conversationUpdate', membersAdded: [BOT], ...inTeam });
    expect(chat.posted()).toHaveLength(1);
    expect(readable(chat.posted()[0]!.body)).toMatch(/Hello!.*bind/);
    expect(await chat.store.get('person', MEGAN.id)).toMatchObject({ installed: [TEAM] });
  });

  it('greets a person with three commands', async () => {
    chat = await deskChat();
    await chat.post({ type: 'installationUpdate', action: 'add' });
    const hello = readable(chat.posted()[0]!.body);
    expect(hello).toMatch(/Hello!/);
    expect(hello).toMatch(/my active deals[^]*inbox[^]*expiring/);
    expect(await chat.store.get('person', MEGAN.id)).toMatchObject({ conversation: CHAT.id });
  });

  it('greets through the other event where there is no installation', async () => {
    chat = await deskChat();
    await chat.post({ type: 'conversationUpdate', membersAdded: [BOT], channelId: 'emulator' });
    expect(readable(chat.posted()[0]!.body)).toMatch(/Hello!/);
  });

  it.each<[string, object, boolean, boolean]>([
    ['an upgrade', { type: 'installationUpdate', action: 'add-upgrade' }, false, true],
    ['the first half of an upgrade', { type: 'installationUpdate', action: 'remove-upgrade' }, true, true],
    ['members that join', { type: 'conversationUpdate', membersAdded: [{ id: '29:new' }] }, true, true],
    ['a renamed channel', { type: 'conversationUpdate', membersAdded: null }, true, true],
    ['being removed', { type: 'installationUpdate', action: 'remove' }, true, false],
    ['being removed, by the other event', { type: 'conversationUpdate', membersRemoved: [BOT] }, true, false],
  ])('says nothing on %s', async (_, event, before, after) => {
    chat = await deskChat({ desks: [sampleDesk({ reachable: before })] });
    await chat.post({ ...event, ...inTeam });
    expect(chat.posted()).toEqual([]);
    expect(await chat.store.get('desk', CHANNEL)).toMatchObject({ reachable: after });
  });

  it('knows of a person who removed it that they cannot be reached', async () => {
    chat = await deskChat();
    await chat.say('inbox');
    await chat.post({ type: 'installationUpdate', action: 'remove' });
    expect(await chat.store.get('person', MEGAN.id)).toMatchObject({ reachable: false });
  });

  it('tells a button "Set up this channel" of the greeting the form', async () => {
    chat = await deskChat({ desks: [] });
    await chat.post({ type: 'installationUpdate', action: 'add', ...inTeam });
    const page = await chat.open(
      chat.posted()[0]!.body.attachments[0].content,
      'Set up this channel',
      inTeam,
    );
    expect(readable({ attachments: [page.value.card] })).toMatch(/Who answers new referrals/);
    const form = page.value.card.content;
    const data = { ...heldBy(form), ...form.actions[0].data };
    const ended = await chat.invoke('task/submit', { data }, { ...inTeam, replyToId: 'm1' });
    expect(ended.body.task.value).toMatch(/set up/);
    expect(await chat.store.get('desk', CHANNEL)).toBeDefined();
    expect(chat.connector.calls.some(({ method }) => method === 'PUT')).toBe(true);
  });
});
