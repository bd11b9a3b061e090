import type { PartnerCenterAnswer, ReferralPage } from '../../application/ports/ports';
import { momentOf } from '../../domain/record/reading';
import type { Answer } from './call';
import { classifyUnreadable, type Failure } from './classify';
import { readPage } from './from-wire';

/**
 * The watermark is the newest change read; what was changed at the same moment, or comes into view a little later
 * (inference: the list is not promised to be in step with writes), would be missed if the next list began right behind it.
 */
const OVERLAP_MS = 60_000;

/** One call of the list with this query: an answer of 2xx, or what another one means. */
type Ask = (query: string) => Promise<Answer | Failure>;

/**
 * The list of what changed since a moment. A filter on `updatedDateTime` stands in an older page of the API's documents
 * only, the newer one has `$orderby` alone: once the filter is refused, the list is read newest first until that moment.
 */
export function createList() {
  let filters: boolean | undefined;
  const list = async (
    ask: Ask,
    since: string | undefined,
    page: string | undefined,
  ): Promise<PartnerCenterAnswer<ReferralPage>> => {
    const at = momentOf(since);
    const from = at === undefined ? undefined : at - OVERLAP_MS;
    const first = (): string => (filters === false && from !== undefined ? NEWEST_FIRST : firstPage(from));
    let answer = await ask(page ?? first());
    if (isFilterRefused(answer, page, from) && filters !== false) {
      filters = false;
      answer = await ask(first());
    }
    if (answer.kind !== 'answer') return answer;
    if (from !== undefined && page === undefined) filters ??= true;
    const read = pageOf(answer, page);
    return filters === false && from !== undefined ? until(from, read) : read;
  };
  return { list, filters: (): boolean | undefined => filters };
}

const isFilterRefused = (
  answer: Answer | Failure,
  page: string | undefined,
  from: number | undefined,
): boolean =>
  page === undefined && from !== undefined && answer.kind === 'refused' && answer.why === 'invalid';

const NEWEST_FIRST = queryOf({ $orderby: 'updatedDateTime desc' });

const firstPage = (from: number | undefined): string =>
  queryOf({
    ...(from === undefined ? {} : { $filter: `updatedDateTime ge ${new Date(from).toISOString()}` }),
    $orderby: 'updatedDateTime asc',
  });

/** By the filter that the documents name for it (get-a-list-of-referrals page). */
export const ofEngagement = (id: string): string =>
  queryOf({ $filter: `engagementId eq '${id.replaceAll("'", "''")}'` });

/** As the documents write it: "$" plain, a space not as "+". */
function queryOf(options: Readonly<Record<string, string>>): string {
  return `?${new URLSearchParams(options).toString().replaceAll('+', '%20').replaceAll('%24', '$')}`;
}

/** Newest first: a page that reaches behind the moment is the last. */
function until(from: number, read: PartnerCenterAnswer<ReferralPage>): PartnerCenterAnswer<ReferralPage> {
  if (read.kind !== 'ok') return read;
  const { resources } = read.value;
  const reached = resources.some(({ updatedDateTime }) => (momentOf(updatedDateTime) ?? Infinity) < from);
  return reached ? { kind: 'ok', value: { resources } } : read;
}

export function pageOf(answer: Answer, asked?: string): PartnerCenterAnswer<ReferralPage> {
  const page = answer.content.kind === 'json' ? readPage(answer.content.value) : undefined;
  if (!page) return classifyUnreadable(answer, 'read');
  if (page.next !== undefined && page.next === asked) {
    return { kind: 'retry', problem: 'Partner Center’s list goes round in circles' };
  }
  return { kind: 'ok', value: page };
}
