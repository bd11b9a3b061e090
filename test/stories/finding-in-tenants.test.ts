import { startStub, type StubService } from '../adapters/partner-center/stub-service';
import { MEGAN, say } from './doing';
import { startProgram, type Program } from './program';

const TENANT = '11111111-2222-4333-8444-555555555555';
const LEADS = 'https://partner.microsoft.com/dashboard/referrals/v2/leads';
const UNKNOWN = '0a0b0c0d-1111-4222-8333-444455556666';

let program: Program;
afterEach(() => program.stop());

describe('a pasted link of Partner Center', () => {
  it('leads to its referral, however it is pasted', async () => {
    program = await startProgram();
    const { id, customerProfile } = await program.sample();
    await program.settle();
    for (const text of [
      `${LEADS}/${id}`,
      `show ${LEADS}/${id}`,
      `<${LEADS}/${id}/overview>`,
      `${LEADS}?referralId=${encodeURIComponent(id)}&tab=1`,
      `[the lead](${LEADS}#/details/${id})`,
    ])
      expect(await say(program, MEGAN, text)).toContain(customerProfile.name);
  });

  it('that leads to nothing, or is none, is answered', async () => {
    program = await startProgram();
    for (const link of [
      `${LEADS}/${UNKNOWN}`,
      `${LEADS}/%E0%A4%A`,
      `https://x/${'9'.repeat(3_000)}`,
      'https://',
    ])
      expect(await say(program, MEGAN, `show ${link}`)).toMatch(
        /Nothing matches|not sure|too long|No referral/i,
      );
    expect(await say(program, MEGAN, `${LEADS}/${UNKNOWN}`)).toContain('Nothing matches');
  });
});

describe('beside a real Partner Center', () => {
  let authority: StubService;
  afterEach(() => authority.close());

  it('what is not found says whose Partner Center was searched, and where else it may be', async () => {
    authority = await startStub();
    program = await startProgram(
      {
        ...{ PARTNER_CENTER: 'live', PARTNER_CENTER_URL: authority.url, PARTNER_CENTER_TENANT_ID: TENANT },
        PARTNER_CENTER_CLIENT_ID: '99999999-2222-4333-8444-555555555555',
        ...{ PARTNER_CENTER_CLIENT_SECRET: 'client-secret' },
        SECRETS_KEY: 'a-key-that-is-long-enough-to-be-one',
      },
      undefined,
      { authority: authority.url },
    );
    for (const text of ['show nobody', 'search nobody', `${LEADS}/${UNKNOWN}`]) {
      const answer = await say(program, MEGAN, text);
      expect(answer).toContain(TENANT);
      expect(answer).toContain('another tenant of the same partner account');
    }
  });
});

it('the sandbox knows of no other tenant', async () => {
  program = await startProgram();
  expect(await say(program, MEGAN, 'show nobody')).not.toContain('tenant');
});
