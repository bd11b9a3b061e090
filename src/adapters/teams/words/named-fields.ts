import type { Field } from '../../../domain/forms/form';

/** What people call a field beside its id in words ("crm id"). */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  name: ['deal name', 'title'],
  dealValue: ['value', 'amount', 'worth'],
  closeDate: ['date', 'closing date', 'estimated close date'],
  notes: ['note'],
  crmId: ['crm', 'crm-id'],
  campaignId: ['campaign', 'campaign-id'],
  email: ['e-mail', 'mail', 'email address'],
  phone: ['phone number', 'telephone'],
};

const namesOf = (field: Field): readonly string[] => [
  field.id.replace(/(\p{Lu})/gu, ' $1').toLowerCase(),
  ...(ALSO[field.id] ?? []),
];

const escaped = (name: string): string => name.replace(/[-/\\^$*+?.()|[\]{}]/g, '\\$&');

export interface NamedField {
  readonly field: Field;
  /** What is said of it. */
  readonly rest: string;
  /** A colon stands after the name: it can be nothing else. */
  readonly marked: boolean;
}

/** "value 50k", "crm id: A-17", "change the notes to …": the field named first. */
export function namedField(fields: readonly Field[], text: string): NamedField | undefined {
  const named = fields
    .flatMap((field) => namesOf(field).map((name) => ({ field, name })))
    .sort((a, b) => b.name.length - a.name.length);
  for (const { field, name } of named) {
    const start = new RegExp(
      `^(?:please )?(?:change |set |make )?(?:the )?${escaped(name)}(\\s*[:=]\\s*|\\s+(?:is|to|should be)\\s+|\\s+)(?=\\S)`,
      'i',
    );
    const match = start.exec(text);
    if (match) return { field, rest: text.slice(match[0].length), marked: /[:=]/.test(match[1] ?? '') };
  }
  return undefined;
}
