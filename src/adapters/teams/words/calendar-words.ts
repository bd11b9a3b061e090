import { folded } from './wording';

/**
 * Names of months, days and spans: English, German, Dutch, French, Portuguese, Spanish, Italian, Russian. No two of
 * them mean different things by one word.
 */
const MONTHS: readonly string[] = [
  'january jan januar janner januari janvier janv janeiro enero gennaio январь января январе',
  'february feb februar februari fevrier fev fevereiro febrero febbraio февраль февраля феврале',
  'march mar marz maart mrt mars marco marzo март марта марте',
  'april apr avril abril aprile апрель апреля апреле',
  'may mai mei maio mayo maggio май мая мае',
  'june jun juni juin junho junio giugno июнь июня июне',
  'july jul juli juillet julho julio luglio июль июля июле',
  'august aug augustus aout agosto август августа августе',
  'september sep sept septembre setembro septiembre settembre сентябрь сентября сентябре',
  'october oct oktober okt octobre outubro out octubre ottobre октябрь октября октябре',
  'november nov novembre novembro noviembre ноябрь ноября ноябре',
  'december dec dezember dez decembre dezembro diciembre dicembre декабрь декабря декабре',
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
  'a an one ein eine einem einer een un une um uma uno una один одну',
  'two zwei twee deux dois duas due два две',
  'three drei drie trois tres tre три',
  'four vier quatre quatro quattro четыре',
  'five funf vijf cinq cinco cinque пять',
  'six sechs zes seis sei шесть',
  'seven sieben zeven sept sete sette семь',
  'eight acht huit oito otto восемь',
  'nine neun negen neuf nove девять',
  'ten zehn tien dix dez dieci десять',
  'eleven elf onze',
  'twelve zwolf twaalf douze doze',
];

export type Unit = 'days' | 'weeks' | 'months' | 'quarters' | 'years';

const UNITS: Readonly<Record<Unit, string>> = {
  days: 'day days d tag tage tagen dag dagen jour jours dia dias giorno giorni день дня дней',
  weeks:
    'week weeks w wk wks woche wochen weken semaine semaines semana semanas settimana settimane неделя недели неделю недель',
  months:
    'month months monat monate monaten monats maand maanden mois mes meses mese mesi месяц месяца месяце месяцев',
  quarters:
    'quarter quarters quartal quartale quartalen quartals kwartaal trimestre trimestres trimestri квартал квартала квартале',
  years: 'year years jahr jahre jahren jahres jaar ans ano anos anno anni год года году лет',
};

const numbered = (rows: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    rows.flatMap((row, index) =>
      folded(row)
        .split(' ')
        .map((name) => [name, index + 1] as const),
    ),
  );

const MONTH = numbered(MONTHS);
const WEEKDAY = numbered(WEEKDAYS);
const NUMBER = numbered(NUMBERS);
const UNIT = new Map(
  (Object.keys(UNITS) as Unit[]).flatMap((unit) =>
    folded(UNITS[unit])
      .split(' ')
      .map((name) => [name, unit] as const),
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
