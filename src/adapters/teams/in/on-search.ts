import { z } from 'zod/v4';
import { SOLUTIONS } from '../../../domain/forms/solutions';
import { line } from '../cards/plain-text';
import type { Went, Working } from './working';

/** What somebody has typed into an input that is searched in (Teams, "Dynamic search in Adaptive Cards"). */
export const SEARCH = 'application/search';

const words = z
  .string()
  .catch('')
  .transform((text) => text.slice(0, 200));

const Searched = z.object({ queryText: words, dataset: words });

/** Answers what fits; of another dataset, and to who may see none of it, nothing does. */
export async function onSearch({ exchange, asking }: Working): Promise<Went> {
  const { data } = Searched.safeParse(exchange.activity.value);
  const { useCases, turn } = asking;
  const found =
    data?.dataset === SOLUTIONS ? await useCases.lists.solutions(data.queryText, turn.person) : [];
  const results = found.map((title) => ({ title: line(title, 80), value: title }));
  await exchange.respond({
    status: 200,
    body: { type: 'application/vnd.microsoft.search.searchResponse', value: { results } },
  });
  return { name: 'search', result: String(results.length) };
}
