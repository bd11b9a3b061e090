import type { Change } from './deal';
import { DEAL_FIELDS, type DealField, type DealFieldId } from './fields';
import { DEAL_LISTS } from './lists';
import { isPair } from './place';

/** Places in Partner Center's resource, in small letters and with `/`, each with what stands there. */
export type Places<Id extends string = string> = readonly (readonly [place: string, id: Id])[];

/** A pair among others ends with what it says of itself. */
const placeOf = (at: readonly string[]): string => {
  const pair = at.findIndex(isPair);
  const names = pair < 0 ? at : at.slice(0, pair + 1).flatMap((name) => name.split('='));
  return names.join('/').toLowerCase();
};

export const FIELD_PLACES: Places<DealFieldId> = DEAL_FIELDS.map(
  ({ at, id }: DealField) => [placeOf(at), id as DealFieldId] as const,
);

/** Whatever a change can hold. */
const CHANGE_PLACES: Places<keyof Change> = [
  ...FIELD_PLACES,
  ...DEAL_LISTS.map(({ at, id }) => [placeOf(at), id] as const),
  ['statusreason', 'reason'],
  ['substatus', 'archivedAs'],
  ['status', 'stage'],
];

/**
 * What an error of Partner Center is about. `target`: as the error names it: a pointer (`/details/dealValue`), a path with dots
 * (`$.details.dealValue`) or a name alone. Undefined: none of these.
 */
export function namedPlace<Id extends string>(places: Places<Id>, target: string): Id | undefined {
  const named = target
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part !== '' && part !== 'referral')
    .join('/');
  const found =
    places.find(([place]) => named === place || named.startsWith(`${place}/`)) ??
    places.find(([place]) => named !== '' && place.endsWith(`/${named}`));
  return found?.[1];
}

/** The field or list of a change that an error is about. */
export const namedChange = (target: string): keyof Change | undefined => namedPlace(CHANGE_PLACES, target);
