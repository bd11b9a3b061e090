import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { DEAL, health, MEGAN, say } from './doing';
import { runToEnd } from './processes';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

const newFile = (): string => path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-')), 'desk.db');

const NOBODY = 65_534;

/** It ends by itself, with words and without a stack, and leaves the file as it was. */
async function expectRefused(file: string, as?: number): Promise<string> {
  const before = fs.readFileSync(file);
  const { code, output } = await runToEnd({ DATABASE_URL: `sqlite:${file}` }, as);
  expect([code, output]).toEqual([74, expect.stringMatching(/^Not started: /m)]);
  expect(output).not.toMatch(/listening|^\s+at /m);
  expect(fs.readFileSync(file).equals(before)).toBe(true);
  return output;
}

describe('at the start', () => {
  it('settings that are wrong are all told at once, and it ends with 78', async () => {
    const wrong = {
      PORT: 'x',
      LOG_LEVEL: 'loud',
      TIME_ZONE: 'Mars/Base',
      DATABASE_URL: 'mysql://x',
      FORMS: 'paper',
    };
    const { code, output } = await runToEnd(wrong);
    expect(code).toBe(78);
    for (const name of Object.keys(wrong)) expect(output).toContain(name);
    expect(output).not.toMatch(/listening|^\s+at /m);
  });

  it('a file that is no database is refused with 74 and left alone', async () => {
    const file = newFile();
    fs.writeFileSync(file, 'Dear diary, this is no database. '.repeat(100));
    await expectRefused(file);
  });

  it("another program's database is refused with 74 and left alone", async () => {
    const file = newFile();
    const other = new Database(file);
    other.exec('CREATE TABLE photos (id INTEGER PRIMARY KEY, title TEXT)');
    other.close();
    await expectRefused(file);
  });

  it('a damaged file is refused with 74, in a plain sentence', async () => {
    const program = await startProgram();
    await program.stop();
    const file = path.join(program.folder, 'desk.db');
    const whole = fs.readFileSync(file);
    fs.writeFileSync(
      file,
      Buffer.concat([whole.subarray(0, 4_096), Buffer.alloc(whole.length - 4_096, 0xa5)]),
    );
    expect(await expectRefused(file)).toMatch(/^Not started: .*damaged$/m);
  });

  it('a read-only file is refused with 74', async () => {
    const program = await startProgram();
    await program.stop();
    const file = path.join(program.folder, 'desk.db');
    // For root no file is read-only: then the program becomes nobody, who may look at it and no more.
    const root = process.getuid?.() === 0;
    fs.chmodSync(program.folder, 0o755);
    fs.chmodSync(file, 0o444);
    await expectRefused(file, root ? NOBODY : undefined);
  });
});

describe('while it runs and somebody else holds the database', () => {
  let program: Program;
  let other: InstanceType<typeof Database>;
  let card: Loose;

  beforeEach(async () => {
    program = await startProgram();
    const { customerProfile } = await program.sample();
    await program.settle();
    card = cardOf(await program.channel(), customerProfile.name);
    await program.act({ person: MEGAN, activity: card.id, button: 'Accept' });
    other = new Database(path.join(program.folder, 'desk.db'));
    other.exec('BEGIN IMMEDIATE');
  });
  afterEach(() => program.stop());
  const release = (): void => {
    other.exec('ROLLBACK');
    other.close();
  };

  it('Save says "not saved yet" and holds what was written; the same press again saves it, once', async () => {
    const answer = await program.act({ person: MEGAN, activity: card.id, button: 'Accept', inputs: DEAL });
    expect(JSON.stringify(answer.dialog)).toContain('Not saved yet: please try again.');
    expect((await fetch(`${program.url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${program.url}/health/live`)).status).toBe(200);
    release();
    await program.act({ person: MEGAN, activity: card.id, button: 'Save' });
    await program.settle();
    const shown = textOf(cardOf(await program.channel(), card.summary.split(/[:,]/)[1].trim()));
    expect(shown).toMatch(/✓ Accepted[^]*Eighty seats/);
    expect((await fetch(`${program.url}/health/ready`)).status).toBe(200);
    expect(await say(program, MEGAN, 'my active deals')).toContain('1 deal');
  }, 40_000);

  it('the intake refuses with 503 and when to come back, and takes the same again afterwards', async () => {
    const lead = {
      id: 'locked-1',
      createdDateTime: '2026-03-02T08:00:00Z',
      customerProfile: { name: 'Locked Ltd' },
    };
    const key = { authorization: 'Bearer sandbox' };
    const refused = await program.post('/api/referrals', lead, key);
    expect([refused.status, refused.body.reference]).toEqual([503, expect.any(String)]);
    release();
    expect((await program.post('/api/referrals', lead, key)).status).toBe(201);
    await program.settle();
    expect(cardOf(await program.channel(), 'Locked Ltd')).toBeDefined();
  }, 40_000);
});

it('a document that nobody can read is set aside: health names it to the admins, everybody else works on', async () => {
  const first = await startProgram();
  const lost = await first.sample();
  const kept = await first.sample('marketing-qualified');
  await first.settle();
  await first.stop();
  const file = new Database(path.join(first.folder, 'desk.db'));
  file
    .prepare("UPDATE documents SET body = '{' WHERE kind = 'referral' AND id LIKE ?")
    .run(`%${String(lost.id)}`);
  file.close();
  const program = await startProgram({}, first.folder);
  try {
    const inbox = await say(program, MEGAN, 'inbox');
    expect(inbox).toContain(kept.customerProfile.name);
    expect(inbox).not.toContain(lost.customerProfile.name);
    const response = await fetch(`${program.url}/health/ready`);
    expect([response.status, await response.json()]).toEqual([
      200,
      expect.objectContaining({ status: 'degraded' }),
    ]);
    expect(await health(program, 'documents')).toEqual({
      name: 'documents',
      state: 'degraded',
      detail: expect.stringMatching(
        new RegExp(`^1 stored and unreadable, set aside: referral \\S*${String(lost.id)}\\. Mend them`),
      ),
    });
  } finally {
    await program.stop();
  }
});
