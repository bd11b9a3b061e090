import type { Ledger } from './ledger';

/** More new cards than this in one channel within ten minutes are nobody's reading: one list says the rest. */
export const MOST_NEWS = 10;
export const NEWS_MS = 600_000;

/** The share of Teams' limits at which `MOST_NEWS` holds; whoever uses more of them wants more cards, too. */
const USUAL_PERCENT = 80;

export const mostNews = (percent: number): number =>
  Math.max(1, Math.floor((MOST_NEWS * percent) / USUAL_PERCENT));

/** How many new cards have come there within ten minutes. `now`: business time in ms. */
export const newsIn = ({ news = [] }: Ledger, now: number): number =>
  recent(news, now).reduce((sum, [, count]) => sum + count, 0);

/** So many more have come, or are about to. */
export const announced = (ledger: Ledger, count: number, now: number): Ledger => ({
  ...ledger,
  news: [...recent(ledger.news ?? [], now), [now, count]],
});

const recent = (news: NonNullable<Ledger['news']>, now: number): NonNullable<Ledger['news']> =>
  news.filter(([at]) => now - at < NEWS_MS);
