import { DEAL_FIELDS, type DealField } from '../deal/fields';
import type { Field, Form } from './form';
import { inputOf } from './input-of';
import { choosingPerson, OWN_PARTS, type Known } from './people';

/** Accept: the deal, and behind "More fields" ids and a colleague, chosen or written. A co-sell deal needs a colleague. */
export function acceptForm({
  coSell,
  people = [],
  fields = DEAL_FIELDS,
}: {
  readonly coSell: boolean;
  readonly people?: readonly Known[];
  readonly fields?: readonly DealField[];
}): Form {
  const person = { required: coSell, more: true } as const;
  const colleague: readonly Field[] = [
    { id: 'firstName', kind: 'text', maxLength: 100, beside: 'lastName', ...person },
    { id: 'lastName', kind: 'text', maxLength: 100, ...person },
    { id: 'phone', kind: 'phone', maxLength: 50, beside: 'email', ...person },
    // The longest address is 254 characters (RFC 5321).
    { id: 'email', kind: 'email', maxLength: 254, ...person },
  ];
  const chosen = choosingPerson({
    ...{ id: 'colleague', kind: 'people', required: false, more: true, always: true },
    ...{ known: people, fields: colleague, parts: OWN_PARTS },
  });
  return {
    name: 'accept',
    person: { fields: colleague.map(({ id }) => id), needed: coSell },
    ...chosen,
    fields: [...fields.filter(({ later }) => !later).map(inputOf), ...chosen.fields],
  };
}
