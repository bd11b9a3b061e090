const NOTHING = { customer: '', contact: '', seller: '', company: '', product: '' };

/** What is filled in where a desk's letter has its name in braces; `company`: one's own. */
export type LetterWords = Readonly<typeof NOTHING>;

export const LETTER_WORDS: readonly string[] = Object.keys(NOTHING);

/** So long a letter may be: more would hardly go into a link. In characters. */
export const LETTER_LENGTH = 1_500;

const PLACE = /\{([^{}\n]*)\}/gu;

/** Places that nothing is known for, as they are written; each once. `known`: small letters. */
export const unknownPlaces = (text: string, known: readonly string[]): readonly string[] => [
  ...new Set(
    [...text.matchAll(PLACE)]
      .filter(([, word = '']) => !known.includes(word.trim().toLowerCase()))
      .map(([written]) => written),
  ),
];

/** The letter with what each of its places stands for. What is filled in is not read again. */
export const letterWith = (text: string, words: LetterWords): string => {
  const all = new Map(Object.entries(words));
  return text.replace(PLACE, (written, word: string) => all.get(word.trim().toLowerCase()) ?? written);
};
