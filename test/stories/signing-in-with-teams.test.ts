import path from 'node:path';
import { openSqlite } from '../../src/adapters/sqlite/open-sqlite';
import { json, startStub, type Got, type StubService } from '../adapters/partner-center/stub-service';
import { DEAL, MANAGER, MEGAN, say } from './doing';
import { cardOf, startProgram, type Loose, type Program } from './program';

/** The sandbox's people are of this tenant, and it is the account's. */
const TENANT = '7c1de5a4-30f2-4b8e-9d62-5f0c8a1b47e3';
const MEGANS_ID = '0f2c7a91-5b3e-4d16-8a70-c1e94f6d2b58';
const DIEGOS_ID = '1d8e4b60-92af-47c3-b5d1-6e0f3a7c9824';
const URI = 'api://botid-1b7f0f5e-3c1d-4a52-9c1a-0d6a3f0e8b21';
const SERVICE = 'desk@contoso-partner.example';

/** Another program's sandbox plays Partner Center, a stub Microsoft's sign-in. */
let partnerCenter: Program;
let authority: StubService;
let program: Program;
let megan: Loose;
/** Who Microsoft says they are by the token that Teams gave; undefined: it does not take it. */
let given: string | undefined;
/** Whether Microsoft still takes what that sign-in gave. */
let holds: boolean;

const jwt = (claims: object): string => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

function tokens(oid: string, name: string): object {
  const id = { preferred_username: name, oid, tid: TENANT, sub: 's', iss: 'i', aud: 'a', exp: 1, iat: 1 };
  return {
    ...{ token_type: 'Bearer', expires_in: 3600, scope: 'x', refresh_token: `refresh-of-${oid}` },
    ...{ access_token: jwt({ amr: ['mfa'], oid }), id_token: jwt(id) },
    client_info: Buffer.from(JSON.stringify({ uid: oid, utid: TENANT })).toString('base64url'),
  };
}

const formOf = ({ body }: Got): URLSearchParams => new URLSearchParams(body);
const grants = (): string[] => authority.got.map((got) => formOf(got).get('grant_type') ?? '');
const ON_BEHALF = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const start = (folder?: string): Promise<Program> =>
  startProgram(
    {
      PARTNER_CENTER: 'live',
      PARTNER_CENTER_URL: `${partnerCenter.url}/sandbox/partner-center`,
      PARTNER_CENTER_TENANT_ID: TENANT,
      PARTNER_CENTER_CLIENT_ID: '99999999-2222-4333-8444-555555555555',
      PARTNER_CENTER_CLIENT_SECRET: 'client-secret',
      PARTNER_CENTER_REFRESH_TOKEN: 'refresh-of-the-account',
      SECRETS_KEY: 'a-key-that-is-long-enough-to-be-one',
      SSO_APP_ID_URI: URI,
    },
    folder,
    { authority: authority.url },
  );

beforeEach(async () => {
  [given, holds] = [MEGANS_ID, true];
  authority = await startStub();
  authority.answer = (response, got) => {
    const form = formOf(got);
    const refused = { error: 'invalid_grant', error_description: 'AADSTS50173: revoked' };
    if (['authorization_code', ON_BEHALF].includes(form.get('grant_type') ?? ''))
      json(response, given ? 200 : 400, given ? tokens(given, 'someone@contoso-partner.example') : refused);
    else if (form.get('refresh_token') === `refresh-of-${MEGANS_ID}`)
      json(response, holds ? 200 : 400, holds ? tokens(MEGANS_ID, 'megan') : refused);
    else json(response, 200, { ...tokens('service', SERVICE), refresh_token: 'refresh-of-the-account' });
  };
  partnerCenter = await startProgram();
  await partnerCenter.settle();
  program = await start();
  await program.settle();
  megan = (await program.get('/sandbox/people')).find(({ name }: Loose) => name === MEGAN);
});
afterEach(async () => {
  await program.stop();
  await partnerCenter.stop();
  await authority.close();
});

