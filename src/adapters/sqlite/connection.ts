import Database from 'libsql';

/** What may be bound. A boolean or a Date would end the whole process inside libsql, so `bindable` looks at run time too. */
export type Bindable = string | number | null | Buffer;
export type Row = Readonly<Record<string, string | number | Buffer | null>>;

/** Waiting inside SQLite stops this process from doing anything else, so it is short; `Turns` waits the rest. */
const BUSY_TIMEOUT_MS = 20;

/**
 * The only file that knows the driver. Values are positional, each statement is prepared once (libsql keeps memory
 * for every preparation).
 */
export class Connection {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  /** Makes the file if there is none. `path` must be absolute: libsql takes other words for addresses of servers. */
  constructor(path: string) {
    this.#database = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  }

  /** How many rows it changed. */
  run(sql: string, ...values: readonly Bindable[]): number {
    return this.#statement(sql).run(values.map(bindable)).changes;
  }

  all(sql: string, ...values: readonly Bindable[]): readonly Row[] {
    return this.#statement(sql).all(values.map(bindable)) as Row[];
  }

  /** The first row. Give it to queries of one row only: libsql does not end a statement that has more. */
  get(sql: string, ...values: readonly Bindable[]): Row | undefined {
    return this.all(sql, ...values)[0];
  }

  /** One or several statements without values. */
  exec(sql: string): void {
    this.#database.exec(sql);
  }

  /** A number that SQLite keeps in the file's head, or a setting. */
  pragma(name: string): string | number | undefined {
    const row = this.#database.prepare(`PRAGMA ${name}`).all([])[0] as Row | undefined;
    const value = row && Object.values(row)[0];
    return typeof value === 'object' ? undefined : value;
  }

  /** All of it or nothing, with the write lock taken before anything is read. */
  transaction<T>(work: () => T): T {
    this.run('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.run('COMMIT');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after some errors (disk full, I/O).
      if (this.inTransaction) this.run('ROLLBACK');
      throw error;
    }
  }

  get inTransaction(): boolean {
    return this.#database.inTransaction;
  }

  close(): void {
    try {
      // libsql leaves this out while a statement lives; without it the file alone would not hold everything.
      this.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // A full disk, or another process reads: the log stays beside the file, and the next open finds all in it.
    }
    this.#statements.clear();
    this.#database.close();
  }

  #statement(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

function bindable(value: unknown): Bindable {
  if (value === null || typeof value === 'string' || Buffer.isBuffer(value)) return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`not a value for the database: ${typeof value}`);
}
