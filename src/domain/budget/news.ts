import type { Ledger } from './ledger';

/** More new cards than this in one channel within ten minutes are nobody's reading: one list says the rest. */
export const MOST_NEWS = 10;
export const NEWS_MS = 600_000;
const SECOND_MS = 1_000;

/** The share of Teams' limits at which `MOST_NEWS` holds; whoever uses more of them wants more cards, too. */
const USUAL_PERCENT = 80;

export const mostNews = (percent: number): number =>
  Math.max(1, Math.floor((MOST_NEWS * percent) / USUAL_PERCENT));

/** How many new cards have come there within ten minutes. `now`: business time in ms. */
export const newsIn = ({ news = [] }: Ledger, now: number): number =>
  recent(news, now).reduce((sum, [, count]) => sum + count, 0);

/** So many more have come, or are about to. Those of one second are counted as come at its end. */
export function announced(ledger: Ledger, count: number, now: number): Ledger {
  const at = Math.ceil(now / SECOND_MS) * SECOND_MS;
  const before = recent(ledger.news ?? [], now);
  const last = before.at(-1);
  if (last?.[0] !== at) return { ...ledger, news: [...before, [at, count]] };
  return { ...ledger, news: [...before.slice(0, -1), [at, last[1] + count]] };
}

const recent = (news: NonNullable<Ledger['news']>, now: number): NonNullable<Ledger['news']> =>
  news.filter(([at]) => now - at < NEWS_MS);
