import { revived } from '../../domain/stored';
import type { AnyDocument, DocumentKind } from '../../domain/documents';
import type { DocumentRef } from '../../application/ports/store';
import type { Connection, Row } from './connection';
import type { Turns } from './turns';

const SET_ASIDE = 'UPDATE documents SET set_aside = 1 WHERE kind = ? AND id = ?';
const COUNT = 'SELECT count(*) AS n FROM documents WHERE set_aside = 1';
const NAMES = 'SELECT kind, id FROM documents WHERE set_aside = 1 ORDER BY kind, id LIMIT ?';
const BODIES = 'SELECT kind, id, body FROM documents WHERE set_aside = 1 ORDER BY kind, id';
const TAKE_BACK = 'UPDATE documents SET set_aside = 0 WHERE kind = ? AND id = ?';

/** A row with `kind`, `id` and `body` as a document; undefined: it cannot be read. */
export function documentOf(row: Row): AnyDocument | undefined {
  let body: unknown;
  try {
    body = JSON.parse(String(row.body));
  } catch {
    return undefined;
  }
  return revived(row.kind as DocumentKind, String(row.id), body);
}

/** Documents whose body cannot be read: marked, so that nothing stumbles over them twice. */
export class Aside {
  constructor(
    private readonly connection: Connection,
    private readonly turns: Turns,
  ) {}

  /** The documents of rows; what cannot be read is set aside and left out. */
  async readable(rows: readonly Row[]): Promise<AnyDocument[]> {
    const documents: AnyDocument[] = [];
    for (const row of rows) {
      const document = documentOf(row);
      if (document) documents.push(document);
      else await this.put({ kind: row.kind as DocumentKind, id: String(row.id) });
    }
    return documents;
  }

  put({ kind, id }: DocumentRef): Promise<unknown> {
    return this.turns.write(() => this.connection.run(SET_ASIDE, kind, id));
  }

  async all(limit: number): Promise<{ count: number; refs: DocumentRef[] }> {
    return this.turns.read(() => ({
      count: Number(this.connection.get(COUNT)?.n),
      refs: this.connection
        .all(NAMES, limit)
        .map((row) => ({ kind: row.kind as DocumentKind, id: String(row.id) })),
    }));
  }
}

/** At the start: what was mended, or what this program can read and a former one could not, is there again. */
export function takeBackReadable(connection: Connection): void {
  for (const row of connection.all(BODIES)) {
    if (documentOf(row)) connection.run(TAKE_BACK, row.kind as string, row.id as string);
  }
}
