import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { GB } from 'chrono-node/en';
import * as de from 'chrono-node/de';
import * as es from 'chrono-node/es';
import * as fr from 'chrono-node/fr';
import * as it from 'chrono-node/it';
import * as nl from 'chrono-node/nl';
import * as pt from 'chrono-node/pt';
import * as ru from 'chrono-node/ru';
import { dayOf } from '../../../domain/record/dates';

interface Parser {
  parse(text: string, reference: { instant: Date }, option: { forwardDate: boolean }): ParsedResult[];
}

const PARSERS: Readonly<Record<string, Parser>> = { en: GB, de, es, fr, it, nl, pt, ru };

/** The reader's language first, so that a word that two languages have is theirs. */
export function parsersFor(language: string): readonly Parser[] {
  const own = language.split('-')[0]?.toLowerCase() ?? '';
  return Object.entries(PARSERS)
    .sort(([a], [b]) => Number(b === own) - Number(a === own))
    .map(([, parser]) => parser);
}

/** chrono counts from a Date's local parts: noon of that day, wherever the program runs. */
function noon(today: string): Date {
  const [year = 1970, month = 1, day = 1] = today.split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}

const dayIn = (parts: ParsedComponents): string | undefined =>
  dayOf(parts.get('year') ?? 0, parts.get('month') ?? 0, parts.get('day') ?? 0);

/**
 * What our own patterns do not know, in any of eight languages: believed when all of the text was understood and names
 * a day. Of a span the last day.
 */
export function otherDay(text: string, today: string, language: string): string | undefined {
  for (const parser of parsersFor(language)) {
    const [found, ...more] = parser.parse(text, { instant: noon(today) }, { forwardDate: true });
    if (!found || more.length > 0 || found.text.length !== text.length) continue;
    const { start, end } = found;
    if (start.isCertain('day') || start.isCertain('weekday')) return dayIn(end ?? start);
  }
  return undefined;
}
