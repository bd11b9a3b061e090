import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'libsql';

type Value = string | number | null;

/** A row of `documents` as a former program wrote it, its body read. */
export interface KeptDocument {
  readonly kind: string;
  readonly id: string;
  readonly terms: string;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly [column: string]: unknown;
}

interface KeptRecord {
  readonly name: string;
  readonly key: string;
  readonly value: string;
}

const folderOf = (version: string): string => path.join(__dirname, '../fixtures', version);
const rowsOf = <T>(text: string): T[] =>
  text
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** What the program of that version left behind; test/fixtures/make.mjs says how it was made. */
export const documentsOf = (version: string, name: string): KeptDocument[] =>
  rowsOf(fs.readFileSync(path.join(folderOf(version), `${name}.jsonl`), 'utf8'));

const recordsOf = (version: string, name: string): KeptRecord[] =>
  rowsOf(gunzipSync(fs.readFileSync(path.join(folderOf(version), `${name}-records.jsonl.gz`))).toString());

/** A folder with `desk.db` as that version left it, stopped a moment ago. */
export function databaseOf(version: string, name: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-'));
  const database = new Database(path.join(folder, 'desk.db'));
  database.exec(fs.readFileSync(path.join(folderOf(version), 'tables.sql'), 'utf8'));
  const insert = (table: string, row: Readonly<Record<string, Value>>): void => {
    const columns = Object.keys(row);
    const marks = columns.map(() => '?').join(', ');
    database
      .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`)
      .run(Object.values(row));
  };
  database.exec('BEGIN');
  for (const { body, ...row } of documentsOf(version, name)) {
    insert('documents', { ...(row as Record<string, Value>), body: JSON.stringify(body) });
    const [words, keys] = JSON.parse(row.terms) as readonly [string[], string[]];
    for (const [sort, terms] of [
      ['word', words],
      ['key', keys],
    ] as const)
      for (const term of terms) insert('terms', { kind: row.kind, sort, term, document: row.row as number });
  }
  for (const record of recordsOf(version, name)) insert('records', { ...record, value: asOfNow(record) });
  database.exec('COMMIT');
  database.close();
  return folder;
}

/** The sandbox's clock goes on while the program is off: here it was off for no time at all. */
function asOfNow({ name, value }: KeptRecord): string {
  if (name !== 'clock') return value;
  const kept = JSON.parse(value) as { offset: number; reached: number };
  return JSON.stringify({ ...kept, offset: kept.reached - Date.now() });
}
