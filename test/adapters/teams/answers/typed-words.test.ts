import { StoreBusy, StoreUnavailable } from '../../../../src/application/ports/faults';
import { acceptedView, MEGAN, receivedView } from '../../../cards/samples';
import { channelCard, CHAT, deskChat, readable, THREAD, type DeskChat } from '../bot/chat';

const TAILSPIN = receivedView();
const FABRIKAM = receivedView({
  id: 'sandbox/fabrikam',
  current: { customer: { name: 'Fabrikam' }, contacts: [] },
});
const MINE = acceptedView({
  id: 'sandbox/contoso',
  current: { customer: { name: 'Contoso' }, contacts: [] },
});

let chat: DeskChat;
afterEach(() => chat.stop());

/** What is said, and what the answer must hold. */
async function plays(script: readonly (readonly [string, RegExp])[]): Promise<void> {
  for (const [says, expects] of script) {
    expect([says, await chat.say(says)]).toEqual([says, expect.stringMatching(expects)]);
  }
}
const tailspin = () => chat.seen('Tailspin Toys');

describe('a form in typed words', () => {
  it('asks one question after another, repeats all back, and saves at "save" and not before', async () => {
    chat = await deskChat();
    await plays([
      ['accept tailspin', /^Accept Tailspin Toys\. .*deal be called.*Now: Tailspin Toys – Microsoft 365/],
      ['skip', /What is the deal worth/],
      ['40k eur', /expect to close/],
      ['31/3', /looking for/],
      ['80 seats, before the summer', /Is this right.*80 seats, before the summer/s],
    ]);
    expect((await tailspin()).stage).toBe('received');
    await plays([['save', /Accepted: Tailspin Toys is yours/]]);
    expect((await tailspin()).deal).toMatchObject({ dealValue: '40000', closeDate: '2026-03-31' });
    await plays([['hello', /What you can write/]]);
  });

  it('says what is wrong with an answer and asks again; "back" goes one question back', async () => {
    chat = await deskChat();
    await plays([
      ['accept tailspin', /deal be called/],
      ['skip', /worth/],
      ['a lot', /not an amount.*worth/],
      ['-5', /below zero.*worth/],
      ['skip', /Please fill this in.*worth/],
      ['1.5m', /currency/],
      ['back', /worth.*Now: .*1,500,000/],
      ['40000', /currency/],
      ['doubloons', /not a currency/],
      ['eur', /close/],
      ['yesterday', /past/],
      ['cancel', /Cancelled\. Nothing has changed/],
      ['back', /Nothing is open here/],
    ]);
    expect((await tailspin()).stage).toBe('received');
  });

  it('declines by a reason in words or by its number', async () => {
    chat = await deskChat();
    await plays([
      ['please decline tailspin', /Why do you decline it.*1 .*2 /],
      ['because of the moon', /Please choose one/],
      ['another vendor', /add a note/],
      ['none', /Is this right.*another vendor/s],
      ['save', /Declined: Tailspin Toys/],
    ]);
  });

  it('answers a command in the middle and asks again; "help" says what can be said', async () => {
    chat = await deskChat({ views: [TAILSPIN, MINE] });
    await chat.say('accept tailspin');
    await chat.say('skip');
    await plays([
      ['my active deals', /Your active deals[\s\S]*Contoso[\s\S]*---[\s\S]*What is the deal worth/],
      ['show contoso', /Contoso[\s\S]*---[\s\S]*What is the deal worth/],
      ['help', /Answer the question in your own words[\s\S]*---[\s\S]*What is the deal worth/],
    ]);
  });

  it('takes free text for what it is, also when it begins like a command', async () => {
    chat = await deskChat();
    await chat.say('accept tailspin');
    await plays([['search engine for toys', /worth/]]);
    expect((await chat.draft()).answers).toEqual({ name: 'search engine for toys' });
  });

  it('leaves one form for another and keeps what was written in the first', async () => {
    chat = await deskChat({ views: [TAILSPIN, FABRIKAM] });
    await chat.say('accept tailspin');
    await plays([
      ['Toys in the cloud', /worth/],
      ['accept fabrikam', /Leave it and do "accept fabrikam"/],
      ['yes', /^Accept Fabrikam/],
      ['cancel', /Cancelled/],
      ['accept tailspin', /^Accept Tailspin Toys\. .*worth/],
    ]);
  });

  it('changes its surface in the middle: what was typed stands in the dialog', async () => {
    chat = await deskChat();
    await chat.say('accept tailspin');
    await chat.say('Toys in the cloud');
    const page = await chat.open(channelCard('dialog'), 'Accept', { conversation: THREAD });
    expect(readable({ attachments: [page.value.card] })).toContain('[Toys in the cloud]');
    await chat.submit(page, 'Accept', { dealValue: '20k' });
    expect((await tailspin()).deal).toMatchObject({ name: 'Toys in the cloud', dealValue: '20000' });
  });

  it.each([
    ['40k', /Accepted: Tailspin Toys is yours/],
    ['inbox', /^Inbox/],
  ])('has ended when it was saved in a dialog: %j is then answered by %s', async (text, answer) => {
    chat = await deskChat();
    await chat.say('accept tailspin');
    const page = await chat.open(channelCard('dialog'), 'Accept', { conversation: THREAD });
    await chat.submit(page, 'Accept', { dealValue: '20k' });
    expect(await chat.say(text)).toMatch(answer);
    expect(await chat.say('40k')).toMatch(/I do not know/);
  });
});

