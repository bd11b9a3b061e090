import type { ReferralPage } from '../ports/ports';

/** A million records, by pages of a hundred: nobody's list is longer. */
export const MOST_PAGES = 10_000;
/** So many pages one after the other may bring nothing that the one before has not brought. */
const MOST_WITHOUT_NEWS = 100;

/** Watches one list while it is read, page by page: why it will have no end; undefined: it may have one. */
export function watchForAnEnd(): (page: ReferralPage) => string | undefined {
  const links = new Set<string>();
  let before = new Set<string>();
  let withoutNews = 0;
  return ({ resources, next }) => {
    if (next === undefined) return undefined;
    const ids = new Set(resources.map(({ id }) => id));
    withoutNews = [...ids].every((id) => before.has(id)) ? withoutNews + 1 : 0;
    before = ids;
    if (links.has(next)) return 'Partner Center’s list goes round in circles';
    links.add(next);
    return withoutNews > MOST_WITHOUT_NEWS || links.size > MOST_PAGES
      ? 'Partner Center’s list has no end'
      : undefined;
  };
}
