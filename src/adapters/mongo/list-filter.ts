import type { Filter } from 'mongodb';
import type { ListQuery, RowKey } from '../../application/ports/store';
import { SCHEMA } from '../../domain/living/document';
import type { DocumentKind } from '../../domain/documents';
import type { StoredDocument } from './stored-document';

const MOST_WORDS = 5;
/** Above every text that begins with the prefix: MongoDB compares text by its UTF-8 bytes. */
const LAST_CHARACTER = '\u{10FFFF}';

/** What a program of this SCHEMA may show of the query. */
export function filterOf(kind: DocumentKind, query: ListQuery, after?: RowKey): Filter<StoredDocument> {
  const all: Filter<StoredDocument>[] = [{ kind, minReader: { $lte: SCHEMA } }];
  if (query.stage !== undefined) all.push({ stage: query.stage });
  if (query.owner !== undefined) all.push({ owner: query.owner });
  if (query.desk !== undefined) all.push({ desk: query.desk });
  if (query.urgentBefore !== undefined) all.push({ urgency: { $lt: query.urgentBefore } });
  if (query.key !== undefined) all.push({ keys: query.key });
  for (const word of (query.words ?? []).filter((each) => each !== '').slice(0, MOST_WORDS)) {
    // A range and no regular expression: nothing that a person types is a wildcard.
    all.push({ words: { $elemMatch: { $gte: word, $lte: word + LAST_CHARACTER } } });
  }
  if (after) {
    all.push({ urgency: { $gte: after.urgency } });
    all.push({ $or: [{ urgency: { $gt: after.urgency } }, { id: { $gt: after.id } }] });
  }
  return { $and: all };
}
