import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder of its own for each test of the file that calls it, gone afterwards. */
export function temporaryFolder(): (name: string) => string {
  let folder = '';
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-sqlite-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));
  return (name) => path.join(folder, name);
}