describe('words that may mean several, one or none', () => {
  it('lists several to choose from', async () => {
    chat = await deskChat({ views: [TAILSPIN, FABRIKAM] });
    await plays([
      ['accept micro', /Which one do you mean\?[\s\S]*Tailspin Toys[\s\S]*Fabrikam/],
      ['accept', /Which one do you mean\?/],
    ]);
  });

  it('says so when none matches, and shows what is in another stage', async () => {
    chat = await deskChat({ views: [MINE] });
    await plays([
      ['accept nobody', /Nothing matches "nobody"/],
      ['accept contoso', /Contoso is Megan Bowen's/],
      ['called', /Which one do you mean\?[\s\S]*Contoso/],
      ['called contoso', /How did it go/],
      ['reached', /Is this right/],
      ['yes', /Thank you for contacting Contoso/],
    ]);
  });
});

describe('begun in a channel', () => {
  it('goes on in the personal chat, and says so in the thread', async () => {
    chat = await deskChat();
    await chat.post({ text: '<at>Referral Desk</at> accept tailspin\n', conversation: THREAD });
    expect(chat.posted().map(({ conversation, body }) => [conversation, readable(body)])).toEqual([
      ['a:opened', expect.stringMatching(/^Accept Tailspin Toys/)],
      [THREAD.id, expect.stringMatching(/goes on in our personal chat/)],
    ]);
    expect(await chat.say('skip', { conversation: { ...CHAT, id: 'a:opened' } })).toMatch(/worth/);
  });

  it('says in the thread what to do when the chat cannot be opened', async () => {
    const blocked = { status: 403, body: { error: { code: 'ForbiddenOperationException' } } };
    chat = await deskChat({
      teams: ({ path }) => (path.endsWith('/v3/conversations') ? blocked : undefined),
    });
    const thread = await chat.say('accept tailspin', { conversation: THREAD });
    expect(thread).toMatch(/cannot open a chat with you/);
  });
});

/** So many times somebody else writes the person between read and write. */
function loses(races: number): void {
  let left = races;
  chat.trouble.now = (method, kind) =>
    method === 'save' && kind === 'person' && (left -= 1) >= 0 ? 'lost' : undefined;
}

describe('nothing is lost or done twice', () => {
  it('runs a turn again that lost the race for the person, and says its answer once', async () => {
    chat = await deskChat();
    loses(3);
    expect(await chat.say('accept tailspin')).toMatch(/^Accept Tailspin Toys[^]*$/);
    expect(chat.posted()).toHaveLength(1);
    expect(await chat.say('skip')).toMatch(/worth/);
  });

  it('gives up after some lost races, in words', async () => {
    chat = await deskChat();
    loses(99);
    expect(await chat.say('accept tailspin')).toMatch(/Not saved yet.*ref-1/);
  });

  it('says nothing before the stack is saved', async () => {
    chat = await deskChat();
    chat.trouble.now = (method, kind) =>
      method === 'save' && kind === 'person' ? new StoreUnavailable('disk full') : undefined;
    expect(await chat.say('accept tailspin')).toMatch(/^Not saved yet/);
    chat.trouble.now = () => undefined;
    expect(await chat.say('inbox')).toMatch(/Inbox/);
  });

  it('keeps an answer that could be stored, and takes the repeated message as the same one', async () => {
    chat = await deskChat();
    await chat.say('accept tailspin');
    chat.trouble.now = (method, kind) =>
      method === 'save' && kind === 'draft' ? new StoreBusy() : undefined;
    const again = { id: 'same' };
    expect(await chat.say('Toys in the cloud', again)).toMatch(/Not saved yet/);
    chat.trouble.now = () => undefined;
    expect(await chat.say('Toys in the cloud', again)).toMatch(/worth/);
    expect((await chat.draft()).answers).toEqual({ name: 'Toys in the cloud' });
    expect(await chat.say('Toys in the cloud', again)).toBe('');
  });

  it.each([{ dialogStack: [{ id: 'waterfall', state: { step: 3 } }] }, 'nonsense', null])(
    'takes a stack of another program for an empty one: %j',
    async (dialogs) => {
      chat = await deskChat();
      await chat.store.insert('person', { ...MEGAN, dialogs });
      expect(await chat.say('inbox')).toMatch(/Inbox/);
      expect(await chat.say('accept tailspin')).toMatch(/^Accept/);
    },
  );

  it('holds the draft and nothing else', async () => {
    chat = await deskChat();
    await chat.say('accept tailspin');
    const draft = (await chat.draft()).id;
    const { dialogs } = (await chat.store.get('person', MEGAN.id))!;
    expect(dialogs).toEqual({ dialogStack: [{ id: 'form', state: { draft } }] });
    await chat.say('cancel');
    expect((await chat.store.get('person', MEGAN.id))!.dialogs).toEqual({ dialogStack: [] });
  });
});
