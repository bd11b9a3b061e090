import { BOT, TEAM, TENANT } from '../../src/sandbox/teams/world';
import { OPERATIONS } from '../../src/domain/operations/table';
import { accept, LIDIA, MEGAN } from './doing';
import { cardOf, startProgram, type Loose, type Program } from './program';

let program: Program;
let people: Loose[];
const samples: Loose[] = [];

beforeAll(async () => {
  program = await startProgram();
  people = await program.get('/sandbox/people');
  samples.push(await program.sample('customer-inquiry'));
  samples.push(await program.sample('partner-led'));
  const closed = { status: 'Closed', substatus: 'Won', closedDateTime: '2026-03-02T07:30:00Z' };
  samples.push(await program.sample('private', closed));
  samples.push(await program.sample('sales-qualified'));
  await program.settle();
  const { customerProfile } = samples.at(-1);
  await accept(program, cardOf(await program.channel(), customerProfile.name).id);
  await program.settle();
});
afterAll(() => program.stop());

const named = (name: string): Loose => people.find((one: Loose) => one.name === name);

/** Teams says that somebody is in the team no longer. */
async function leaves(name: string): Promise<void> {
  const { id, aadObjectId } = named(name);
  await program.post('/api/messages', {
    ...{ type: 'conversationUpdate', channelId: 'msteams', serviceUrl: `${program.url}/sandbox/teams` },
    membersRemoved: [{ id, aadObjectId }],
    from: { id, aadObjectId },
    recipient: BOT,
    conversation: { id: TEAM.id, conversationType: 'channel', isGroup: true, tenantId: TENANT },
    channelData: { eventType: 'teamMemberRemoved', tenant: { id: TENANT }, team: { id: TEAM.id } },
  });
}

const GUESTS = '00000000-0000-0000-0000-00000000000f';

/** Somebody who has no business there, and from where they write. */
const STRANGERS: Readonly<Record<string, () => Loose>> = {
  'somebody of another department, in their own chat': () => ({
    from: LIDIA,
    conversation: { id: 'a:lidia', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
  }),
  'somebody of another team, in a channel of theirs': () => ({
    from: LIDIA,
    conversation: {
      id: '19:other@thread.tacv2',
      conversationType: 'channel',
      isGroup: true,
      tenantId: TENANT,
    },
    channelData: { tenant: { id: TENANT }, team: { id: '19:others@thread.tacv2' } },
  }),
  "a guest: a member's own id, in another tenant": () => ({
    from: MEGAN,
    conversation: { id: 'a:guest', conversationType: 'personal', tenantId: GUESTS },
    channelData: { tenant: { id: GUESTS } },
  }),
  'the owner, who has left the team': () => ({
    from: MEGAN,
    conversation: { id: 'a:megan', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
  }),
};

async function press(stranger: Loose, operation: string, referral: string): Promise<Loose> {
  const { id, name, aadObjectId } = named(stranger.from);
  return program.post('/api/messages', {
    ...{
      type: 'invoke',
      name: 'task/fetch',
      channelId: 'msteams',
      serviceUrl: `${program.url}/sandbox/teams`,
    },
    ...stranger,
    from: { id, name, aadObjectId },
    recipient: BOT,
    value: { data: { desk: { v: 1, do: operation, referral } } },
  });
}

const records = (): Promise<Loose> => Promise.all(samples.map(({ id }) => program.partnerCenter(id)));

it.each(Object.keys(STRANGERS))(
  '%s does nothing by any button, reads why, and sees nothing of the referral',
  async (who) => {
    const stranger = STRANGERS[who]?.();
    if (who.includes('left')) await leaves(MEGAN);
    const before = [await program.channel(), await records()];
    const wrong: string[] = [];
    for (const { name } of OPERATIONS)
      for (const { id, customerProfile } of samples) {
        const { status, body } = await press(stranger, name, `sandbox/${String(id)}`);
        const words = JSON.stringify(body);
        const isTold =
          /you are not a member|Only an admin|belongs in a channel|Teams does not tell me who is in this channel/.test(
            words,
          );
        if (status !== 200 || !isTold || words.includes(customerProfile.name))
          wrong.push(`${name}: ${words}`);
      }
    expect(wrong).toEqual([]);
    await program.settle();
    expect([await program.channel(), await records()]).toEqual(before);
  },
);
