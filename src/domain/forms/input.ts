import type { Field } from './form';

/** A text of so many characters at most; `rest`: what else is to be said of it, also another kind. */
export const text = (id: string, maxLength: number, rest: Partial<Field> = {}): Field => ({
  ...{ id, kind: 'text', required: false, more: false, maxLength },
  ...rest,
});

/** One of these values, which must be chosen; `key`: of its words. */
export const chosen = (
  id: string,
  values: readonly string[],
  key: (value: string) => string,
  rest?: Partial<Field>,
): Field => ({
  ...text(id, 50, { kind: 'choice', required: true, ...rest }),
  choices: values.map((value) => ({ value, title: { key: key(value) } })),
});

/** Fields that stand together where a form is cut into steps. */
export const inGroup = (group: string, fields: readonly Field[]): readonly Field[] =>
  fields.map((field) => ({ ...field, group }));
