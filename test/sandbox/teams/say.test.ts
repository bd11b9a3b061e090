import { inChannel, message, postCard, startSandbox, type UnderTest } from './sandbox-under-test';

let sandbox: UnderTest;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const channel = () => sandbox.teams.channel.id;
const lastGot = () => sandbox.bot.got.at(-1);

describe('what a person says', () => {
  it('reaches the bot from a channel as Teams sends it: mentioned, with a line end, in a thread of its own', async () => {
    sandbox.bot.answer = async (activity) => {
      const answer = message({ text: 'Five deals' });
      await sandbox.connector.conversations.replyToActivity(activity.conversation.id, activity.id, answer);
      return undefined;
    };
    const done = await sandbox.act({ person: 'seller', conversation: channel(), text: 'my active deals' });
    const got = lastGot();
    expect(got).toMatchObject({
      type: 'message',
      channelId: 'msteams',
      serviceUrl: `${sandbox.url}/sandbox/teams`,
      text: '<at>Referral Desk</at> my active deals\n',
      textFormat: 'plain',
      locale: 'en-US',
      timestamp: '2026-11-21T09:00:00.000Z',
      from: { aadObjectId: sandbox.teams.people[0]!.aadObjectId, name: 'Megan Bowen' },
      recipient: { id: sandbox.teams.bot.id },
      conversation: { id: `${channel()};messageid=${got.id}`, conversationType: 'channel', isGroup: true },
      channelData: {
        tenant: { id: sandbox.teams.tenant },
        team: { id: sandbox.teams.team.id },
        channel: { id: channel() },
      },
    });
    expect(got.entities).toMatchObject([
      { type: 'mention', text: '<at>Referral Desk</at>', mentioned: { id: sandbox.teams.bot.id } },
      { type: 'clientInfo', timezone: 'Europe/Berlin', country: 'DE' },
    ]);
    expect(done).toMatchObject({
      status: 200,
      activities: [{ text: 'Five deals', thread: got.id, from: { bot: true } }],
    });
  });

  it('is stored and does not reach the bot without a mention', async () => {
    const done = await sandbox.act({
      ...{ person: 'Nestor Wilke', conversation: 'referrals', text: 'lunch?', mention: false },
    });
    expect(done).toEqual({ status: null, activities: [] });
    expect(sandbox.bot.got).toEqual([]);
    expect(await inChannel(sandbox)).toMatchObject([
      { text: 'lunch?', from: { name: 'Nestor Wilke', bot: false }, thread: null },
    ]);
  });

  it('goes into a thread, keeps a mention that is there, and comes twice when Teams repeats itself', async () => {
    const root = await postCard(sandbox, { body: [] });
    const text = 'hey <at>Referral Desk</at> help';
    await sandbox.act({ person: 'admin', conversation: channel(), text, thread: root, repeat: 2 });
    expect(sandbox.bot.got).toHaveLength(2);
    expect(sandbox.bot.got[0]).toEqual(sandbox.bot.got[1]);
    expect(lastGot()).toMatchObject({
      text: `${text}\n`,
      conversation: { id: `${channel()};messageid=${root}` },
    });
  });

  it('opens the personal chat and installs the app there, once', async () => {
    await sandbox.act({ person: 'colleague', conversation: 'personal', text: 'hi' });
    await sandbox.act({ person: 'colleague', conversation: 'personal', text: 'help' });
    expect(sandbox.bot.got.map((one) => [one.type, one.action, one.text])).toEqual([
      ['conversationUpdate', undefined, undefined],
      ['installationUpdate', 'add', undefined],
      ['message', undefined, 'hi'],
      ['message', undefined, 'help'],
    ]);
    expect(lastGot().conversation).toMatchObject({
      conversationType: 'personal',
      tenantId: sandbox.teams.tenant,
    });
    expect(lastGot().channelData).toEqual({ tenant: { id: sandbox.teams.tenant } });
  });
});
