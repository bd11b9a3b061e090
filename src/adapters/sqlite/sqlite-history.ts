import type { History } from '../../application/ports/store';
import type { AuditLine, PastLine } from '../../domain/referral/referral';
import type { Connection } from './connection';
import type { Turns } from './turns';

const KEEP = 'INSERT INTO history (referral, n, line) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
const PAGE = 'SELECT n, line FROM history WHERE referral = ? AND n < ? ORDER BY n DESC LIMIT ?';

/** The history in the same file, a row a line. */
export class SqliteHistory implements History {
  constructor(
    private readonly connection: Connection,
    private readonly turns: Turns,
  ) {}

  async keep(referral: string, lines: readonly PastLine[]): Promise<void> {
    await this.turns.write(() => {
      for (const { n, ...line } of lines) this.connection.run(KEEP, referral, n, JSON.stringify(line));
    });
  }

  async before(referral: string, n: number, limit: number): Promise<readonly PastLine[]> {
    const rows = await this.turns.read(() => this.connection.all(PAGE, referral, n, limit));
    return rows.map((row) => ({ ...(JSON.parse(String(row.line)) as AuditLine), n: Number(row.n) }));
  }
}
