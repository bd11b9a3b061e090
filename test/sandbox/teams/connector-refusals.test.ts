import { card, message, refusalOf, type Loose, startSandbox, type UnderTest } from './sandbox-under-test';

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

describe('what the connector refuses', () => {
  const send = (conversation: string, activity: Loose) =>
    refusalOf(sandbox.connector.conversations.sendToConversation(conversation, activity));

  it('unknown conversations and threads', async () => {
    const notFound = { status: 404, code: 'ConversationNotFound' };
    expect(await send('19:nowhere', message({ text: 'x' }))).toEqual(notFound);
    expect(await send(`${channel()};messageid=12`, message({ text: 'x' }))).toEqual(notFound);
  });

  it.each([
    ['no type', { text: 'x' }],
    ['a card that is text', message({ attachments: [{ ...card({}), content: 'a card' }] })],
    [
      'null where text belongs',
      message({ attachments: [card({ body: [{ type: 'TextBlock', text: null }] })] }),
    ],
    [
      'a fact whose value is null',
      message({ attachments: [card({ body: [{ facts: [{ title: 'a', value: null }] }] })] }),
    ],
  ])('bad payloads: %s', async (_what, activity) => {
    expect(await send(channel(), activity)).toEqual({ status: 400, code: 'Bad Argument' });
  });

  it('takes null inside the data of a button', async () => {
    const actions = [{ type: 'Action.Submit', title: 'Go', data: { value: null } }];
    const sent = await sandbox.connector.conversations.sendToConversation(
      channel(),
      message({ attachments: [card({ actions })] }),
    );
    expect(sent.id).toMatch(/^\d+$/);
  });

  it('messages over 100 KB counted as UTF-16', async () => {
    expect(await send(channel(), message({ text: 'x'.repeat(51_300) }))).toEqual({
      status: 413,
      code: 'MessageSizeTooBig',
    });
    expect((await send(channel(), message({ text: 'x'.repeat(51_000) }))).status).toBeUndefined();
  });

  it('chats with several people, strangers, and people whom no app reaches', async () => {
    const create = (parameters: Loose) =>
      refusalOf(sandbox.connector.conversations.createConversation(parameters));
    const both = { ...chatParameters('x'), members: [{ id: seller().id }, { id: outsider().id }] };
    expect((await create(both)).status).toBe(400);
    expect((await create({ ...chatParameters(seller().id), tenantId: 'other' })).status).toBe(400);
    expect((await create(chatParameters(seller().userPrincipalName))).status).toBe(400);
    expect(await create(chatParameters(outsider().id))).toEqual({
      status: 403,
      code: 'BotNotInConversationRoster',
    });
  });

  it('reaches a person outside the team once they have the app themselves', async () => {
    await sandbox.act({ person: 'colleague', conversation: 'personal', text: 'hi' });
    for (let times = 0; times < 2; times++) {
      const { id } = await sandbox.connector.conversations.createConversation(chatParameters(outsider().id));
      expect((await send(id, message({ text: 'hello' }))).status).toBeUndefined();
    }
  });

  it('more than 7 sends a second in one channel, with the seconds to wait, and goes on after them', async () => {
    for (let sent = 0; sent < 7; sent++) expect((await postThread('x')).id).toBeDefined();
    const path = `/sandbox/teams/v3/conversations/${encodeURIComponent(channel())}/activities`;
    for (let sent = 0; sent < 7; sent++) await sandbox.post(path, message({ text: 'x' }));
    const eighth = await fetch(sandbox.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message({ text: 'x' })),
    });
    expect([eighth.status, eighth.headers.get('retry-after')]).toEqual([429, '1']);
    sandbox.time.now += 1_001;
    expect((await sandbox.post(path, message({ text: 'x' }))).status).toBe(201);
    expect((await sandbox.post(path, message({ text: 'x' }))).body.error.code).toBe('Throttled');
  });

  it('what a fault on demand says, once', async () => {
    sandbox.faults.push({ status: 503, body: { error: { code: 'ServiceError', message: 'down' } } });
    const path = `/sandbox/teams/v3/conversations/${encodeURIComponent(channel())}/members`;
    expect((await sandbox.get(path)).status).toBe(503);
    expect((await sandbox.get(path)).status).toBe(200);
  });
});

describe('people and admins who take the bot away', () => {
  it('a person blocks the bot: it is told, and cannot write to them until they let it in again', async () => {
    const { id } = await sandbox.connector.conversations.createConversation(chatParameters(seller().id));
    const blocked = { status: 403, code: 'ConversationBlockedByUser' };
    const send = () =>
      refusalOf(sandbox.connector.conversations.sendToConversation(id, message({ text: 'x' })));
    const path = `/sandbox/people/${seller().aadObjectId}/block`;
    await sandbox.post(path, { blocked: true });
    expect(sandbox.bot.got.map((one) => [one.type, one.action, one.conversation.id])).toEqual([
      ['installationUpdate', 'remove', id],
    ]);
    expect(await send()).toEqual(blocked);
    expect(
      await refusalOf(sandbox.connector.conversations.createConversation(chatParameters(seller().id))),
    ).toEqual(blocked);
    await sandbox.post(path, { blocked: false });
    expect(sandbox.bot.got.at(-1)).toMatchObject({ type: 'installationUpdate', action: 'add' });
    expect((await send()).status).toBeUndefined();
  });

  it('the app is taken out of the team and put back', async () => {
    await sandbox.post('/sandbox/team/bot', { installed: false });
    expect(sandbox.bot.got).toMatchObject([
      { type: 'conversationUpdate', membersRemoved: [{ id: sandbox.teams.bot.id }] },
      { type: 'installationUpdate', action: 'remove', channelData: { team: { id: sandbox.teams.team.id } } },
    ]);
    const out = { status: 403, code: 'BotNotInConversationRoster' };
    expect(await refusalOf(postThread('x'))).toEqual(out);
    expect(
      await refusalOf(sandbox.connector.conversations.createConversation(chatParameters(seller().id))),
    ).toEqual(out);
    await sandbox.post('/sandbox/team/bot', { installed: true });
    expect(sandbox.bot.got.at(-1)).toMatchObject({ type: 'installationUpdate', action: 'add' });
    expect((await postThread('x')).id).toBeDefined();
  });

  it('an admin disables the bot', async () => {
    await sandbox.post('/sandbox/tenant/bot', { disabled: true });
    expect(await refusalOf(postThread('x'))).toEqual({ status: 403, code: 'BotDisabledByAdmin' });
  });
});
