import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startStub, type StubService } from '../adapters/partner-center/stub-service';
import { MANAGER, MEGAN, say } from './doing';
import { startProgram, textOf, type Loose, type Program } from './program';

const [NORTH, SOUTH] = ['11111111-2222-4333-8444-555555555555', '22222222-2222-4333-8444-555555555555'];
const CLIENT = '99999999-2222-4333-8444-555555555555';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'accounts-'));

let program: Program;
let authority: StubService;
beforeAll(async () => {
  const file = path.join(folder, 'accounts.json');
  const account = { clientId: CLIENT, clientSecret: 'secret' };
  fs.writeFileSync(
    file,
    JSON.stringify([
      { ...account, tenantId: NORTH, name: 'Contoso North' },
      { ...account, tenantId: SOUTH, name: 'Contoso *South*' },
    ]),
  );
  authority = await startStub();
  program = await startProgram(
    {
      ...{ PARTNER_CENTER: 'live', PARTNER_CENTER_URL: authority.url, PARTNER_CENTER_ACCOUNTS: file },
      SECRETS_KEY: 'a-key-that-is-long-enough-to-be-one',
    },
    undefined,
    { authority: authority.url },
  );
});
afterAll(async () => {
  await program.stop();
  await authority.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function bind(channel: string, accounts: string): Promise<string> {
  const { activities } = await program.act({ person: MANAGER, conversation: channel, text: 'bind' });
  const activity = activities.at(-1).id;
  const inputs = { accounts };
  const saved = await program.act({ person: MANAGER, activity, button: 'Save', inputs, unchecked: true });
  await program.settle();
  return JSON.stringify(saved);
}

async function rootsIn(channel: string): Promise<string> {
  const all: Loose[] = await program.get('/sandbox/conversations');
  const { id } = all.find((one) => one.type === 'channel' && one.name === channel);
  const activities: Loose[] = await program.get(
    `/sandbox/conversations/${encodeURIComponent(id)}/activities`,
  );
  return activities
    .filter((one) => one.from.bot)
    .map(textOf)
    .join('\n');
}

const comes = async (id: string, name: string): Promise<void> => {
  const lead = { id, createdDateTime: '2026-03-02T08:00:00Z', customerProfile: { name } };
  await program.post('/api/referrals', lead, { authorization: 'Bearer sandbox' });
  await program.settle();
};

it('a channel that names an account has what comes from there, before one that takes all', async () => {
  await comes('a', 'First Ltd');
  expect(await rootsIn('Referrals')).toContain('First Ltd');
  const done = await bind('General', NORTH);
  expect(done).toContain('Fed by');
  expect(done).toContain('Contoso North');
  await comes('b', 'Second Ltd');
  expect(await rootsIn('General')).toContain('Second Ltd');
  expect(await rootsIn('Referrals')).not.toContain('Second Ltd');
});

it('where no channel takes what comes, it waits, and comes as soon as one does', async () => {
  await bind('General', SOUTH);
  await bind('Referrals', SOUTH);
  await comes('c', 'Third Ltd');
  expect(await rootsIn('General')).not.toContain('Third Ltd');
  expect(await say(program, MANAGER, 'connect')).toMatch(
    /Contoso North.*No channel takes what comes from here/su,
  );
  await bind('Referrals', 'all');
  expect(await rootsIn('Referrals')).toContain('Third Ltd');
});

it('the admin reads which channel an account feeds, and a card where it came from', async () => {
  const connect = await say(program, MANAGER, 'connect');
  expect(connect).toMatch(/Contoso North.*Feeds.*Referrals.*Contoso/su);
  const list = await say(program, MEGAN, 'show first ltd');
  expect(list).toContain('First Ltd');
});

it('an account that there is none of is no choice, and nothing is lost', async () => {
  const answer = await bind('Referrals', 'nobody');
  expect(answer).toMatch(/not one of the choices|choose/iu);
  expect(await bind('Referrals', `all,${NORTH}`)).not.toContain('Fed by');
});

it('what the admins hear of an account names it', async () => {
  await say(program, MEGAN, 'help');
  await program.settle();
  const heard = (await program.chat(MEGAN)).map(textOf).join('\n');
  for (const name of ['North', 'South'])
    expect(heard).toMatch(
      new RegExp(`Contoso\\s+${name} ?: Nobody has signed in to Partner Center yet`, 'u'),
    );
});
