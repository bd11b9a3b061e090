import type { Records } from '../../application/ports/store';
import type { Connection } from './connection';
import type { Turns } from './turns';

const ALL = 'SELECT key, value FROM records WHERE name = ? ORDER BY key';
const PUT =
  'INSERT INTO records (name, key, value) VALUES (?, ?, ?) ' +
  'ON CONFLICT (name, key) DO UPDATE SET value = excluded.value';
const REMOVE = 'DELETE FROM records WHERE name = ? AND key = ?';

/** Records in the same file, ordered by key. */
export class SqliteRecords implements Records {
  constructor(
    private readonly connection: Connection,
    private readonly turns: Turns,
  ) {}

  async all(table: string): Promise<readonly { readonly key: string; readonly value: string }[]> {
    const rows = await this.turns.read(() => this.connection.all(ALL, table));
    return rows.map((row) => ({ key: row.key as string, value: row.value as string }));
  }

  async put(table: string, key: string, value: string): Promise<void> {
    await this.turns.write(() => this.connection.run(PUT, table, key, value));
  }

  async remove(table: string, key: string): Promise<void> {
    await this.turns.write(() => this.connection.run(REMOVE, table, key));
  }
}
