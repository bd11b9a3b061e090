const LONGEST = 40;

/** Lower case, without accents, cut at what is neither letter nor digit: "Müller & Söhne" → muller, sohne. */
export function fold(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, LONGEST));
}
