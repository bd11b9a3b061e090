import { DEAL_FIELDS, type DealField } from '../deal/fields';
import type { DeskRef } from '../desk/desk';
import type { NewAbout } from '../operations/operation';
import { endOfNextMonth } from '../record/dates';
import { inputOf } from './input-of';
import { namesOf } from './accept-start';
import { likeStart } from './deal-like';
import { choosingCustomer } from './customer';
import type { Answers, Field, Form } from './form';
import { choosingPerson, OWN_PARTS, selfChosen } from './people';
import { choosingSolution } from './solutions';
import { chosen, inGroup, text } from './input';
import { CO_SELL, contactFields, help, helpNotes } from './invitation';

export const PRIVATE = 'private';
export const PARTNER_LED = 'partner-led';

const SOLUTION = text('solution', 250, { required: true, remembered: true });

/** Which of one's own locations has the deal: its PartnerID (MPN id), never changed later (create-deal page). */
const LOCATION = text('location', 20, { more: true });

/** Partner Center takes no deal without a colleague, whole: its maker, until somebody writes another. */
const COLLEAGUE: readonly Field[] = [
  text('firstName', 100, { required: true, more: true }),
  text('lastName', 100, { required: true, more: true }),
  text('phone', 50, { kind: 'phone', required: true, more: true }),
  text('email', 254, { kind: 'email', required: true, more: true }),
];

const isFigure = ({ kind }: DealField): boolean => kind === 'money' || kind === 'currency' || kind === 'day';

const ASKED = DEAL_FIELDS.filter((field: DealField) => !field.later || field.ofDeals);

/** The deal's own fields: its figures in view; a name is proposed, and what may be missing stands behind "More fields", as does what opens with a choice. */
const dealInputs = (figures: boolean): readonly Field[] =>
  ASKED.filter((field) => isFigure(field) === figures).map((field) => ({
    ...inputOf(field),
    ...(figures ? {} : { required: field.kind === 'choice', more: true }),
  }));

/** Asked only where there are several. */
const deskInput = (desks: readonly DeskRef[]): readonly Field[] =>
  desks.length <= 1
    ? []
    : [
        {
          ...text('desk', 250, { kind: 'choice', required: true, remembered: true }),
          choices: desks.map(({ id, name }) => ({ value: id, title: { text: name } })),
        },
      ];

/** A deal goes to Microsoft only with the customer's word; without it, it can still be saved, and nobody there sees it. */
const consent = (variant: string): readonly Field[] =>
  variant !== PARTNER_LED && variant !== CO_SELL
    ? []
    : [chosen('consent', ['yes', 'no'], (value) => `forms.new-deal.consent.${variant}-${value}`)];

export const newDealForm = ({
  variant,
  desks,
  like,
  people = [],
  customers = [],
  solutions = [],
}: Pick<NewAbout, 'variant' | 'like' | 'people' | 'customers' | 'solutions'> & {
  readonly desks: readonly DeskRef[];
}): Form => {
  const colleague = choosingPerson({
    ...{ id: 'colleague', kind: 'people', required: true, more: true },
    ...{ known: people, fields: COLLEAGUE, parts: OWN_PARTS },
  });
  const customer = choosingCustomer(customers);
  const known = choosingSolution(solutions, { solution: 'name' }, ['solution']);
  return {
    name: 'new-deal',
    fills: [...customer.fills, ...known.fills, ...(colleague.fills ?? [])],
    ...(like ? { filled: true as const } : {}),
    fields: [
      ...inGroup('customer', [...deskInput(desks), ...customer.fields, ...consent(variant)]),
      ...inGroup('deal', [
        ...known.fields,
        SOLUTION,
        ...dealInputs(true),
        ...dealInputs(false),
        LOCATION,
        ...colleague.fields,
      ]),
      ...inGroup('microsoft', variant === CO_SELL ? [help, ...contactFields(false), helpNotes] : []),
    ],
  };
};

export function newDealStart({ desks: [desk], by, today, like, people, location = '' }: NewAbout): Answers {
  const opens: Readonly<Partial<Record<DealField['kind'], string>>> = {
    currency: desk.currency,
    day: endOfNextMonth(today),
  };
  const figures = ASKED.map(({ id, kind, choices = [] }: DealField): [string, string] => [
    id,
    opens[kind] ?? choices[0] ?? '',
  ]);
  return {
    ...Object.fromEntries(figures),
    ...namesOf(by.name),
    email: by.addresses[0] ?? '',
    ...selfChosen(people),
    desk: desk.id,
    location,
    ...(like ? likeStart(like) : {}),
  };
}
