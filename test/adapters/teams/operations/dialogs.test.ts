import { StoreUnavailable } from '../../../../src/application/ports/faults';
import { acceptedView, ALEX, megan, receivedView, sampleCurrent } from '../../../cards/samples';
import { nodes } from '../../../cards/reading';
import { channelCard, deskChat, readable, THREAD, type DeskChat } from '../bot/chat';
import type { Json } from '../out/fake-teams';

const IN_THREAD = { conversation: THREAD, replyToId: '1700' };
let chat: DeskChat;
afterEach(() => chat.stop());

const shown = (page: Json): string => readable({ attachments: [page.value.card] });

describe('the Teams dialog', () => {
  it('opens the form filled in, saves it, and says so in a sentence', async () => {
    chat = await deskChat();
    const page = await chat.open(channelCard('dialog'), 'Accept', IN_THREAD);
    expect(page).toMatchObject({ type: 'continue', value: { title: 'Accept Tailspin Toys' } });
    expect(shown(page)).toMatch(/\[Tailspin Toys – Microsoft 365\][^]*\[Accept\] \[Cancel\]/);
    const ended = await chat.submit(page, 'Accept', { dealValue: '40k' });
    expect(ended).toEqual({
      type: 'message',
      value: expect.stringMatching(/Accepted: Tailspin Toys is yours/),
    });
    expect((await chat.seen()).deal.dealValue).toBe('40000');
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['an empty name', { name: '', dealValue: '1' }, /fill this in/],
    ['a value below zero', { dealValue: '-1' }, /below zero/],
    ['a value of 10^30', { dealValue: `1${'0'.repeat(30)}` }, /too large/],
    ['an unknown currency', { dealValue: '1', currency: 'XYZ' }, /not a currency/],
    ['a close date past', { dealValue: '1', closeDate: '2020-01-01' }, /past/],
    ['no date', { dealValue: '1', closeDate: 'soon' }, /not a date/],
    ['10,000 characters of notes', { dealValue: '1', notes: 'n'.repeat(10_000) }, /too long/],
  ])('%s: the problem beside the field, and what was sent stays', async (_, inputs, problem) => {
    chat = await deskChat();
    const page = await chat.open(channelCard('dialog'), 'Accept', IN_THREAD);
    const again = await chat.submit(page, 'Accept', inputs);
    expect(again.type).toBe('continue');
    expect(shown(again)).toMatch(problem);
    expect((await chat.draft()).answers).toMatchObject(inputs);
    expect((await chat.seen()).stage).toBe('received');
  });

  it('tells the second who was first, and gives back what they wrote', async () => {
    chat = await deskChat();
    const page = await chat.open(channelCard('dialog'), 'Accept', IN_THREAD);
    await chat.acceptedBy(ALEX);
    const late = await chat.submit(page, 'Accept', { dealValue: '40k', notes: 'Call Kim first' });
    expect(late.type).toBe('continue');
    expect(shown(late)).toMatch(/Alex Wilber was first[^]*Call Kim first/);
  });

  it('closes at Cancel', async () => {
    chat = await deskChat();
    const page = await chat.open(channelCard('dialog'), 'Decline', IN_THREAD);
    expect(await chat.submit(page, 'Cancel')).toBeUndefined();
    expect((await chat.draft()).state).toBe('done');
  });

  it('shows the contacts and the details to this person alone', async () => {
    chat = await deskChat();
    expect(shown(await chat.open(channelCard('dialog'), 'Contact', IN_THREAD))).toContain(
      'kim@tailspin.example',
    );
    expect((await chat.referral()).own.contacting?.by).toEqual(megan);
    const details = await chat.open(channelCard('dialog'), 'Details', IN_THREAD);
    expect(details.value.title).toBe('Tailspin Toys');
    expect(shown(details)).toMatch(/What happened/);
    expect(chat.posted()).toEqual([]);
  });

  it('takes "I called"', async () => {
    chat = await deskChat({ views: [acceptedView()] });
    const page = await chat.open(channelCard('dialog', acceptedView()), 'I called', IN_THREAD);
    expect((await chat.submit(page, 'Save', { result: 'reached' })).value).toMatch(
      /Thank you for contacting/,
    );
  });

  it('sends again what was sent while the store could not be reached', async () => {
    chat = await deskChat();
    const page = await chat.open(channelCard('dialog'), 'Accept', IN_THREAD);
    chat.trouble.now = (method, kind) =>
      method === 'save' && kind === 'draft' ? new StoreUnavailable('disk full') : undefined;
    const down = await chat.submit(page, 'Accept', { dealValue: '40k' });
    expect(shown(down)).toMatch(/Not saved yet.*ref-1/);
    chat.trouble.now = () => undefined;
    expect((await chat.submit(down, 'Save')).value).toMatch(/is yours/);
    expect((await chat.seen()).deal.dealValue).toBe('40000');
  });

  it('draws what a customer wrote as text and nothing else', async () => {
    const name = '**[x](https://evil.example)** <b>${1+1}</b> <at>all</at>';
    const view = receivedView({ current: sampleCurrent({ customer: { name } }) });
    chat = await deskChat({ views: [view] });
    const page = await chat.open(channelCard('dialog', view), 'Accept', IN_THREAD);
    const markdown = nodes(page.value.card.content).filter((node) => node['type'] === 'TextBlock');
    expect(JSON.stringify(markdown)).not.toMatch(/\]\(https|<b>|<at>|\*\*/);
    expect(JSON.stringify(page)).not.toContain('<b>2</b>');
  });
});
