import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATIONS } from '../../src/domain/operations/table';
import { allowedTable } from '../../scripts/allowed-table.cjs';

it('docs/maintainer.md has the table of what is allowed when, as the code says it', () => {
  const page = readFileSync(join(__dirname, '../../docs/maintainer.md'), 'utf8');
  expect(page).toContain(allowedTable(OPERATIONS));
});
