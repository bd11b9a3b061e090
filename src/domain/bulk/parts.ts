/** A person or a solution stands in one cell, its parts between commas; a part with a comma or quotes stands in quotes itself. */

export const joinParts = (parts: readonly string[]): string =>
  parts.every((part) => part === '')
    ? ''
    : parts
        .map(quoted)
        .join(', ')
        .replace(/[, ]+$/, '');

const quoted = (part: string): string =>
  /[",]|^\s|\s$/.test(part) ? `"${part.replaceAll('"', '""')}"` : part;

const PART = /\s*(?:"((?:[^"]|"")*)"|([^,]*?))\s*(?:,|$)/gy;

export function splitParts(cell: string): readonly string[] {
  const parts: string[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < cell.length) {
    const [, inQuotes, plain = ''] = PART.exec(cell) ?? [];
    // What cannot be told apart is one part.
    if (PART.lastIndex === 0) return [cell.trim()];
    parts.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'));
  }
  return parts;
}
