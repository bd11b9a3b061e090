import type { Answers, Fill, Form } from './form';

/** Nobody has written there: left empty, or as it stood. */
const isUntouched = (sent: string | undefined, held: string | undefined): boolean =>
  sent === undefined || sent === '' || sent === (held ?? '');

function filledBy({ by, fields, with: all }: Fill, held: Answers, sent: Answers): Answers {
  const [choice = '', before = ''] = [sent[by], held[by]];
  if (choice === '' || choice === before || !Object.hasOwn(all, choice)) return {};
  const [known, former] = [all[choice] ?? {}, Object.hasOwn(all, before) ? all[before] : undefined];
  // What the choice does not tell goes with the one that told it; what somebody wrote before stays.
  const told = (id: string): boolean => known[id] !== undefined || (held[id] ?? '') === (former?.[id] ?? '');
  return Object.fromEntries(
    fields.filter((id) => isUntouched(sent[id], held[id]) && told(id)).map((id) => [id, known[id] ?? '']),
  );
}

/** What choosing something new fills in of the other fields, beside what was written there with it. */
export const filledIn = ({ fills = [] }: Pick<Form, 'fills'>, held: Answers, sent: Answers): Answers =>
  Object.assign({}, ...fills.map((fill) => filledBy(fill, held, sent))) as Answers;
