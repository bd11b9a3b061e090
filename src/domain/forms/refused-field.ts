import { DEAL_FIELDS, type DealField } from '../deal/fields';
import type { Form } from './form';

/** Where the other fields of a new deal stand in the record, the longest way first. */
const PLACES: readonly (readonly [string, string])[] = [
  ['customerprofile/address/city', 'city'],
  ['customerprofile/address', 'country'],
  ['customerprofile/team', 'contactFirstName'],
  ['customerprofile', 'customer'],
  ['details/requirements/solutions', 'solution'],
  ['details/requirements/additionalrequirements', 'purchaseIntent'],
  ['invitecontext/notes', 'helpNotes'],
  ['invitecontext', 'help'],
  ['consent', 'consent'],
  ['team', 'firstName'],
];

const ALL: readonly (readonly [string, string])[] = [
  ...DEAL_FIELDS.map(({ at, id }: DealField) => [at.join('/').toLowerCase(), id] as const),
  ...PLACES,
];

/**
 * The form's field that an error of Partner Center is about. `target`: as the error names it: a pointer (`/details/dealValue`),
 * a path with dots (`$.details.dealValue`) or a name alone. Undefined: none of the form's.
 */
export function fieldNamed({ fields }: Form, target: string): string | undefined {
  const named = target
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part !== '' && part !== 'referral')
    .join('/');
  const found =
    ALL.find(([place]) => named === place || named.startsWith(`${place}/`)) ??
    ALL.find(([place]) => named !== '' && place.endsWith(`/${named}`));
  return fields.find(({ id }) => id === found?.[1])?.id;
}
