import { StoreBusy } from '../../../../src/application/ports/faults';
import { acceptedView, ALEX, receivedView } from '../../../cards/samples';
import { channelCard, deskChat, heldBy, readable, THREAD, type DeskChat } from '../bot/chat';
import type { Json } from '../out/fake-teams';

const IN_THREAD = { conversation: THREAD, replyToId: '1700' };
const CARD = 'application/vnd.microsoft.card.adaptive';
const TOAST = 'application/vnd.microsoft.activity.message';
let chat: DeskChat;
afterEach(() => chat.stop());

const shown = (answer: Json): string => readable({ attachments: [{ content: answer.value }] });

describe('the card as the form, for clients without dialogs', () => {
  it('becomes the form for this client, keeps what is wrong, and ends with the outcome', async () => {
    chat = await deskChat({ forms: 'card' });
    const form = await chat.execute(channelCard('card'), 'Accept', {}, IN_THREAD);
    expect(form).toMatchObject({ statusCode: 200, type: CARD });
    const wrong = await chat.execute(form.value, 'Accept', { dealValue: 'much' }, IN_THREAD);
    expect(shown(wrong)).toMatch(/not an amount[^]*\[much\]|\[much\][^]*not an amount/);
    const ended = await chat.execute(wrong.value, 'Accept', { dealValue: '40k' }, IN_THREAD);
    expect(shown(ended)).toMatch(/Accepted: Tailspin Toys is yours/);
    expect((await chat.seen()).stage).toBe('accepted');
  });

  it("is the referral's card again after Cancel", async () => {
    chat = await deskChat({ forms: 'card' });
    const form = await chat.execute(channelCard('card'), 'Decline', {}, IN_THREAD);
    const base = await chat.execute(form.value, 'Cancel', {}, IN_THREAD);
    expect(shown(base)).toMatch(/Tailspin Toys[^]*\[Accept\] \[Decline\]/);
  });

  it('shows contacts and details to this client', async () => {
    chat = await deskChat({ forms: 'card', views: [acceptedView()] });
    const card = channelCard('card', acceptedView());
    expect(shown(await chat.execute(card, 'Contact', {}, IN_THREAD))).toContain('kim@tailspin.example');
    expect(shown(await chat.execute(card, 'Details', {}, IN_THREAD))).toMatch(/^Tailspin Toys/);
  });

  it('leads back from contacts, details and a form to what stood there before', async () => {
    chat = await deskChat({ forms: 'card' });
    const card = channelCard('card');
    const press = (on: Json, title: string) => chat.execute(on, title, {}, IN_THREAD);
    const details = await press(card, 'Details');
    const contact = await press(details.value, 'Contact');
    const again = await press(contact.value, 'Back');
    expect(shown(again)).toMatch(/What happened/);
    const base = await press(again.value, 'Back');
    expect(shown(base)).toMatch(/\[Accept\] \[Decline\]/);
    expect(shown(base)).not.toContain('[Back]');
    const form = await press(details.value, 'Accept');
    expect(shown(await press(form.value, 'Cancel'))).toMatch(/What happened/);
  });

  it('leads from a row of a list to the referral and back to the list', async () => {
    chat = await deskChat({ forms: 'card' });
    await chat.say('inbox');
    const list = chat.posted().at(-1)!.body.attachments[0].content;
    const row = await chat.execute(list, 'Show Tailspin Toys');
    expect(shown(row)).toMatch(/What happened/);
    const back = await chat.execute(row.value, 'Back');
    expect(shown(back)).toMatch(/^Inbox/);
    expect(shown(back)).not.toContain('[Back]');
  });

  it('runs the commands of help where they are pressed, and leads back to help', async () => {
    chat = await deskChat({ forms: 'card' });
    await chat.say('help');
    const help = chat.posted().at(-1)!.body.attachments[0].content;
    const inbox = await chat.execute(help, 'inbox');
    expect(shown(inbox)).toMatch(/^Inbox[^]*Tailspin Toys/);
    const row = await chat.execute(inbox.value, 'Show Tailspin Toys');
    const list = await chat.execute(row.value, 'Back');
    expect(shown(list)).toMatch(/^Inbox/);
    expect(shown(await chat.execute(list.value, 'Back'))).toMatch(/^What you can write/);
  });

  it('stays with what was written while the store is busy', async () => {
    chat = await deskChat({ forms: 'card' });
    const form = await chat.execute(channelCard('card'), 'Accept', {}, IN_THREAD);
    chat.trouble.now = (method, kind) =>
      method === 'save' && kind === 'draft' ? new StoreBusy() : undefined;
    const busy = await chat.execute(form.value, 'Accept', { dealValue: '40k' }, IN_THREAD);
    expect(busy).toEqual({
      statusCode: 200,
      type: TOAST,
      value: expect.stringMatching(/Not saved yet.*ref-1/),
    });
  });
});

