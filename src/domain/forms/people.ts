import type { Entry } from '../deal/entries';
import type { Answers, Choice, Field, Form } from './form';

/** Somebody to choose: what is known of them, by the parts of an entry. */
export interface Known {
  /** Their Entra object id, else their address: without a comma. */
  readonly value: string;
  readonly entry: Entry;
}

export const SOMEBODY_ELSE = 'other';

const PARTS = ['firstName', 'lastName', 'phone', 'email'] as const;
type Part = (typeof PARTS)[number];

export interface PersonChoice {
  /** Its field. */
  readonly id: string;
  readonly kind: 'people' | 'choice';
  readonly known: readonly Known[];
  /** The fields of one person, and which part each of them is. */
  readonly fields: readonly Field[];
  readonly parts: Readonly<Record<string, Part>>;
  readonly required: boolean;
  readonly more: boolean;
  /** Those fields stand in view whoever is chosen. */
  readonly always?: true;
}

const nameOf = ({ value, entry: { firstName = '', lastName = '' } }: Known): string =>
  `${firstName} ${lastName}`.trim() || value;

const choices = (known: readonly Known[]): readonly Choice[] => [
  ...known.map((one) => ({ value: one.value, title: { text: nameOf(one) } })),
  { value: SOMEBODY_ELSE, title: { key: 'choices.somebody-else' } },
];

/** What choosing them says of the fields. */
function said({ entry }: Known, parts: PersonChoice['parts']): Answers {
  const answers: Record<string, string> = {};
  for (const id in parts) {
    const text = entry[parts[id] ?? id];
    if (text) answers[id] = text;
  }
  return answers;
}

/**
 * A person chosen, with the fields that this fills in: in view are those that it leaves open, all four for somebody else. Where
 * nobody is known the fields stand alone.
 */
export function choosingPerson(about: PersonChoice): Pick<Form, 'fields' | 'fills'> {
  const { id, kind, known, fields, parts, required, more } = about;
  if (known.length === 0) return { fields };
  const all = known.map((one): [string, Answers] => [one.value, said(one, parts)]);
  const lacking = (field: string): readonly string[] => [
    SOMEBODY_ELSE,
    ...all.filter(([, answers]) => answers[field] === undefined).map(([value]) => value),
  ];
  const choice: Field = { id, kind, required, more, maxLength: 2000, choices: choices(known) };
  const following = about.always
    ? fields
    : fields.map((field) => ({ ...field, follows: { field: id, openWith: lacking(field.id) } }));
  const fill = {
    by: id,
    fields: Object.keys(parts),
    with: Object.fromEntries([...all, [SOMEBODY_ELSE, {}]]),
  };
  return { fields: [choice, ...following], fills: [fill] };
}

/** Fields that have the names of the parts themselves. */
export const OWN_PARTS: PersonChoice['parts'] = Object.fromEntries(PARTS.map((part) => [part, part]));

/** What the choice opens with: oneself, the first of those known; nothing where nobody is. */
export function selfChosen([self]: readonly Known[] = []): Answers {
  return self ? { colleague: self.value, ...said(self, OWN_PARTS) } : {};
}
