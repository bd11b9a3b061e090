import { BOT, REFERRALS, TEAM, TENANT } from '../../src/sandbox/teams/world';
import { DIEGO, MANAGER, repliesTo } from './doing';
import { cardOf, startProgram, type Loose, type Program } from './program';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await program.settle();
});
afterEach(() => program.stop());

/** An activity of Teams, as it comes from the channel of referrals. */
async function post(activity: Loose): Promise<Loose> {
  const people = await program.get('/sandbox/people');
  const from = people.find((one: Loose) => one.name === DIEGO);
  const { channelData, ...more } = activity;
  return program.post('/api/messages', {
    id: `raw-${String(activity.name ?? activity.type)}`,
    channelId: 'msteams',
    serviceUrl: `${program.url}/sandbox/teams`,
    from: { id: from.id, name: from.name, aadObjectId: from.aadObjectId },
    recipient: BOT,
    conversation: { id: REFERRALS.id, conversationType: 'channel', isGroup: true, tenantId: TENANT },
    channelData: {
      tenant: { id: TENANT },
      team: { id: TEAM.id },
      channel: { id: REFERRALS.id },
      ...channelData,
    },
    ...more,
  });
}

it('a refresh that a client asks for of itself only reads, whatever the button would do', async () => {
  const { customerProfile } = await program.sample('customer-inquiry');
  await program.settle();
  const card = cardOf(await program.channel(), customerProfile.name);
  const contact = card.attachments[0].content.actions.find((one: Loose) => one.title === 'Contact');
  const value = (trigger: string): Loose => ({
    action: { type: 'Action.Execute', verb: 'contact', data: contact.data },
    trigger,
  });
  const press = (trigger: string): Promise<Loose> =>
    post({ type: 'invoke', name: 'adaptiveCard/action', value: value(trigger), replyToId: card.id });
  const { status, body } = await press('automatic');
  expect([status, JSON.stringify(body)]).toEqual([200, expect.stringContaining(customerProfile.name)]);
  await program.settle();
  expect(await repliesTo(program, card.id)).toEqual([]);
  await press('manual');
  await program.settle();
  expect((await repliesTo(program, card.id)).join()).toContain(DIEGO);
});

it('a channel that was renamed in Teams goes by its new name', async () => {
  await post({
    type: 'conversationUpdate',
    channelData: { eventType: 'channelRenamed', channel: { id: REFERRALS.id, name: 'Leads' } },
  });
  await program.act({ person: MANAGER, conversation: 'General', text: 'bind' });
  const general = (await program.get('/sandbox/conversations')).find((one: Loose) => one.name === 'General');
  const shown = await program.get(`/sandbox/conversations/${encodeURIComponent(general.id)}/activities`);
  const { card } = await program.act({ person: MANAGER, activity: shown.at(-1).id, button: 'Save' });
  expect(JSON.stringify(card)).toContain('New referrals still come to Leads');
});
