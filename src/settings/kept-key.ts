import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Config } from '../config';

/** The key that stands in a file, for its owner alone; made there the first time. Throws when that cannot be. */
function keptKey(file: string): string {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  try {
    fs.writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return fs.readFileSync(file, 'utf8').trim();
}

/**
 * What encrypts stored tokens, in the open. In sandbox mode none need be set: one is made beside the database, and kept.
 * Throws when that cannot be.
 */
export function secretsKeysOf({ sandbox, secretsKeys, database }: Config): readonly string[] {
  if (secretsKeys.length > 0 || !sandbox) return secretsKeys.map((key) => key.reveal());
  return [keptKey(`${database.kind === 'sqlite' ? database.path : './data/referral-desk'}.key`)];
}
