import type { Answers, Form } from '../../domain/forms/form';
import type { Person } from '../../domain/person/person';
import { changeDocument } from '../living/change-document';
import type { World } from '../ports/world';

const remembered = ({ fields }: Form): readonly string[] =>
  fields.flatMap(({ id, remembered: is }) => (is ? [id] : []));

/** What this person chose last in the fields that remember it, as far as it can still be chosen. */
export function lastChoices(form: Form, { choices = {} }: Person): Answers {
  const known = (id: string, value: string): boolean =>
    form.fields.some(
      (field) => field.id === id && field.choices?.some((one) => one.value === value) !== false,
    );
  const last = remembered(form).flatMap((id) => {
    const value = choices[`${form.name}.${id}`];
    return value !== undefined && known(id, value) ? [[id, value] as const] : [];
  });
  return Object.fromEntries(last);
}

/** Keeps what was chosen, for the next time; nothing is written when that is as before. */
export async function keepChoices(world: World, form: Form, answers: Answers, by: Person): Promise<void> {
  const chosen = Object.fromEntries(
    remembered(form).map((id) => [`${form.name}.${id}`, answers[id] ?? ''] as const),
  );
  if (Object.entries(chosen).every(([key, value]) => by.choices?.[key] === value)) return;
  await changeDocument(world.store, 'person', by.id, (person) => ({
    document: { ...person, choices: { ...person.choices, ...chosen } },
    result: undefined,
  }));
}
