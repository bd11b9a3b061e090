import { amountOf } from '../deal/figures';
import { DEAL_FIELDS, type DealField } from '../deal/fields';
import { currencyOf } from '../record/currencies';
import type { Current } from '../record/current';
import { customerStart } from './customer';
import type { Answers } from './form';
import { inWords } from './written-text';

/** Of the deal itself its amount and its name: ids, notes and days are those of the old one. */
function dealOf({ deal }: Current): Answers {
  const amount = amountOf(deal);
  const currency = amount?.currency === undefined ? undefined : currencyOf(amount.currency);
  const kept = (kind: DealField['kind'], value = ''): Answers =>
    Object.fromEntries(
      DEAL_FIELDS.filter((field: DealField) => field.kind === kind).map(({ id }) => [id, value]),
    );
  return { ...kept('money', amount?.value), ...(currency === undefined ? {} : kept('currency', currency)) };
}

/** What a new deal starts with that is like another one; what that does not tell is left out. */
export function likeStart(current: Current): Answers {
  const { customer, lists, products } = current;
  const [contact] = lists.contacts;
  const solution = lists.solutions[0]?.entry['name'] ?? (products[0] && inWords(products[0]));
  const known = {
    ...dealOf(current),
    ...customerStart(customer),
    solution,
    ...{ contactFirstName: contact?.entry['firstName'], contactLastName: contact?.entry['lastName'] },
    ...{ contactPhone: contact?.entry['phone'], contactEmail: contact?.entry['email'] },
  };
  return Object.fromEntries(Object.entries(known).flatMap(([id, value]) => (value ? [[id, value]] : [])));
}
