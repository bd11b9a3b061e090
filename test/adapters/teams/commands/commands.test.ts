import { Unavailable } from '../../../../src/application/ports/faults';
import { acceptedView, ALEX, MEGAN, receivedView, SAMPLE_DEAL, sampleDesk } from '../../../cards/samples';
import { CHANNEL, deskChat, readable, TEAM, THREAD, type DeskChat } from '../bot/chat';

const MINE = acceptedView({
  id: 'sandbox/contoso',
  current: { customer: { name: 'Contoso' }, contacts: [], deal: { ...SAMPLE_DEAL, name: 'Cloud' } },
});
let chat: DeskChat;
afterEach(() => chat.stop());

describe('commands in the personal chat', () => {
  it.each<[string, RegExp]>([
    ['inbox', /Inbox: not yet answered[^]*Tailspin Toys/],
    ['please show my deals!', /Your active deals[^]*Contoso/],
    ['expiring', /3 days/],
    ['all deals', /All active deals/],
    ['archive', /Archive/],
    ['search tail', /Search[^]*tail[^]*Tailspin Toys/],
    ['search', /some words of it/],
    ['show', /some words of it/],
    ['show tailspin', /Tailspin Toys[^]*\[Accept\]/],
    ['called tailspin', /I called Tailspin Toys[^]*How did it go/],
    ['called contoso', /I called Contoso[^]*How did it go/],
    ['show zebra', /Nothing matches "zebra"/],
    ['bind', /This belongs in a channel/],
    ['cancel', /Nothing is open/],
    ['help', /What you can write[^]*my active deals[^]*\[Show more\]/],
    ['commands', /archive/],
    ['inbx', /I do not know "inbx". Did you mean one of these[^]*inbox/],
    ['**lorem** <b>ipsum</b> ${1+1}', /I do not know[^]*Here is what I know[^]*my active deals/],
    ['', /What you can write/],
  ])('%j', async (text, answer) => {
    chat = await deskChat({ views: [receivedView(), MINE] });
    expect(await chat.say(text)).toMatch(answer);
    expect(chat.posted()).toHaveLength(1);
  });

  it('show ten a page, and "Show more" the next', async () => {
    const views = Array.from({ length: 12 }, (_, index) =>
      receivedView({ id: `sandbox/${10 + index}`, current: { customer: { name: `Customer ${index}` } } }),
    );
    chat = await deskChat({ views, forms: 'card' });
    expect(await chat.say('inbox')).toMatch(/Customer 9[^]*\[Show more\]/);
    const card = chat.posted()[0]!.body.attachments[0].content;
    const next = await chat.execute(card, 'Show more');
    expect(next.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(readable({ attachments: [{ content: next.value }] })).toMatch(/Customer 10[^]*Customer 11/);
  });
});

describe('commands in a channel', () => {
  it('are answered in the thread that they were said in', async () => {
    chat = await deskChat();
    await chat.say('<at>Referral Desk</at>&nbsp;inbox\n', { conversation: THREAD });
    expect(chat.posted()[0]!.conversation).toBe(THREAD.id);
    expect(chat.posted()[0]!.body.replyToId).toBe('in-1');
  });

  it('show a referral as the channel may see it', async () => {
    chat = await deskChat();
    const shown = await chat.say('show tailspin', { conversation: THREAD });
    expect(shown).toContain('Tailspin Toys');
    expect(shown).not.toContain('kim@tailspin.example');
  });

  describe('whose team may not see the desk', () => {
    const OTHER = '19:other@thread.tacv2';
    const abroad = {
      conversation: { ...THREAD, id: `${OTHER};messageid=1` },
      channelData: { tenant: { id: THREAD.tenantId }, team: { id: OTHER }, channel: { id: OTHER } },
    };

    it.each(['show tailspin', 'inbox', 'search tail', 'accept'])(
      '%j is answered in the personal chat, and the thread says no more than that',
      async (text) => {
        chat = await deskChat();
        await chat.say(text, abroad);
        const inThread = chat.posted().filter(({ conversation }) => conversation.startsWith(OTHER));
        expect(inThread.map(({ body }) => body.text)).toEqual([
          'I have answered in our personal chat: only you should see it.',
        ]);
        expect(
          chat
            .posted()
            .map(({ body }) => readable(body))
            .join(),
        ).toContain('Tailspin Toys');
      },
    );

    it('hears that there is nothing, and help, in the thread', async () => {
      chat = await deskChat({ views: [] });
      await chat.say('inbox', abroad);
      await chat.say('help', abroad);
      expect(chat.posted().map(({ conversation }) => conversation)).toEqual([
        abroad.conversation.id,
        abroad.conversation.id,
      ]);
    });
  });

  it('of several desks are for the one who asked', async () => {
    chat = await deskChat({
      views: [receivedView(), receivedView({ id: 'sandbox/b', deskId: '19:b' })],
      desks: [sampleDesk(), sampleDesk({ id: '19:b' })],
    });
    await chat.say('inbox', { conversation: THREAD });
    expect(
      JSON.stringify(chat.posted().filter(({ conversation }) => conversation === THREAD.id)),
    ).not.toContain('Tailspin');
  });

  it('in another channel of the desk’s team are answered there', async () => {
    chat = await deskChat();
    const general = {
      conversation: { ...THREAD, id: `${TEAM};messageid=1` },
      channelData: { tenant: { id: THREAD.tenantId }, team: { id: TEAM }, channel: { id: TEAM } },
    };
    await chat.say('show tailspin', general);
    expect(chat.posted()[0]!.conversation).toBe(general.conversation.id);
  });

  it('begin with "bind" in help until the channel is a desk', async () => {
    chat = await deskChat({ desks: [] });
    const before = await chat.say('help', { conversation: THREAD });
    expect(before.indexOf('bind')).toBeLessThan(before.indexOf('inbox'));
    expect(before.indexOf('bind')).toBeGreaterThan(-1);
    await chat.store.insert('desk', sampleDesk());
    expect(await chat.say('help', { conversation: THREAD })).not.toMatch(/^bind/m);
  });

  it.each(['inbox', 'help', 'lorem ipsum', ''])(
    '%j is not answered in a group chat but with where to go',
    async (text) => {
      chat = await deskChat();
      const group = { id: '19:group@thread.v2', conversationType: 'groupChat', tenantId: THREAD.tenantId };
      expect(await chat.say(text, { conversation: group })).toBe(
        "I do not work in group chats. Write to me in our personal chat, or mention me in a team's channel.",
      );
    },
  );
});

describe('bind', () => {
  it('is one card of filled-in fields, saved by one press; then the channel is told in its place', async () => {
    chat = await deskChat({ desks: [] });
    const form = await chat.say('bind', { conversation: THREAD });
    expect(form).toMatch(/Who answers new referrals: \(.*Megan Bowen[^]*Europe\/Berlin[^]*\[Save\]/);
    const card = chat.posted()[0]!.body.attachments[0].content;
    const answer = await chat.execute(
      card,
      'Save',
      { answers: MEGAN.id, managers: ALEX.id },
      { conversation: THREAD, replyToId: 'm1' },
    );
    expect(readable({ attachments: [{ content: answer.value }] })).toMatch(
      /set up[^]*Megan Bowen[^]*Alex Wilber/,
    );
    expect((await chat.store.get('desk', CHANNEL))?.managers).toEqual([
      expect.objectContaining({ name: 'Alex Wilber' }),
    ]);
    const update = chat.connector.calls.find(({ method }) => method === 'PUT');
    expect(update?.path).toContain('/activities/m1');
    expect(readable(update?.body)).toMatch(/This channel is set up/);
  });

  it('says what is wrong beside the field and keeps what was written', async () => {
    chat = await deskChat({ desks: [] });
    await chat.say('bind', { conversation: THREAD });
    const card = chat.posted()[0]!.body.attachments[0].content;
    const answer = await chat.execute(
      card,
      'Save',
      { answers: '', zone: 'Mars/Olympus' },
      { conversation: THREAD },
    );
    expect(readable({ attachments: [{ content: answer.value }] })).toMatch(/Mars\/Olympus/);
    expect(await chat.store.get('desk', CHANNEL)).toBeUndefined();
  });

  it('that is left goes from the channel, for everybody; so does an older form of it when it is pressed', async () => {
    chat = await deskChat({ desks: [] });
    await chat.say('bind', { conversation: THREAD });
    await chat.say('bind', { conversation: THREAD });
    const card = chat.posted()[0]!.body.attachments[0].content;
    await chat.execute(card, 'Cancel', {}, { conversation: THREAD, replyToId: 'm2' });
    await chat.execute(card, 'Save', {}, { conversation: THREAD, replyToId: 'm1' });
    const updates = chat.connector.calls.filter(({ method }) => method === 'PUT');
    expect(updates.map(({ path }) => /m\d/.exec(path)?.[0])).toEqual(['m2', 'm1']);
    for (const { body } of updates) {
      expect(readable(body)).toMatch(/Nothing has changed/);
      expect(readable(body)).not.toContain('[Save]');
    }
    expect(await chat.store.get('desk', CHANNEL)).toBeUndefined();
  });

  it('is a matter of the one who said it', async () => {
    chat = await deskChat({ desks: [] });
    await chat.say('bind', { conversation: THREAD });
    const card = chat.posted()[0]!.body.attachments[0].content;
    const from = { id: '29:alex', name: 'Alex Wilber', aadObjectId: '33333333-3333-4333-8333-333333333333' };
    const answer = await chat.execute(card, 'Save', {}, { conversation: THREAD, from });
    expect(readable({ attachments: [{ content: answer.value }] })).toMatch(/over, or it is somebody else's/);
    expect(await chat.store.get('desk', CHANNEL)).toBeUndefined();
  });

  it('says so when Teams does not tell who is in the channel', async () => {
    chat = await deskChat({
      desks: [],
      teams: ({ path }) => (path.endsWith('/pagedmembers') ? { status: 503 } : undefined),
    });
    expect(await chat.say('bind', { conversation: THREAD })).toMatch(/Teams does not tell me.*"bind" again/);
  });

  it('goes by a new message when the form cannot be changed', async () => {
    chat = await deskChat({
      desks: [],
      teams: ({ method }) => (method === 'PUT' ? { status: 404 } : undefined),
    });
    await chat.say('bind', { conversation: THREAD });
    const card = chat.posted()[0]!.body.attachments[0].content;
    await chat.execute(card, 'Save', {}, { conversation: THREAD, replyToId: 'm1' });
    const last = chat.connector.calls.at(-1)!;
    expect(last.method).toBe('POST');
    expect(readable(last.body)).toMatch(/This channel is set up/);
  });

  it('of a directory that fails elsewhere is told with its reference', async () => {
    chat = await deskChat();
    const away = new Unavailable('Teams');
    chat.trouble.now = (method, kind) => (method === 'list' && kind === 'referral' ? away : undefined);
    expect(await chat.say('inbox')).toMatch(/does not answer right now.*ref-1/);
  });
});
