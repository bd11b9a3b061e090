import type { StringKey } from '../cards/string-key';
import type { Params } from '../cards/strings';
import type { AnswerKind } from './kind';

/** One sentence of the strings. */
export interface Said {
  readonly kind: 'said';
  readonly key: StringKey;
  /** `count` as a number chooses the plural. */
  readonly params?: Params;
}

export const said = (key: StringKey, params?: Params): Said => ({
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
