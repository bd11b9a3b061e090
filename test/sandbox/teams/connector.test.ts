import {
  card,
  inChannel,
  message,
  refusalOf,
  type Loose,
  startSandbox,
  type UnderTest,
} from './sandbox-under-test';

let sandbox: UnderTest;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const channel = () => sandbox.teams.channel.id;
const seller = () => sandbox.teams.people[0]!;
const outsider = () => sandbox.teams.people.find((one) => one.role === 'colleague')!;

const chatParameters = (memberId: string): Loose => ({
  isGroup: false,
  bot: sandbox.teams.bot,
  members: [{ id: memberId }],
  tenantId: sandbox.teams.tenant,
  channelData: { tenant: { id: sandbox.teams.tenant } },
});

const postThread = async (text: string) =>
  sandbox.connector.conversations.createConversation({
    isGroup: true,
    channelData: { channel: { id: channel() } },
    activity: message({ text }),
  } as Loose);

describe('the Bot Connector of the sandbox, called by the real connector client', () => {
  it('gives the same chat each time for the same person, by Teams id or Entra id', async () => {
    const { conversations } = sandbox.connector;
    const first = await conversations.createConversation(chatParameters(seller().id));
    const again = await conversations.createConversation(chatParameters(seller().aadObjectId));
    expect(first.id).toMatch(/^a:/);
    expect(again.id).toBe(first.id);
    await conversations.sendToConversation(first.id, message({ text: 'hello' }));
    const listed = (await sandbox.get('/sandbox/conversations')).body;
    expect(listed).toContainEqual({
      id: first.id,
      type: 'personal',
      name: 'Referral Desk',
      person: seller().id,
    });
  });

  it('begins a thread in a channel, takes replies to it, and begins another one without the suffix', async () => {
    const root = await postThread('one');
    expect(root.id).toBe(`${channel()};messageid=${root.activityId}`);
    const { conversations } = sandbox.connector;
    const reply = await conversations.sendToConversation(root.id, message({ text: 'two' }));
    const random = await conversations.replyToActivity(root.id, 'never-seen', message({ text: 'three' }));
    const other = await conversations.sendToConversation(channel(), message({ text: 'four' }));
    expect((await inChannel(sandbox)).map((one: Loose) => [one.id, one.thread, one.text])).toEqual([
      [root.activityId, null, 'one'],
      [reply.id, root.activityId, 'two'],
      [random.id, root.activityId, 'three'],
      [other.id, null, 'four'],
    ]);
    const thread = await sandbox.get(`/sandbox/conversations/${encodeURIComponent(root.id)}/activities`);
    expect(thread.body).toHaveLength(3);
  });

  it('edits and deletes what the bot has posted, counts the edits, and knows what is gone', async () => {
    const root = await postThread('one');
    const { conversations } = sandbox.connector;
    const edited = message({ text: 'uno', summary: 'Edited', attachments: [card({ body: [] })] });
    await conversations.updateActivity(root.id, root.activityId, edited);
    await conversations.updateActivity(root.id, root.activityId, edited);
    expect((await inChannel(sandbox))[0]).toMatchObject({ text: 'uno', summary: 'Edited', updates: 2 });
    await conversations.deleteActivity(root.id, root.activityId);
    expect(await inChannel(sandbox)).toEqual([]);
    const gone = { status: 404, code: 'ActivityNotFoundInConversation' };
    expect(await refusalOf(conversations.updateActivity(root.id, root.activityId, edited))).toEqual(gone);
    expect(await refusalOf(conversations.deleteActivity(root.id, '17'))).toEqual(gone);
  });

  it('does not let the bot change what a person has said', async () => {
    await sandbox.act({ person: 'manager', conversation: 'Referrals', text: 'morning' });
    const said = (await inChannel(sandbox))[0];
    const change = sandbox.connector.conversations.updateActivity(channel(), said.id, message({ text: 'x' }));
    expect((await refusalOf(change)).status).toBe(403);
  });

  it('shows typing to nobody afterwards', async () => {
    await sandbox.connector.conversations.sendToConversation(channel(), { type: 'typing' });
    expect(await inChannel(sandbox)).toEqual([]);
  });

  it('has a roster: all, by page, by member, of an activity, and none of the colleague outside', async () => {
    const { conversations } = sandbox.connector;
    expect(
      (await conversations.getConversationMembers(channel())).map((one: Loose) => one.name),
    ).toHaveLength(5);
    const page = async (options: Loose): Promise<Loose> =>
      conversations.getConversationPagedMembers(channel(), options);
    const first = await page({ pageSize: 3 });
    const second = await page({ pageSize: 3, continuationToken: first.continuationToken });
    expect([first.members.length, second.members.length]).toEqual([3, 2]);
    expect(second.continuationToken).toBeUndefined();
    const byEntraId = await conversations.getConversationMember(channel(), seller().aadObjectId);
    expect(byEntraId).toMatchObject({
      id: seller().id,
      aadObjectId: seller().aadObjectId,
      email: seller().userPrincipalName,
      tenantId: sandbox.teams.tenant,
    });
    const { activityId } = await postThread('one');
    expect(await conversations.getActivityMembers(channel(), activityId)).toHaveLength(5);
    expect(await refusalOf(conversations.getConversationMember(channel(), outsider().id))).toEqual({
      status: 404,
      code: 'MemberNotFoundInConversation',
    });
  });

  it('knows the team and its channels; General has no name', async () => {
    const team = encodeURIComponent(sandbox.teams.team.id);
    const details = (await sandbox.get(`/sandbox/teams/v3/teams/${team}`)).body;
    expect(details).toMatchObject({ name: 'Contoso Partner Sales', memberCount: 5, channelCount: 2 });
    const { conversations } = (await sandbox.get(`/sandbox/teams/v3/teams/${team}/conversations`)).body;
    expect(conversations).toEqual([{ id: sandbox.teams.team.id }, sandbox.teams.channel]);
    expect((await sandbox.get('/sandbox/teams/v3/teams/19:nowhere')).status).toBe(404);
  });
});
