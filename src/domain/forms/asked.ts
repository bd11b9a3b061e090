import type { Answers, Field } from './form';

/** Whether what the form holds calls for this field. */
export function isAsked({ onlyWith, follows }: Pick<Field, 'onlyWith' | 'follows'>, held: Answers): boolean {
  if (follows && (held[follows.field] ?? '') === '') return false;
  if (onlyWith === undefined) return true;
  const { field, value } = onlyWith;
  return held[field] === value;
}

/** Whether a choice has filled it in, so that it need not be seen. */
export const isFilledIn = ({ follows }: Pick<Field, 'follows'>, held: Answers): boolean =>
  follows !== undefined && !follows.openWith.includes(held[follows.field] ?? '');
