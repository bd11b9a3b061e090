import type { AnswerKind } from './kind';

/** One sentence of the strings. */
export interface Said {
  readonly kind: 'said';
  readonly key: string;
  readonly params?: Readonly<Record<string, string>>;
}

export const said = (key: string, params?: Readonly<Record<string, string>>): Said => ({
  kind: 'said',
  key,
  ...(params && { params }),
});

export const saidKind: AnswerKind<Said> = {
  draw: ({ say }, { key, params = {} }, { reader: { language } }) => ({
    title: say('outcomes.title', {}, language),
    text: say(key, params, language),
  }),
};
