import type { PersonRef } from '../person/person';
import type { Form } from './form';

/** Languages that the product has strings for. */
const LANGUAGES = ['en'] as const;

/** The language to choose from that a tag (`en-GB`) names, else the first. */
export const languageOf = (tag: string): string =>
  LANGUAGES.find((language) => language === tag.split('-')[0]?.toLowerCase()) ?? LANGUAGES[0];

/** Room for the ids of everybody in a large team's roster. */
const PEOPLE_LENGTH = 50_000;

/** Bind a channel as a desk. `people`: whom to choose from, by person id. */
export function bindForm({ people }: { readonly people: readonly PersonRef[] }): Form {
  const choices = people.map(({ id, name }) => ({ value: id, title: { text: name } }));
  const whom = { kind: 'people', maxLength: PEOPLE_LENGTH, more: false, many: true, choices } as const;
  return {
    name: 'bind',
    fields: [
      { id: 'answers', required: true, ...whom },
      { id: 'managers', required: false, ...whom },
      {
        id: 'language',
        kind: 'choice',
        required: true,
        maxLength: 20,
        more: false,
        choices: LANGUAGES.map((value) => ({ value, title: { key: `forms.bind.language.${value}` } })),
      },
      { id: 'zone', kind: 'zone', required: true, maxLength: 60, more: false },
      { id: 'currency', kind: 'currency', required: true, maxLength: 20, more: false },
    ],
  };
}
