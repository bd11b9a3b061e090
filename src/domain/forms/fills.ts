import type { Answers, Fill, Form } from './form';

/** Nobody has written there: left empty, or as it stood. */
const isUntouched = (sent: string | undefined, held: string | undefined): boolean =>
  sent === undefined || sent === '' || sent === (held ?? '');

function filledBy({ by, fields, with: all }: Fill, held: Answers, sent: Answers): Answers {
  const choice = sent[by] ?? '';
  if (choice === '' || choice === (held[by] ?? '') || !Object.hasOwn(all, choice)) return {};
  const known = all[choice] ?? {};
  return Object.fromEntries(
    fields.filter((id) => isUntouched(sent[id], held[id])).map((id) => [id, known[id] ?? '']),
  );
}

/** What choosing something new fills in of the other fields, beside what was written there with it. */
export const filledIn = ({ fills = [] }: Pick<Form, 'fills'>, held: Answers, sent: Answers): Answers =>
  Object.assign({}, ...fills.map((fill) => filledBy(fill, held, sent))) as Answers;