describe('a button that comes as a message with a value, from an old client', () => {
  const value = (card: Json, title: string): Json =>
    card.actions.find((one: Json) => one.title === title).data;

  it('is answered in the personal chat when only this person may see it', async () => {
    chat = await deskChat({ forms: 'card' });
    await chat.post({ value: value(channelCard('card'), 'Contact'), ...IN_THREAD });
    const [first, second] = chat.posted();
    expect([first!.conversation, readable(first!.body)]).toEqual([
      'a:opened',
      expect.stringContaining('kim@'),
    ]);
    expect([second!.conversation, readable(second!.body)]).toEqual([
      THREAD.id,
      expect.stringMatching(/personal chat/),
    ]);
    expect(JSON.stringify(second!.body)).not.toContain('kim@');
  });

  it('keeps contacts out of the thread when the chat cannot be opened', async () => {
    chat = await deskChat({
      teams: ({ path }) => (path.endsWith('/v3/conversations') ? { status: 403 } : undefined),
    });
    await chat.post({ value: value(channelCard('card'), 'Contact'), ...IN_THREAD });
    expect(JSON.stringify(chat.posted())).not.toContain('kim@');
    expect(chat.lines).toContainEqual(expect.objectContaining({ line: 'could not open a personal chat' }));
  });

  it('accepts in the personal chat', async () => {
    chat = await deskChat({ forms: 'card' });
    await chat.post({ value: value(channelCard('card'), 'Accept') });
    const form = chat.posted()[0]!.body.attachments[0].content;
    await chat.post({ value: { ...heldBy(form), ...value(form, 'Accept'), dealValue: '40k' } });
    expect(readable(chat.posted()[1]!.body)).toMatch(/is yours/);
  });

  it('leaves a form in a thread without a word in the thread of what was written', async () => {
    chat = await deskChat({ forms: 'card' });
    await chat.post({ value: value(channelCard('card'), 'Accept'), ...IN_THREAD });
    const form = chat.posted()[0]!.body.attachments[0].content;
    await chat.acceptedBy(ALEX);
    await chat.post({ value: { ...value(form, 'Accept'), dealValue: '40k', notes: 'Secret' }, ...IN_THREAD });
    expect(JSON.stringify(chat.posted())).toMatch(/Secret/);
    const inThread = chat.posted().filter(({ conversation }) => conversation === THREAD.id);
    expect(JSON.stringify(inThread)).not.toMatch(/Secret|40000|40k/);
    await chat.post({ value: value(form, 'Cancel'), ...IN_THREAD });
    expect(readable(chat.posted().at(-1)!.body)).toMatch(/Cancelled/);
  });
});

describe('forged, foreign and outdated buttons', () => {
  const press = (data: unknown, over: object = {}) =>
    chat.invoke(
      'adaptiveCard/action',
      { action: { type: 'Action.Execute', verb: 'x', data }, trigger: 'manual' },
      over,
    );
  const desk = (over: object) => ({
    desk: { v: 1, do: 'accept', referral: receivedView().id, stamp: 's1', ...over },
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['text', 'accept'],
    ['no desk', { do: 'accept' }],
    ['another format', desk({ v: 2 })],
    ['an unknown verb', desk({ do: 'drop-tables' })],
    ['a verb of the prototype', desk({ do: 'constructor' })],
    ['no referral', { desk: { v: 1, do: 'accept' } }],
    ['no draft', { desk: { v: 1, do: 'save' } }],
    ['an unknown list', { desk: { v: 1, do: 'more-list', list: 'toString' } }],
    ['over 4 KiB', desk({ words: 'x'.repeat(5000) })],
  ])('%s: out of date, in words', async (_, data) => {
    chat = await deskChat();
    const { status, body } = await press(data);
    expect([status, body.type, body.value]).toEqual([200, TOAST, expect.stringMatching(/out of date/)]);
  });

  it.each<[string, object]>([
    ['a referral that is not here', desk({ referral: 'sandbox/other' })],
    ["somebody else's draft", { desk: { v: 1, do: 'save', draft: 'other|accept|x' } }],
  ])('%s: not found, in words', async (_, data) => {
    chat = await deskChat();
    expect(shown((await press(data)).body)).toMatch(/not here|over, or it is somebody else's/);
  });

  it('an older stamp does no harm where the action is still possible', async () => {
    chat = await deskChat();
    expect(shown((await press(desk({ stamp: 'old' }))).body)).toMatch(/\[Accept\]/);
  });

  it('a former More leads to Details', async () => {
    chat = await deskChat();
    expect(shown((await press(desk({ do: 'more' }))).body)).toMatch(/What happened/);
  });
});
