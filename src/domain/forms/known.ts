import { fold } from '../record/fold';
import type { Answers, Choice, Field, Fill, Form } from './form';
import { text } from './input';

/** Something that was met before and fills in fields: a customer, a solution. */
export interface KnownThing {
  /** What it is called; no two have the same. */
  readonly title: string;
  /** When it was met last, business time in ms. */
  readonly seenAt?: number;
  readonly says: Answers;
}

/** Chosen again to be none of them: what the choice has filled in is emptied. */
const NONE = '(none)';

/** So many are offered for words; who sees more says more of the name. */
const MOST_OFFERED = 8;

interface Choosing {
  /** Its field. */
  readonly id: string;
  readonly known: readonly KnownThing[];
  /** What the choice fills in. */
  readonly fields: readonly string[];
  /** Typed words in that field lead to it. `sure`: its whole name is enough. */
  readonly offeredFor: NonNullable<Fill['offeredFor']>;
  /** Key of the words for "none of them". */
  readonly none: string;
  /** Where a client looks for more than stand there. */
  readonly search?: string;
}

/**
 * A choice of what is known, above the fields that it fills in as far as nobody has written there. Nothing where nothing is known.
 * Typed words are not asked for it by itself: it is offered where words in the field that it names may mean one of them.
 */
export function choosingKnown(about: Choosing): Required<Pick<Form, 'fields' | 'fills'>> {
  const { id, known, fields, offeredFor, none, search } = about;
  if (known.length === 0) return { fields: [], fills: [] };
  const choices: readonly Choice[] = [
    ...known.map(({ title, seenAt }) => ({
      value: title,
      title: { text: title, ...(seenAt === undefined ? {} : { seenAt }) },
    })),
    { value: NONE, title: { key: none } },
  ];
  const choice: Field = {
    ...text(id, 600, { kind: 'choice', aside: true }),
    choices,
    ...(search === undefined ? {} : { search }),
  };
  const all = known.map(({ title, says }): [string, Answers] => [title, says]);
  return {
    fields: [choice],
    fills: [{ by: id, fields, with: Object.fromEntries([...all, [NONE, {}]]), offeredFor }],
  };
}

/** Of these choices those that words may mean, the likeliest first: each word begins one of the title's. */
export function meantBy(choices: readonly Choice[], words: string): readonly Choice[] {
  const said = fold(words);
  if (said.length === 0) return [];
  const likely = choices.flatMap((choice) => {
    const own = choice.value === NONE ? [] : fold(choice.value);
    if (!said.every((word) => own.some((other) => other.startsWith(word)))) return [];
    return [{ choice, begins: own[0]?.startsWith(said[0] ?? '') === true }];
  });
  return [...likely.filter(({ begins }) => begins), ...likely.filter(({ begins }) => !begins)].map(
    ({ choice }) => choice,
  );
}

/** The choice that is offered for words in one of these fields, with what of it may be meant. */
function offers({ fields, fills = [] }: Form, { offeredFor, by }: Fill, held: Answers): readonly Choice[] {
  const words = offeredFor && held[offeredFor.field];
  const field = fields.find(({ id }) => id === by);
  if (words === undefined || fills.length === 0 || (held[by] ?? '') !== '') return [];
  return meantBy(field?.choices ?? [], words).slice(0, MOST_OFFERED);
}

const isAll = ({ value }: Choice, words: string | undefined): boolean =>
  fold(value).join(' ') === fold(words ?? '').join(' ');

/**
 * What typed words lead to. `sent`: what they say, with the known thing in place of a name that is its very own; `asks`: the choice
 * to be asked about, because one of several may be meant, or one of another name.
 */
export function ledBy(
  form: Form,
  held: Answers,
  sent: Answers,
): { readonly sent: Answers; readonly asks?: string } {
  for (const fill of form.fills ?? []) {
    const { offeredFor, by } = fill;
    if (offeredFor === undefined || !Object.hasOwn(sent, offeredFor.field)) continue;
    const words = sent[offeredFor.field];
    const meant = offers(form, fill, { ...held, [by]: '', ...sent });
    const own = meant.filter((choice) => isAll(choice, words));
    if (offeredFor.sure && own.length === 1) {
      const { [offeredFor.field]: _name, ...rest } = sent;
      return { sent: { ...rest, [by]: own[0]?.value ?? '' } };
    }
    if (meant.length > 0) return { sent: { ...sent, [by]: '' }, asks: by };
  }
  return { sent };
}

/** The field whose words led to this choice; undefined: it is none. */
export const ledFrom = ({ fills = [] }: Form, choice: string | undefined): string | undefined =>
  fills.find(({ by }) => by === choice)?.offeredFor?.field;

/** The field as it is asked for in typed words: a choice that is offered has what may be meant alone, and other words name it anew. */
export function fieldAsked(form: Form, held: Answers, asking: string | undefined): Field | undefined {
  const field = form.fields.find(({ id }) => id === asking);
  const fill = form.fills?.find(({ by, offeredFor }) => by === asking && offeredFor !== undefined);
  const choices = fill ? offers(form, fill, held) : [];
  if (!field || !fill?.offeredFor || choices.length === 0) return field;
  return { ...field, choices, instead: fill.offeredFor.field };
}

/** What was told before anybody has seen the form: of a name that may mean one known thing alone that is chosen, and what it says filled in. */
export function withKnown(form: Form, told: Answers): Answers {
  return (form.fills ?? []).reduce((answers, fill) => {
    const name = fill.offeredFor?.field;
    const [only, ...more] =
      name === undefined || !Object.hasOwn(answers, name) ? [] : offers(form, fill, answers);
    if (name === undefined || !only || more.length > 0) return answers;
    return { ...answers, [fill.by]: only.value, ...fill.with[only.value] };
  }, told);
}
