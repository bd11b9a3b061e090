import type { Person } from '../../domain/person/person';
import { linesHere } from '../../domain/referral/history';
import type { PastLine, Referral } from '../../domain/referral/referral';
import type { Refusal } from '../people/refusal';
import type { HistoryLine, ReferralView } from '../ports/messages';
import type { World } from '../ports/world';
import { seenBy } from './one';
import { lineOf } from './views';

const PAGE = 10;

/** A page of what happened to a referral, newest first. */
export interface Past {
  readonly kind: 'past';
  readonly view: ReferralView;
  readonly lines: readonly HistoryLine[];
  /** The number of the next page's first line; absent on the last. */
  readonly next?: number;
}

/** What happened to a referral, from line `from` backwards, for those who may see it. */
export async function pastOf(world: World, id: string, by: Person, from: number): Promise<Past | Refusal> {
  const seen = await seenBy(world, id, by);
  if (!('view' in seen)) return seen;
  // One more than is shown says whether there is another page.
  const lines = await linesFrom(world, seen.referral, from, PAGE + 1);
  const next = lines[PAGE]?.n;
  return {
    kind: 'past',
    view: seen.view,
    lines: lines.slice(0, PAGE).map(lineOf),
    ...(next === undefined ? {} : { next }),
  };
}

/** Those in the document first: they may be in the history as well, once they are about to leave. */
async function linesFrom(
  { history }: World,
  referral: Referral,
  from: number,
  limit: number,
): Promise<readonly PastLine[]> {
  const all = linesHere(referral);
  const here = all.filter(({ n }) => n <= from).slice(0, limit);
  if (here.length === limit) return here;
  const oldest = all.at(-1)?.n ?? Infinity;
  const older = await history.before(referral.id, Math.min(oldest, from + 1), limit - here.length);
  return [...here, ...older];
}
