import type { IndexDescription } from 'mongodb';
import type { Session } from './session';

/** Equality first, then the order of every list (urgency, id). */
export const DOCUMENT_INDEXES: IndexDescription[] = [
  { name: 'due', key: { wakeAt: 1, _id: 1 } },
  { name: 'all', key: { kind: 1, urgency: 1, id: 1 } },
  { name: 'stage', key: { kind: 1, stage: 1, urgency: 1, id: 1 } },
  { name: 'owner', key: { kind: 1, owner: 1, stage: 1, urgency: 1, id: 1 } },
  { name: 'desk', key: { kind: 1, desk: 1, stage: 1, urgency: 1, id: 1 } },
  { name: 'words', key: { kind: 1, words: 1 } },
  { name: 'keys', key: { kind: 1, keys: 1, urgency: 1, id: 1 } },
  // Few documents at a time are one of these: the index has only them.
  { name: 'ahead', key: { kind: 1, dueAt: 1 }, partialFilterExpression: { dueAt: { $type: 'number' } } },
  { name: 'leased', key: { leaseHolder: 1 }, partialFilterExpression: { leaseHolder: { $type: 'string' } } },
  { name: 'aside', key: { setAside: 1, _id: 1 }, partialFilterExpression: { setAside: true } },
];

export const RECORD_INDEXES: IndexDescription[] = [{ name: 'table', key: { table: 1, key: 1 } }];

export const HISTORY_INDEXES: IndexDescription[] = [{ name: 'line', key: { referral: 1, n: -1 } }];

/** What is declared above and not there (any more): they are made when the program starts. */
export async function missingIndexes({ documents, records, history }: Session): Promise<string[]> {
  const lacking = await Promise.all([
    lackingIn(documents, DOCUMENT_INDEXES),
    lackingIn(records, RECORD_INDEXES),
    lackingIn(history, HISTORY_INDEXES),
  ]);
  return lacking.flat();
}

async function lackingIn(
  collection: Pick<Session['records'], 'collectionName' | 'indexExists'>,
  declared: readonly IndexDescription[],
): Promise<string[]> {
  const names = declared.flatMap(({ name }) => name ?? []);
  const there = await Promise.all(names.map((name) => collection.indexExists(name)));
  return names.filter((_, at) => !there[at]).map((name) => `${collection.collectionName}.${name}`);
}
