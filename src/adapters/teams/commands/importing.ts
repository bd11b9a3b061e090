import { createHash } from 'node:crypto';
import { readCsv } from '../../../platform/csv';
import { packed, unpacked } from '../../../platform/packed';
import type { Sheet } from '../../../application/bulk/sheet';
import type { Asking } from '../answers/asking';
import { said, type Answer } from '../answers/answer';
import { named } from './finding';

/** A thousand rows have some hundred KB; more is no such file. */
export const MOST_BYTES = 4 * 1024 * 1024;

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Rows as the bulk file has them. */
export const sheetOf = (rows: Sheet['rows']): Sheet => ({ rows, hash });

/** A file that somebody has sent who may: what it would do, or what is wrong with it. */
export async function previewFile({ turn, useCases }: Asking, name: string, bytes: Buffer): Promise<Answer> {
  const read = readCsv(bytes);
  if ('rows' in read) {
    const file = { ...sheetOf(read.rows), name: name.slice(0, 100), packed: packed(bytes) };
    return useCases.bulk.preview(file, turn.person);
  }
  const { problem, line } = read;
  return line === undefined
    ? said(`bulk.file.${problem}`)
    : said('bulk.file.broken-at', { line: String(line) });
}

/** What the button says behind the command: which file it stands for. */
const TICKET = /^[0-9a-f-]{20,40}$/;

/** `import`: takes in the file that was sent last; the button names the one that it stands for. A customer's name may begin so, too. */
export async function importFile(asking: Asking, words: string): Promise<Answer> {
  const { turn, useCases } = asking;
  const customer =
    words === '' || TICKET.test(words) ? undefined : await named(asking, `import ${words}`, 'words');
  if (customer) return customer;
  if (words !== '' && !TICKET.test(words)) return said('bot.none-found', { words: `import ${words}` });
  return useCases.bulk.import(turn.person, words === '' ? undefined : words, (kept) => {
    try {
      const read = readCsv(unpacked(kept, MOST_BYTES));
      return 'rows' in read ? sheetOf(read.rows) : undefined;
    } catch {
      return undefined;
    }
  });
}
