import { momentOf, stageOf } from '../record/reading';
import type { Resource } from '../record/resource';

/** A deal that was accepted elsewhere is news for so long after it was created; the first poll brings years of older ones. */
const NEWS_MS = 86_400_000;

/** Where a record comes from: the intake, Partner Center, or what that had before the desk knew the account. */
export type Origin = 'partner-center' | 'import' | 'intake';

/** A card is for what is to be answered, what somebody sent in on purpose, and new deals; past ones are only listed. */
export function isNewsworthy(resource: Resource, from: Origin, now: number): boolean {
  const stage = stageOf(resource);
  if (stage !== 'accepted') return stage === 'received';
  return from === 'intake' || now - (momentOf(resource.createdDateTime) ?? 0) < NEWS_MS;
}
