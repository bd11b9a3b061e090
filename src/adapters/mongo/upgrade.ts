import type { AnyBulkWriteOperation } from 'mongodb';
import { SCHEMA } from '../../domain/living/document';
import { READ_WITH } from './set-aside';
import type { Session } from './session';
import { documentOf, type Project, projectedOf, type StoredDocument } from './stored-document';

/** The number of what is projected: raise it when `projection.ts` changes what lists and sums rely on. */
const PROJECTION = 5;
const KEPT = 'projection';
const AT_ONCE = 500;
const LONGEST_MS = 60_000;

/**
 * Once for each number: what a former program projected of its documents is worked out anew. Bodies stay as they are,
 * for that program may run still.
 */
export async function upgrade(session: Session, project: Project): Promise<void> {
  const kept = await session.ask(() => session.probes.findOne({ _id: KEPT }));
  if ((kept?.count ?? 0) >= PROJECTION) return;
  let from = '';
  for (;;) {
    const some = await session.ask(() => nextFrom(session, from), LONGEST_MS);
    const last = some.at(-1);
    if (!last) break;
    const changes = some.flatMap((stored) => changeOf(stored, project));
    if (changes.length > 0)
      await session.ask(() => session.documents.bulkWrite(changes, { ordered: false }), LONGEST_MS);
    from = last._id;
  }
  const done = { $set: { count: PROJECTION } };
  await session.ask(() => session.probes.updateOne({ _id: KEPT }, done, { upsert: true }));
}

const nextFrom = (session: Session, from: string): Promise<StoredDocument[]> =>
  session.documents
    .find({ _id: { $gt: from }, minReader: { $lte: SCHEMA } }, { projection: { ...READ_WITH, version: 1 } })
    .sort({ _id: 1 })
    .limit(AT_ONCE)
    .toArray();

/** None if it has been written meanwhile: then it is projected as it should be. */
function changeOf(stored: StoredDocument, project: Project): AnyBulkWriteOperation<StoredDocument>[] {
  const document = documentOf(stored);
  const { _id, version } = stored;
  const $set = document ? projectedOf(project(document)) : { setAside: true };
  return [{ updateOne: { filter: { _id, version }, update: { $set } } }];
}
