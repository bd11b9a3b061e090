import type { DocumentRef } from '../../application/ports/store';
import type { AnyDocument } from '../../domain/documents';
import type { Session } from './session';
import { documentOf, storedId, type StoredDocument } from './stored-document';

/** What reading a document takes. */
export const READ_WITH = { kind: 1, id: 1, body: 1, escaped: 1 } as const;
const MARKED = { setAside: true };

/** Documents whose body cannot be read: marked, so that nothing stumbles over them twice. */
export class Aside {
  constructor(private readonly session: Session) {}

  /** What cannot be read is set aside and left out. */
  async readable(
    found: readonly Pick<StoredDocument, 'kind' | 'id' | 'body' | 'escaped'>[],
  ): Promise<AnyDocument[]> {
    const documents: AnyDocument[] = [];
    for (const stored of found) {
      const document = documentOf(stored);
      if (document) documents.push(document);
      else await this.put(stored);
    }
    return documents;
  }

  async put({ kind, id }: DocumentRef): Promise<void> {
    const it = { _id: storedId(kind, id) };
    await this.session.ask(() => this.session.documents.updateOne(it, { $set: MARKED }));
  }

  async all(limit: number): Promise<{ count: number; refs: DocumentRef[] }> {
    const [count, refs] = await this.session.ask(() =>
      Promise.all([
        this.session.documents.countDocuments(MARKED, { hint: 'aside' }),
        this.session.documents
          .find(MARKED, { projection: { kind: 1, id: 1 }, hint: 'aside' })
          .sort({ _id: 1 })
          .limit(Math.max(limit, 1))
          .toArray(),
      ]),
    );
    return { count, refs: refs.slice(0, limit).map(({ kind, id }) => ({ kind, id })) };
  }

  /** At the start: what was mended, or what this program can read and a former one could not, is there again. */
  async takeBackReadable(): Promise<void> {
    const aside = await this.session.ask(() =>
      this.session.documents.find(MARKED, { projection: READ_WITH, hint: 'aside' }).toArray(),
    );
    for (const stored of aside.filter(documentOf)) {
      const back = { $set: { setAside: false } };
      await this.session.ask(() => this.session.documents.updateOne({ _id: stored._id }, back));
    }
  }
}
