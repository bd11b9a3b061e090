import { FIELD_PLACES, namedPlace, type Places } from '../deal/named-place';
import type { Form } from './form';

/** Where the other fields of a new deal stand in the record, the longest way first. */
const PLACES: Places = [
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

const ALL: Places = [...FIELD_PLACES, ...PLACES];

/** The form's field that an error of Partner Center is about; undefined: none of the form's. `target`: see `namedPlace`. */
export function fieldNamed({ fields }: Form, target: string): string | undefined {
  const named = namedPlace(ALL, target);
  return fields.find(({ id }) => id === named)?.id;
}
