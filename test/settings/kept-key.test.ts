import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readConfig } from '../../src/config';
import { secretsKeysOf } from '../../src/settings/kept-key';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-key-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const PRODUCTION = {
  MicrosoftAppId: '1b7f0f5e-3c1d-4a52-9c1a-0d6a3f0e8b21',
  MicrosoftAppTenantId: '1b7f0f5e-3c1d-4a52-9c1a-0d6a3f0e8b22',
  MicrosoftAppPassword: 'p',
};

function keys(env: Record<string, string>): readonly string[] {
  const read = readConfig({ DATABASE_URL: `sqlite:${folder}/deep/desk.db`, ...env });
  if ('problems' in read) throw new Error(read.problems.join());
  return secretsKeysOf(read.config);
}

describe('the key that encrypts stored tokens', () => {
  it('is made beside the database in sandbox mode, for its owner alone, and kept', () => {
    const [made] = keys({});
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(keys({})).toEqual([made]);
    expect(fs.statSync(path.join(folder, 'deep', 'desk.db.key')).mode & 0o777).toBe(0o600);
  });

  it('is the one that is set, and none is made outside sandbox mode', () => {
    const set = 'k'.repeat(32);
    expect(keys({ SECRETS_KEY: `${set},${'o'.repeat(32)}` })).toEqual([set, 'o'.repeat(32)]);
    const elsewhere = { ...PRODUCTION, DATABASE_URL: `sqlite:${folder}/other.db` };
    expect(keys(elsewhere)).toEqual([]);
    expect(fs.existsSync(path.join(folder, 'other.db.key'))).toBe(false);
  });
});
