import type { Filter } from 'mongodb';
import type { ListQuery, RowKey } from '../../application/ports/store';
import { SCHEMA } from '../../domain/living/document';
import type { DocumentKind } from '../../domain/documents';
import { storedId, type StoredDocument } from './stored-document';

const MOST_WORDS = 5;
/** Above every text that begins with the prefix: MongoDB compares text by its UTF-8 bytes. */
const LAST_CHARACTER = '\u{10FFFF}';

/** In the words of the index that has these alone; the driver's types do not know this name of them all. */
const NUMBER = 'number' as string as 'double';

/** What a program of this SCHEMA may show of the query. */
export function filterOf(kind: DocumentKind, query: ListQuery, after?: RowKey): Filter<StoredDocument> {
  const all: Filter<StoredDocument>[] = [{ kind, minReader: { $lte: SCHEMA }, setAside: { $ne: true } }];
  if (query.stage !== undefined) all.push({ stage: query.stage });
  if (query.owner !== undefined) all.push({ owner: query.owner });
  if (query.desks !== undefined) all.push({ desk: { $in: [...query.desks] } });
  if (query.ids !== undefined) all.push({ _id: { $in: query.ids.map((id) => storedId(kind, id)) } });
  if (query.urgentBefore !== undefined) all.push({ urgency: { $lt: query.urgentBefore } });
  if (query.dueBefore !== undefined) all.push({ dueAt: { $type: NUMBER, $lt: query.dueBefore } });
  if (query.key !== undefined) all.push({ keys: query.key });
  all.push(...wordsOf(query).map(withWord));
  if (after) {
    all.push({ urgency: { $gte: after.urgency } });
    all.push({ $or: [{ urgency: { $gt: after.urgency } }, { id: { $gt: after.id } }] });
  }
  return { $and: all };
}

export const wordsOf = (query: ListQuery): readonly string[] =>
  (query.words ?? []).filter((word) => word !== '').slice(0, MOST_WORDS);

/** A range and no regular expression: nothing that a person types is a wildcard. */
export const withWord = (word: string): Filter<StoredDocument> => ({
  words: { $elemMatch: { $gte: word, $lte: word + LAST_CHARACTER } },
});
