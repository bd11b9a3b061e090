import type { StringKey } from '../cards/string-key';
import type { AnswerKind } from './kind';

/** One sentence of the strings. */
export interface Said {
  readonly kind: 'said';
  readonly key: StringKey;
  readonly params?: Readonly<Record<string, string>>;
}

export const said = (key: StringKey, params?: Readonly<Record<string, string>>): Said => ({
  kind: 'said',
  key,
  ...(params && { params }),
});

export const saidKind: AnswerKind<Said> = {
  draw({ say }, { key, params = {} }, { reader: { language } }) {
    const text = say(key, params, language);
    return { title: text, text };
  },
};
