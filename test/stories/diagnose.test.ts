import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { diagnose } from '../../src/diagnose';
import { json, startStub, type StubService } from '../adapters/partner-center/stub-service';
import { DIEGO, MANAGER, MEGAN, accept, cardsFor, fail, noMoreFaults, say } from './doing';
import { cardOf, startProgram, textOf, type Program } from './program';

let program: Program;
afterEach(() => program.stop());

describe('diagnose', () => {
  beforeEach(async () => {
    program = await startProgram();
    await program.settle();
  });

  it('tells an admin that all works, part by part', async () => {
    const said = await say(program, MEGAN, 'diagnose');
    expect(said).toContain('Everything that I could look at works.');
    for (const words of [
      '✓ Database: It can be read and written.',
      '✓ Database: All indexes are there.',
      'the bot signs in, and the team answers',
      '✓ Partner Center: Reads and changes referrals',
      '✓ Partner Center: It can be asked for what has changed alone.',
      "✓ Partner Center: Its clock and this machine's agree.",
      '✓ Work: Nothing waits and nothing was given up.',
    ])
      expect(said).toContain(words);
  });

  it('tells nobody else, and in a channel the admin alone', async () => {
    expect(await say(program, DIEGO, 'diagnose')).not.toContain('Database');
    expect(await say(program, MEGAN, 'diagnose', 'Referrals')).toContain('✓ Database');
    expect((await program.channel(DIEGO)).map(textOf).join('\n')).not.toContain('✓');
  });

  it('names what does not work and what to do: Teams, the right to write, the filter', async () => {
    await say(program, MEGAN, 'diagnose');
    await fail(program, { on: 'teams', answer: 401, times: 2 });
    await fail(program, { on: 'partner-center', answer: 403, method: 'PATCH', times: 1, by: 'desk' });
    await fail(program, { on: 'partner-center', answer: 'no-filter', times: 1 });
    const said = await say(program, MEGAN, 'diagnose');
    expect(said).toMatch(/✗ Teams: .*Teams does not answer \(401/);
    expect(said).toContain('look at MicrosoftAppId');
    expect(said).toMatch(/✗ Partner Center: Reads, but may not change anything/);
    expect(said).toContain('It refuses to be asked for what has changed alone');
    expect(said).toMatch(/\d things do not work\./);
  });

  it('says that an index is missing', async () => {
    const database = new Database(path.join(program.folder, 'desk.db'));
    database.exec('DROP INDEX documents_due');
    database.close();
    expect(await say(program, MEGAN, 'diagnose')).toContain('Indexes are missing (documents_due)');
  });
});

describe('what was given up', () => {
  const CUSTOMER = 'Very Secret Customer GmbH';
  beforeEach(async () => {
    program = await startProgram();
    await program.settle();
    await fail(program, {
      ...{ on: 'teams', answer: 400, times: 1 },
      body: { error: { code: 'BadSyntax', message: 'for 29:abc and megan@contoso.example' } },
    });
    await program.sample('customer-inquiry', { customerProfile: { name: CUSTOMER } });
    await program.settle();
  });

  async function press(button: string): Promise<string> {
    const { activities } = await program.act({ person: MEGAN, conversation: 'personal', text: 'diagnose' });
    const answered = await program.act({ person: MEGAN, activity: activities.at(-1).id, button });
    return JSON.stringify(answered);
  }

  it('is named with what to do, and comes once an admin tries it again; the history says who', async () => {
    expect(await say(program, MEGAN, 'diagnose')).toMatch(
      /✗ Work: showing the card \(Very Secret Customer GmbH\) was given up, owed since/,
    );
    await press('Try again: showing the card');
    await program.settle();
    expect(JSON.stringify(await program.channel())).toContain(CUSTOMER);
    expect(await say(program, MEGAN, 'diagnose')).toContain('Nothing waits and nothing was given up');
    const card = (await program.channel()).find((one) => JSON.stringify(one).includes(CUSTOMER));
    const details = await program.act({ person: MEGAN, activity: card.id, button: 'Details' });
    expect(JSON.stringify(details)).toContain('asked for another try, Megan Bowen');
  });

  it('goes when an admin drops it, and nobody else can', async () => {
    const { activities } = await program.act({ person: MEGAN, conversation: 'personal', text: 'diagnose' });
    const drop = JSON.stringify(activities).match(/diagnose drop [\w-]+/)?.[0] ?? '';
    expect(drop).not.toBe('');
    await say(program, DIEGO, drop);
    expect(await say(program, MEGAN, 'diagnose')).toContain('was given up');
    expect(await say(program, MEGAN, 'diagnose drop no-such-thing')).toContain('was given up');
    expect(await say(program, MEGAN, drop)).toContain('Nothing waits');
    await program.settle();
    expect(JSON.stringify(await program.channel())).not.toContain(CUSTOMER);
  });

  it('the copy for support holds nothing of a person or a customer', async () => {
    const copy = await say(program, MEGAN, 'diagnose copy');
    expect(copy).toContain('showing the card was given up');
    expect(copy).toContain('Desk 1');
    for (const personal of [CUSTOMER, 'Megan', '@', '29:', '19:']) expect(copy).not.toContain(personal);
    expect(await press('Copy for support')).toContain('type diagnose copy');
  });
});

describe('a write that does not get through', () => {
  it('is told with its way on; dropped, its author has back what they wrote, and all hear by whom', async () => {
    const admins = ['diego.siciliani', 'nestor.wilke'].map((name) => `${name}@contoso-partner.example`);
    program = await startProgram({ ADMINS: admins.join(',') });
    for (const person of [MEGAN, DIEGO, MANAGER]) await say(program, person, 'help');
    const made = await program.sample('customer-inquiry');
    await program.settle();
    const customer: string = made.customerProfile.name;
    await fail(program, { on: 'partner-center', answer: 503, method: 'PATCH', times: 9_999, by: 'desk' });
    await accept(program, cardOf(await program.channel(), customer).id);
    await program.advance('PT10M');
    const said = await say(program, DIEGO, 'diagnose');
    expect(said).toMatch(/✗ Work: writing to Partner Center \(.+\) does not get through, owed since .*503/);
    const { activities } = await program.act({ person: DIEGO, conversation: 'personal', text: 'diagnose' });
    const drop = 'Drop: writing to Partner…';
    await program.act({ person: DIEGO, activity: activities.at(-1).id, button: drop });
    await noMoreFaults(program);
    await program.settle();
    expect(await say(program, DIEGO, 'diagnose')).toContain('Nothing waits');
    const heard = async (person: string) => (await program.chat(person)).map(textOf).join('\n');
    expect(await heard(MEGAN)).toMatch(
      /did not get through to Partner Center, and Diego Siciliani has dropped it.*Eighty seats/su,
    );
    expect(await heard(MANAGER)).toMatch(/Diego Siciliani has dropped something .*503/u);
    expect(await heard(DIEGO)).not.toContain('has dropped');
    expect(await say(program, MEGAN, `show ${customer}`)).not.toContain('refused by Partner Center');
    expect((await program.partnerCenter(made.id)).status).toBe('New');
    expect((await cardsFor(program, MEGAN, customer)).length).toBeGreaterThan(0);
  });
});

describe('a clock that is wrong', () => {
  let stub: StubService;
  let authority: StubService;
  const live = (): Record<string, string> => ({
    PARTNER_CENTER: 'live',
    PARTNER_CENTER_URL: stub.url,
    PARTNER_CENTER_TENANT_ID: '11111111-2222-4333-8444-555555555555',
    PARTNER_CENTER_CLIENT_ID: '99999999-2222-4333-8444-555555555555',
    PARTNER_CENTER_CLIENT_SECRET: 'client-secret',
    PARTNER_CENTER_REFRESH_TOKEN: 'a-token',
    SECRETS_KEY: 'a-key-that-is-long-enough-to-be-one',
  });
  let apartMs = 3_600_000;
  const dateThere = (): string => new Date(Date.now() - apartMs).toUTCString();
  const lead = ({ now }: { now: string }): object => ({
    ...{ id: 'r-1', eTag: '"1"', status: 'New', substatus: 'Received', type: 'Independent' },
    ...{ qualification: 'Direct', direction: 'Incoming', createdDateTime: now, updatedDateTime: now },
    expirationDateTime: new Date(Date.parse(now) + 14 * 86_400_000).toISOString(),
    customerProfile: { name: 'Tailspin Clocks' },
  });

  beforeEach(async () => {
    apartMs = 3_600_000;
    [stub, authority] = [await startStub(), await startStub()];
    stub.answer = (response) => json(response, 200, { value: [] }, { date: dateThere() });
    authority.answer = (response) =>
      json(response, 200, { token_type: 'Bearer', expires_in: 3600, access_token: 'x', refresh_token: 'y' });
    program = await startProgram(live(), undefined, { authority: authority.url });
    await program.settle();
  });
  afterEach(() => Promise.all([stub.close(), authority.close()]));

  const heard = async (): Promise<string[]> =>
    (await program.chat(MEGAN)).map(textOf).filter((text) => text.includes('The clock of the machine'));

  it('the admins hear once, diagnose says it, and once it is right nobody speaks of it', async () => {
    await program.advance('PT30M');
    expect(await heard()).toEqual([
      expect.stringMatching(/is (59 minutes|1 hour).* ahead of Partner Center/),
    ]);
    expect(await say(program, MEGAN, 'diagnose')).toMatch(/✗ Partner Center: Its clock and .* apart/);
    apartMs = 0;
    await program.advance('PT10M');
    expect(await say(program, MEGAN, 'diagnose')).toContain(
      "✓ Partner Center: Its clock and this machine's agree",
    );
    apartMs = -3_600_000;
    await program.advance('PT10M');
    expect(await heard()).toHaveLength(2);
  });

  it('no reminder is sent by it; once it is right those that are still true are', async () => {
    const records: object[] = [lead(await program.get('/sandbox/clock'))];
    stub.answer = (response, { method }) =>
      json(response, method === 'GET' ? 200 : 412, { value: records }, { date: dateThere() });
    await program.advance('PT10M');
    const reminders = async (): Promise<string[]> =>
      (await program.channel()).filter((one) => one.from.bot && one.thread !== null).map(textOf);
    await program.advance('PT22H');
    expect(await say(program, MEGAN, 'diagnose')).toContain('reminder that waits until');
    expect(await reminders()).toEqual([]);
    apartMs = 0;
    await program.advance('PT15M');
    expect(await say(program, MEGAN, 'diagnose')).not.toContain('reminder that waits until');
    expect(await reminders()).toEqual([expect.stringContaining('Tailspin Clocks')]);
  });

  it('npm run diagnose says the same in a shell, and that something does not work', async () => {
    const lines: string[] = [];
    const DATABASE_URL = `sqlite:${path.join(program.folder, 'desk.db')}`;
    const tools = { say: (line: string) => void lines.push(line), authority: authority.url };
    expect(await diagnose({ ...live(), DATABASE_URL }, tools)).toBe(1);
    expect(lines.join('\n')).toMatch(/✗ Partner Center: Its clock/);
    expect(lines.join('\n')).toContain('the sandbox plays Teams');
  });
});

describe('npm run diagnose', () => {
  const run = async (env: Record<string, string>): Promise<[number, string]> => {
    const lines: string[] = [];
    return [await diagnose(env, { say: (line) => void lines.push(line) }), lines.join('\n')];
  };

  it('ends with 0 where all works, while the program runs; 78 and 74 as the program does', async () => {
    program = await startProgram();
    await program.settle();
    const [code, text] = await run({ DATABASE_URL: `sqlite:${path.join(program.folder, 'desk.db')}` });
    expect([code, text]).toEqual([0, expect.stringContaining('Everything that I could look at works.')]);
    expect(text).toContain('the sandbox plays it. Type diagnose to the bot.');
    expect((await run({ PORT: 'none' }))[0]).toBe(78);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-'));
    expect((await run({ DATABASE_URL: `sqlite:${folder}` }))[0]).toBe(74);
    // A new database has no desk yet.
    const [empty, why] = await run({ DATABASE_URL: `sqlite:${path.join(folder, 'new.db')}` });
    expect([empty, why]).toEqual([1, expect.stringContaining('No channel is bound')]);
  });
});
