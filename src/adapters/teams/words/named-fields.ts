import { DEAL_FIELDS, type DealField } from '../../../domain/deal/fields';
import type { Field } from '../../../domain/forms/form';

/** What people call a field beside its id in words ("crm id"). */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  email: ['e-mail', 'mail', 'email address'],
  phone: ['phone number', 'telephone'],
};

const namesOf = ({ id }: Field, deal: readonly DealField[]): readonly string[] => [
  id.replace(/(\p{Lu})/gu, ' $1').toLowerCase(),
  ...(ALSO[id] ?? []),
  ...(deal.find((field) => field.id === id)?.also ?? []),
];

const escaped = (name: string): string => name.replace(/[-/\\^$*+?.()|[\]{}]/g, '\\$&');

export interface NamedField {
  readonly field: Field;
  /** As it was called. */
  readonly name: string;
  /** What is said of it. */
  readonly rest: string;
  /** A colon stands after the name: it can be nothing else. */
  readonly marked: boolean;
}

/** "value 50k", "crm id: A-17", "change the notes to …": the field named first. */
export function namedField(
  fields: readonly Field[],
  text: string,
  deal: readonly DealField[] = DEAL_FIELDS,
): NamedField | undefined {
  const named = fields
    .flatMap((field) => namesOf(field, deal).map((name) => ({ field, name })))
    .sort((a, b) => b.name.length - a.name.length);
  for (const { field, name } of named) {
    const start = new RegExp(
      `^(?:please )?(?:change |set |make )?(?:the )?${escaped(name)}(\\s*[:=]\\s*|\\s+(?:is|to|should be)\\s+|\\s+)(?=\\S)`,
      'i',
    );
    const match = start.exec(text);
    if (match) return { field, name, rest: text.slice(match[0].length), marked: /[:=]/.test(match[1] ?? '') };
  }
  return undefined;
}
