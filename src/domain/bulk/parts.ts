/** A person or a solution stands in one cell, its parts between commas; a part with a comma or quotes stands in quotes itself. */

export const joinParts = (parts: readonly string[]): string =>
  parts
    .slice(0, parts.map((part) => part !== '').lastIndexOf(true) + 1)
    .map(quoted)
    .join(', ');

const quoted = (part: string): string =>
  /[",]|^\s|\s$/.test(part) ? `"${part.replaceAll('"', '""')}"` : part;

/** Each sign is looked at a few times at most, whatever stands there: a file may be anybody's. */
const PART = /\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))(?:,|$)/gy;

export function splitParts(cell: string): readonly string[] {
  const parts: string[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < cell.length) {
    const [, inQuotes, plain = ''] = PART.exec(cell) ?? [];
    // What cannot be told apart is one part.
    if (PART.lastIndex === 0) return [cell.trim()];
    parts.push(inQuotes === undefined ? plain.trimEnd() : inQuotes.replaceAll('""', '"'));
  }
  return parts;
}
