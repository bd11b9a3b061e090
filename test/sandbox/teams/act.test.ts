import { memoryRecords } from '../../support/memory-records';
import {
  card,
  FORM,
  message,
  postCard,
  startBot,
  startSandbox,
  type Loose,
  type UnderTest,
} from './sandbox-under-test';

let sandbox: UnderTest;
beforeEach(async () => {
  sandbox = await startSandbox({ botTimeoutMs: 2_000 });
});
afterEach(() => sandbox.close());

const channel = () => sandbox.teams.channel.id;

describe('bad requests and restarts', () => {
  it.each([
    [{}, 400],
    ['text', 400],
    [{ person: 'seller' }, 400],
    [{ person: 'seller', text: 5 }, 400],
    [{ person: 'seller', txt: 'a' }, 400],
    [{ person: 'nobody', conversation: 'personal', text: 'a' }, 404],
    [{ person: 'seller', conversation: '19:nowhere', text: 'a' }, 404],
    [{ person: 'seller', conversation: 'Referrals', thread: '12', text: 'a' }, 404],
    [{ person: 'colleague', conversation: 'Referrals', text: 'a' }, 403],
    [{ person: 'seller', activity: '12', button: 'a' }, 404],
  ])('%j is a problem with status %d', async (body, status) => {
    const answer = await sandbox.post('/sandbox/act', body);
    expect(answer).toMatchObject({ status, type: 'application/problem+json', body: { status } });
    expect(answer.body.detail.length).toBeGreaterThan(20);
  });

  it('lists the inputs when one is given that is not on the card', async () => {
    const id = await postCard(sandbox, FORM);
    const answer = await sandbox.post('/sandbox/act', {
      person: 'seller',
      activity: id,
      button: 'Save',
      inputs: { nme: 'x' },
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { ids: ['name', 'dealValue', 'closeDate', 'urgent', 'currency'] },
    });
  });

  it("calls a card one's own only where others see another", async () => {
    const bot = await startBot();
    const tried = await startSandbox({ bot });
    const answered = async (conversation: string, base: object, answer: object): Promise<Loose> => {
      const type = card({}).contentType;
      bot.answer = async () => ({ body: { type, value: answer } });
      const sent = message({ attachments: [card(base)] });
      const { id } = await tried.connector.conversations.sendToConversation(conversation, sent);
      await tried.act({ person: 'seller', activity: id, button: 'Save' });
      const path = `/sandbox/conversations/${encodeURIComponent(conversation)}/activities?person=seller`;
      return (await tried.get(path)).body.find((one: Loose) => one.id === id);
    };
    await tried.act({ person: 'seller', conversation: 'personal', text: 'hi' });
    const chats = (await tried.get('/sandbox/conversations')).body as Loose[];
    const chat = chats.find((one) => one.type === 'personal').id;
    const mine = card({ body: [{ type: 'TextBlock', text: 'Mine' }] }).content;
    expect(await answered(tried.teams.channel.id, FORM, mine)).toMatchObject({ own: true });
    expect(await answered(tried.teams.channel.id, FORM, card(FORM).content)).not.toHaveProperty('own');
    expect(await answered(chat, FORM, mine)).not.toHaveProperty('own');
    await tried.close();
    await bot.close();
  });

  it('takes everything over a restart', async () => {
    const records = memoryRecords();
    const bot = await startBot();
    const first = await startSandbox({ records, bot });
    const own = card({ body: [{ type: 'TextBlock', text: 'Mine' }] }).content;
    bot.answer = async () => ({ body: { type: card({}).contentType, value: own } });
    const { conversations } = first.connector;
    const { id } = await conversations.sendToConversation(channel(), message({ attachments: [card(FORM)] }));
    await conversations.updateActivity(channel(), id, message({ attachments: [card(FORM)] }));
    await first.act({ person: 'seller', activity: id, button: 'Save' });
    await first.act({ person: 'seller', conversation: 'personal', text: 'hi' });
    await first.post('/sandbox/team/bot', { installed: false });
    const path = `/sandbox/conversations/${encodeURIComponent(channel())}/activities?person=seller`;
    const before = [(await first.get(path)).body, (await first.get('/sandbox/conversations')).body];
    await first.close();
    const second = await startSandbox({ records, bot });
    expect([(await second.get(path)).body, (await second.get('/sandbox/conversations')).body]).toEqual(
      before,
    );
    expect(before[0][0]).toMatchObject({ updates: 1, own: true });
    await second.post('/sandbox/team/bot', { installed: true });
    const next = await second.connector.conversations.sendToConversation(channel(), message({ text: 'x' }));
    expect(Number(next.id)).toBeGreaterThan(Number(id));
    await second.connector.conversations.updateActivity(channel(), id, message({ text: 'new for all' }));
    await second.close();
    const third = await startSandbox({ records, bot });
    const [base] = (await third.get(path)).body;
    expect([base.own, base.text, base.updates]).toEqual([undefined, 'new for all', 2]);
    await third.close();
    await bot.close();
  });

  it('tells open pages what has changed', async () => {
    const gone = new AbortController();
    const stream = await fetch(`${sandbox.url}/sandbox/events`, { signal: gone.signal });
    await postCard(sandbox, { body: [] });
    sandbox.teams.changed('clock');
    const reader = stream.body!.getReader();
    let heard = '';
    while (!heard.includes('clock')) heard += new TextDecoder().decode((await reader.read()).value);
    expect(heard).toContain(`data: {"what":"conversation","id":"${channel()}"}\n\n`);
    expect(heard).toContain('data: {"what":"clock"}\n\n');
    gone.abort();
  });
});