/** Teams hands on what it has of the person. */
async function exchange(value: unknown, more: object = {}): Promise<{ status: number; body: Loose }> {
  const chat = (await program.get('/sandbox/conversations')).find(
    ({ type, person }: Loose) => type === 'personal' && (person?.id ?? person) === megan.id,
  );
  return program.post('/api/messages', {
    ...{ type: 'invoke', name: 'signin/tokenExchange', id: 'in-1', channelId: 'msteams', value },
    serviceUrl: `${program.url}/sandbox/teams`,
    from: { id: megan.id, name: MEGAN, aadObjectId: MEGANS_ID },
    recipient: { id: '28:bot', name: 'Referral Desk' },
    conversation: { id: chat.id, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    ...more,
  });
}

const asked = async (): Promise<Loose> => {
  const { activities } = await program.act({ person: MEGAN, conversation: 'personal', text: 'sign in' });
  return activities.at(-1).attachments[0];
};
const GIVEN = { id: 'x', token: jwt({ aud: URI }) };

async function writesAsPerson(): Promise<void> {
  const { activities } = await program.act({ person: MANAGER, conversation: 'Referrals', text: 'bind' });
  const inputs = { writesAs: 'person' };
  await program.act({ person: MANAGER, activity: activities[0].id, button: 'Save', inputs, unchecked: true });
}

it('Teams gives the token, it is exchanged on behalf of the person, kept encrypted, and used for what they press', async () => {
  await writesAsPerson();
  const card = await asked();
  expect(card).toMatchObject({
    contentType: 'application/vnd.microsoft.card.oauth',
    content: { tokenExchangeResource: { uri: URI }, buttons: [{ type: 'signin' }] },
  });
  expect(card.content.buttons[0].value).toMatch(/^http:\/\/[\d.:]+\/connect\//);
  expect(await exchange(GIVEN)).toEqual({ status: 200, body: { id: 'x' } });
  const sent = formOf(authority.got.find((got) => formOf(got).get('grant_type') === ON_BEHALF)!);
  expect(sent.get('assertion')).toBe(GIVEN.token);
  expect(sent.get('scope')).toContain('https://api.partner.microsoft.com/.default');
  expect(await say(program, MEGAN, 'sign in')).toContain('Signed in as someone@contoso-partner.example');
  const { store } = await openSqlite(path.join(program.folder, 'desk.db'));
  const kept = JSON.stringify(await store.get('person', `${TENANT}/${MEGANS_ID}`));
  await store.close();
  expect(kept).toContain('"sealed":"v1.');
  expect(kept).not.toContain('refresh-of');

  const { id } = await partnerCenter.sample('customer-inquiry', { customerProfile: { name: 'Litware' } });
  await program.advance('PT6M');
  const activity = cardOf(await program.channel(), 'Litware').id;
  const accepts = async (button: string): Promise<unknown> =>
    program.act({ person: MEGAN, activity, button: 'Accept', ...(button && { inputs: DEAL }) });
  await accepts('');
  await accepts('Accept');
  await program.settle();
  expect(await partnerCenter.partnerCenter(id)).toMatchObject({ status: 'Active' });
  expect(await say(program, MEGAN, 'show Litware')).toContain('by their own right');
});

it.each([
  ['is somebody else’s', () => (given = DIEGOS_ID), 412],
  ['is not taken by Microsoft', () => (given = undefined), 412],
])('a token that %s signs nobody in, and the client is told to show the page', async (_, is, status) => {
  await asked();
  is();
  expect((await exchange(GIVEN)).status).toBe(status);
  expect((await asked()).contentType).toContain('card.oauth');
});

it('what is no token at all is refused without asking anybody', async () => {
  await asked();
  for (const value of [undefined, {}, { ...GIVEN, token: '' }, { ...GIVEN, token: 'x'.repeat(20_000) }])
    expect((await exchange(value)).status).toBe(400);
  expect(grants()).not.toContain(ON_BEHALF);
});

it('a client that has none to give is given the page', async () => {
  await asked();
  expect((await exchange({ code: 'resourcematchfailed' }, { name: 'signin/failure' })).status).toBe(200);
  expect(JSON.stringify((await program.chat(MEGAN)).at(-1))).toContain('/connect/');
});

it('a sign-in that Microsoft has ended: they are asked again before a form opens', async () => {
  await writesAsPerson();
  await asked();
  await exchange(GIVEN);
  await partnerCenter.sample('customer-inquiry', { customerProfile: { name: 'Litware' } });
  await program.advance('PT6M');
  holds = false;
  const activity = cardOf(await program.channel(), 'Litware').id;
  const answer = JSON.stringify(await program.act({ person: MEGAN, activity, button: 'Accept' }));
  expect(answer).toContain('Partner Center does not take your sign-in any more');
  expect(answer).toContain('Sign in first');
});

it('what was begun at one process is ended at another, and both know of it', async () => {
  const { value } = (await asked()).content.buttons[0];
  const there = await fetch(value, { redirect: 'manual' });
  const address = new URL(there.headers.get('location') ?? '');
  expect(address.searchParams.get('prompt')).toBe('select_account');
  const state = address.searchParams.get('state') ?? '';
  const second = await start(program.folder);
  const done = `${second.url}/connect/done?${String(new URLSearchParams({ state, code: 'the-code' }))}`;
  expect((await fetch(done)).status).toBe(200);
  expect((await fetch(done)).status).toBe(404);
  await second.stop();
  expect(await say(program, MEGAN, 'sign in')).toContain('Signed in as');
  expect(await say(program, MEGAN, 'sign out')).toContain('You are signed out');
});
