import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eventually, startProcess } from './processes';

it('tells whoever started the sandbox what happens in sentences, and no line is JSON', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-'));
  const program = await startProcess({ DATABASE_URL: `sqlite:${path.join(folder, 'desk.db')}` });
  const printed = await eventually(() => {
    const output = program.output();
    return output.includes('A card is shown in Teams') ? output : undefined;
  });
  expect(printed).toMatch(/^listening on http:/m);
  expect(printed).not.toMatch(/^\s*\{/m);
  await program.end('SIGTERM');
});
