import { folded } from './wording';

/**
 * Names of months, days and spans that the English recognizers do not know, and English ones, folded. German, Dutch,
 * French, Portuguese, Spanish, Italian: no two of them mean different things by one word.
 */
const MONTHS: readonly string[] = [
  'january jan januar janner januari janvier janv janeiro enero gennaio',
  'february feb februar februari fevrier fev fevereiro febrero febbraio',
  'march mar marz maart mrt mars marco marzo',
  'april apr avril abril aprile',
  'may mai mei maio mayo maggio',
  'june jun juni juin junho junio giugno',
  'july jul juli juillet julho julio luglio',
  'august aug augustus aout agosto',
  'september sep sept septembre setembro septiembre settembre',
  'october oct oktober okt octobre outubro out octubre ottobre',
  'november nov novembre novembro noviembre',
  'december dec dezember dez decembre dezembro diciembre dicembre',
];

const WEEKDAYS: readonly string[] = [
  'monday mon montag maandag lundi segunda segunda-feira',
  'tuesday tue tues dienstag dinsdag mardi terca terca-feira',
  'wednesday wed mittwoch woensdag mercredi quarta quarta-feira',
  'thursday thu thur thurs donnerstag donderdag jeudi quinta quinta-feira',
  'friday fri freitag vrijdag vendredi sexta sexta-feira',
  'saturday sat samstag sonnabend zaterdag samedi sabado',
  'sunday sun sonntag zondag dimanche domingo',
];

const NUMBERS: readonly string[] = [
  'a an one ein eine einem einer een un une um uma',
  'two zwei twee deux dois duas',
  'three drei drie trois tres',
  'four vier quatre quatro',
  'five funf vijf cinq cinco',
  'six sechs zes seis',
  'seven sieben zeven sept sete',
  'eight acht huit oito',
  'nine neun negen neuf nove',
  'ten zehn tien dix dez',
  'eleven elf onze',
  'twelve zwolf twaalf douze doze',
];

export type Unit = 'days' | 'weeks' | 'months' | 'quarters' | 'years';

const UNITS: Readonly<Record<Unit, string>> = {
  days: 'day days d tag tage tagen dag dagen jour jours dia dias',
  weeks: 'week weeks w wk wks woche wochen weken semaine semaines semana semanas',
  months: 'month months monat monate monaten monats maand maanden mois mes meses',
  quarters: 'quarter quarters quartal quartale quartalen quartals kwartaal trimestre trimestres',
  years: 'year years jahr jahre jahren jahres jaar ans ano anos',
};

const numbered = (rows: readonly string[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((row, index) => row.split(' ').map((word) => [word, index + 1] as const)));

const MONTH = numbered(MONTHS);
const WEEKDAY = numbered(WEEKDAYS);
const NUMBER = numbered(NUMBERS);
const UNIT = new Map(
  (Object.keys(UNITS) as Unit[]).flatMap((unit) =>
    UNITS[unit].split(' ').map((word) => [word, unit] as const),
  ),
);

const word = (text: string): string => folded(text).replace(/\.$/, '');

/** 1–12. */
export const monthNamed = (text: string): number | undefined => MONTH.get(word(text));
/** 1 is Monday. */
export const weekdayNamed = (text: string): number | undefined => WEEKDAY.get(word(text));
/** Digits, or a number word up to twelve. */
export const countNamed = (text: string): number | undefined =>
  /^\d{1,3}$/.test(text) ? Number(text) : NUMBER.get(word(text));
export const unitNamed = (text: string): Unit | undefined => UNIT.get(word(text));
