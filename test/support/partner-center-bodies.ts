import fs from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(__dirname, '../fixtures/partner-center');

/** A body as Partner Center sends it; where each is from: the folder's README. A new copy each time. */
// oxlint-disable-next-line typescript/no-explicit-any
export const bodyOf = (name: string): any =>
  JSON.parse(fs.readFileSync(path.join(FOLDER, `${name}.json`), 'utf8'));

/** The records among them. */
export const RECORDS = [
  ...['lead', 'marketplace-lead', 'co-sell-inbound', 'co-sell-outbound'],
  ...['co-sell-outbound-microsofts', 'joint-planning', 'archived'],
] as const;
