/** Control characters, bidirectional overrides and halves of characters: nothing that a person writes on purpose. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;
const VISIBLE = /[^\p{C}\p{Z}]/u;

/** One line, trimmed: line ends and tabs become spaces. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(INVISIBLE, '')
    .trim();

/** Several lines, each end of line `\n`. */
export const severalLines = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .split('\n')
    .map((line) => line.replace(INVISIBLE, '').trimEnd())
    .join('\n')
    .trim();

/** Whether there is nothing to see in it. */
export const isBlank = (text: string): boolean => !VISIBLE.test(text);

/** In code points. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** At most `most` code points, an ellipsis for the rest. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** A code of Partner Center in words: `microsoft365BusinessVoice` → `Microsoft 365 Business Voice`. Words stay as they are. */
export function inWords(code: string): string {
  if (/\s/.test(code)) return code;
  const words = code
    .replace(/[_-]+/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d{2,})/gu, '$1 $2')
    .replace(/(\d)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
