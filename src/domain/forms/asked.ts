import type { Answers, Field } from './form';

/** Whether what the form holds calls for this field. */
export function isAsked({ onlyWith }: Pick<Field, 'onlyWith'>, held: Answers): boolean {
  if (onlyWith === undefined) return true;
  const { field, value } = onlyWith;
  return [value].flat().includes(held[field] ?? '');
}
