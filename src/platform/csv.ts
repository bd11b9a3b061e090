import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** What spreadsheets would run as a formula, also behind the sign that keeps them from it. */
const FORMULA = /^'*[=+\-@\t\r]/;
const DEFUSED = /^'+[=+\-@\t\r]/;

/** A cell that no spreadsheet runs: with an apostrophe in front ("CSV Injection", OWASP). */
const defused = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
const asWritten = (cell: string): string => (DEFUSED.test(cell) ? cell.slice(1) : cell);

/** Rows as a file that spreadsheets open: commas, CRLF, UTF-8 with its mark. */
export const writeCsv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(
    stringify(
      rows.map((cells) => cells.map(defused)),
      { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
    ),
  );

export type CsvRead =
  | { readonly rows: readonly (readonly string[])[] }
  /** `line`: of the file, where it ends to be one. */
  | { readonly problem: 'empty' | 'not-text' | 'broken'; readonly line?: number };

/**
 * A file as rows of cells, in UTF-8 or UTF-16 (by its mark), between commas, semicolons or tabs (by its first line). Empty lines
 * are rows without cells, so that rows count as in a spreadsheet.
 */
export function readCsv(bytes: Uint8Array): CsvRead {
  const text = textOf(bytes);
  if (text === undefined) return { problem: 'not-text' };
  if (text.trim() === '') return { problem: 'empty' };
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
    });
    return { rows: rows.map((cells) => cells.map(asWritten)) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as { lines?: unknown }).lines;
    return { problem: 'broken', ...(typeof line === 'number' ? { line } : {}) };
  }
}

/** The mark at the beginning says which encoding it is (RFC 3629, RFC 2781). Undefined: it is no text. */
function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

const LONGEST_TITLES = 65_536;
const DELIMITERS = [',', ';', '\t'] as const;

/** The one that the titles stand between, outside quotes. */
function delimiterOf(text: string): string {
  const [titles = ''] = text
    .slice(0, LONGEST_TITLES)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n|\r/);
  const counts = DELIMITERS.map((sign) => titles.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
