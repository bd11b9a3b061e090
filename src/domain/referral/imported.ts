import { importList, importedFrom } from '../desk/import-list';
import { stageOf } from '../record/reading';
import type { Resource } from '../record/resource';
import { isNewsworthy, type Origin } from './news';
import { CHANNEL } from './parts';
import type { Place, Referral } from './referral';

/** Where one that has just come is to stand. What an account had before the desk knew it is a row of one list, as long as it is open. */
export function firstPlaces(account: string, resource: Resource, from: Origin, now: number): Place[] {
  if (from === 'import')
    return stageOf(resource) === 'archived' ? [] : [{ key: CHANNEL, listed: importList(account) }];
  return isNewsworthy(resource, from, now) ? [{ key: CHANNEL }] : [];
}

/** The list of an import that it is a row of, without a card of its own. */
export const importOf = ({ own }: Pick<Referral, 'own'>): string | undefined =>
  own.places.find(
    ({ key, listed, wanted, activity }) =>
      key === CHANNEL && !wanted && activity === undefined && importedFrom(listed) !== undefined,
  )?.listed;
