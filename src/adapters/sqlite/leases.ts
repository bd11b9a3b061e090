import type { Claim, Claimed, DocumentRef } from '../../application/ports/store';
import { SCHEMA } from '../../domain/living/document';
import type { DocumentKind } from '../../domain/documents';
import type { Connection } from './connection';
import type { Aside } from './set-aside';
import type { Turns } from './turns';

// The plus keeps SQLite from going through all there is of each kind: few are due.
const IS_DUE = `wake_at <= ? AND (leased_until IS NULL OR leased_until <= ?) AND min_leaser <= ? AND min_reader <= ?
  AND set_aside = 0 AND +kind IN (SELECT value FROM json_each(?))`;
const ANY_DUE = `SELECT 1 FROM documents WHERE ${IS_DUE} LIMIT 1`;
const CLAIM = `UPDATE documents SET leased_until = ?, lease_holder = ? WHERE row IN
  (SELECT row FROM documents WHERE ${IS_DUE} ORDER BY wake_at, kind, id LIMIT ?)
  RETURNING kind, id, wake_at, body`;
const NEXT_WAKE = `SELECT wake_at FROM documents
  WHERE wake_at IS NOT NULL AND +kind NOT IN (SELECT value FROM json_each(?)) ORDER BY wake_at LIMIT 1`;
const RENEW = 'UPDATE documents SET leased_until = ? WHERE kind = ? AND id = ? AND lease_holder = ?';
const FREE = 'UPDATE documents SET leased_until = NULL, lease_holder = NULL';
const RELEASE = `${FREE} WHERE kind = ? AND id = ? AND lease_holder = ?`;
const HOLDERS = 'SELECT DISTINCT lease_holder FROM documents WHERE lease_holder IS NOT NULL';
const TAKE_BACK = `${FREE} WHERE lease_holder = ?`;

/** Who works on what. A lease need not outlive a loss of power: then nobody works on anything. */
export class Leases {
  constructor(
    private readonly connection: Connection,
    private readonly turns: Turns,
    private readonly aside: Aside,
  ) {}

  async claim({ now, realNow, until, holder, limit, kinds }: Claim): Promise<Claimed[]> {
    if (limit < 1) return [];
    const due = [now, realNow, SCHEMA, SCHEMA, JSON.stringify(kinds)] as const;
    // A look that finds nothing keeps no other process from writing.
    const any = await this.turns.read(() => this.connection.get(ANY_DUE, ...due));
    if (!any) return [];
    const rows = await this.turns.atOnce(() => this.connection.all(CLAIM, until, holder, ...due, limit));
    const documents = await this.aside.readable(
      [...rows].sort((a, b) => Number(a.wake_at) - Number(b.wake_at)),
    );
    return documents.map((document) => ({ kind: document.kind, id: document.id, document }));
  }

  async nextWake(except: readonly DocumentKind[]): Promise<number | undefined> {
    const row = await this.turns.read(() => this.connection.get(NEXT_WAKE, JSON.stringify(except)));
    return row ? Number(row.wake_at) : undefined;
  }

  renew({ kind, id }: DocumentRef, holder: string, until: number): Promise<boolean> {
    return this.turns.atOnce(() => this.connection.run(RENEW, until, kind, id, holder) === 1);
  }

  async release(ref: DocumentRef, holder: string): Promise<void> {
    await this.turns.atOnce(() => releaseRow(this.connection, ref, holder));
  }

  async takeBack(isGone: (holder: string) => boolean): Promise<number> {
    const rows = await this.turns.read(() => this.connection.all(HOLDERS));
    let taken = 0;
    for (const holder of rows.map((row) => String(row.lease_holder)).filter(isGone)) {
      taken += await this.turns.atOnce(() => this.connection.run(TAKE_BACK, holder));
    }
    return taken;
  }
}

export const releaseRow = (connection: Connection, { kind, id }: DocumentRef, holder: string): number =>
  connection.run(RELEASE, kind, id, holder);
