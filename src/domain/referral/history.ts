import { drop, owe } from '../living/outbox';
import type { AuditLine, PastLine, Referral } from './referral';

/** How many lines, and how long in all (in characters of JSON): a document may have 256 KB. */
interface Share {
  readonly lines: number;
  readonly length: number;
}
/** What stays in the document; a line that names very many people leaves it sooner. */
const NEWEST: Share = { lines: 50, length: 16_000 };
/** What one try puts away. */
const AT_ONCE: Share = { lines: 50, length: 4_000 };
/** What waits while nothing can be put away. */
const MOST_LEAVING: Share = { lines: 150, length: 8_000 };
/** The first program that keeps a history. */
const KEEPS = 3;

/** How many lines there have ever been, which is the newest one's number; before there were numbers, those that are left. */
const countOf = ({ audit, audited }: Referral): number => audited ?? audit.length;

/** One line more. The oldest leave, each with its number, and stay in the document until they are put away. */
export const withLine = (referral: Referral, line: AuditLine): Referral =>
  holding(referral, [...referral.audit, line], countOf(referral) + 1);

/** What happened to its double stands among its own by time; what is there already is left out. */
export function withLines(referral: Referral, lines: readonly AuditLine[]): Referral {
  const known = new Set(referral.audit.map((line) => JSON.stringify(line)));
  const more = lines.filter((line) => !known.has(JSON.stringify(line)));
  const all = [...referral.audit, ...more].sort((one, other) => one.at - other.at);
  return more.length === 0 ? referral : holding(referral, all, countOf(referral) + more.length);
}

function holding(referral: Referral, lines: readonly AuditLine[], count: number): Referral {
  const all = numbered(lines, count);
  const stay = fitting([...all].reverse(), NEWEST);
  const gone = all.slice(0, -stay);
  const next = { ...referral, audit: lines.slice(-stay), audited: count };
  return gone.length === 0 ? next : { ...next, leaving: bounded([...(referral.leaving ?? []), ...gone]) };
}

const numbered = (lines: readonly AuditLine[], last: number): readonly PastLine[] =>
  lines.map((line, at) => ({ ...line, n: last - lines.length + 1 + at }));

const lengthOf = (line: PastLine): number => JSON.stringify(line).length;

/** How many of these, from the first on, a share holds; one at least. */
function fitting(lines: readonly PastLine[], share: Share): number {
  let length = 0;
  const over = lines.findIndex((line, at) => at === share.lines || (length += lengthOf(line)) > share.length);
  return over === -1 ? lines.length : Math.max(over, 1);
}

/** All that has happened and is still in the document, newest first. */
export const linesHere = (referral: Referral): readonly PastLine[] =>
  [...(referral.leaving ?? []), ...numbered(referral.audit, countOf(referral))].reverse();

/** What the next try puts away. It stays the same until it is settled, so that a repeat writes what was written before. */
export const nextToKeep = ({ leaving = [] }: Referral): readonly PastLine[] =>
  leaving.slice(0, fitting(leaving, AT_ONCE));

/** Owes that the lines which leave are put away, as long as there are any. */
export function oweHistory(referral: Referral, now: number): Referral {
  const isOwed = referral.outbox.some((effect) => effect.kind === 'keep-history' && !effect.dead);
  if (isOwed || !referral.leaving) return referral;
  return owe(referral, { kind: 'keep-history', since: KEEPS, lane: 'history' }, now);
}

/** The lines up to this number are put away: they leave the document, and what was given up of that is made good. */
export function kept({ leaving = [], ...referral }: Referral, upTo: number): Referral {
  const left = leaving.filter(({ n }) => n > upTo);
  const rest = drop<Referral>(referral, ({ kind }) => kind === 'keep-history');
  return left.length === 0 ? rest : { ...rest, leaving: left };
}

/**
 * What a try may have in its hands stays as it is. Of the others, while they are too many, the two oldest observations
 * become one line that counts them; where there are none, the two oldest lines of all.
 */
function bounded(leaving: readonly PastLine[]): readonly PastLine[] {
  let next = leaving;
  while (fitting(next, MOST_LEAVING) < next.length) {
    const loose = next.slice(fitting(next, AT_ONCE));
    const observed = loose.filter(({ what }) => what === 'observed');
    const [first, second] = observed.length > 1 ? observed : loose;
    if (!first || !second) break;
    next = next.flatMap((line) =>
      line === first ? [] : line === second ? [together(first, second)] : [line],
    );
  }
  return next;
}

const timesOf = ({ times = 1 }: PastLine): number => times;

/** Stands where the later one stood. */
const together = (first: PastLine, second: PastLine): PastLine => ({
  n: second.n,
  at: second.at,
  what: first.what === second.what ? first.what : 'summed-up',
  times: timesOf(first) + timesOf(second),
});
