import {
  dayOf,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  later,
  weekday,
  yearOf,
} from '../../../domain/record/dates';
import { countNamed, unitNamed, weekdayNamed, type Unit } from './calendar-words';

const NAMED: Readonly<Record<string, number>> = {
  today: 0,
  heute: 0,
  vandaag: 0,
  hoje: 0,
  "aujourd'hui": 0,
  tomorrow: 1,
  tmrw: 1,
  morgen: 1,
  amanha: 1,
  demain: 1,
  'day after tomorrow': 2,
  'the day after tomorrow': 2,
  ubermorgen: 2,
  overmorgen: 2,
  'depois de amanha': 2,
  yesterday: -1,
  gestern: -1,
  gisteren: -1,
  ontem: -1,
};

const ENDS: Readonly<Record<Unit, (day: string) => string>> = {
  days: (day) => day,
  weeks: (day) => later(day, { days: 7 - weekday(day) }),
  months: endOfMonth,
  quarters: endOfQuarter,
  years: endOfYear,
};

const SHORT_ENDS: Readonly<Record<string, Unit>> = {
  eow: 'weeks',
  eom: 'months',
  eoq: 'quarters',
  eoy: 'years',
  'week end': 'weeks',
  'month end': 'months',
  'quarter end': 'quarters',
  'year end': 'years',
  'year-end': 'years',
  monatsende: 'months',
  quartalsende: 'quarters',
  jahresende: 'years',
};

/** in 2 weeks, 3 months from now, in einem Monat, over twee weken, daqui a 10 dias, tra un mese, через месяц */
function ahead(text: string, today: string): string | undefined {
  const match =
    /^(?:(?:in|within|over|binnen|dans|em|daqui a|tra|fra|через) )?(\S+) (\p{L}+)( from now| from today| later)?$/u.exec(
      text,
    );
  const count = match?.[1] === 'через' ? 1 : countNamed(match?.[1] ?? '');
  const unit = unitNamed(match?.[2] ?? '');
  return count === undefined || unit === undefined ? undefined : later(today, { [unit]: count });
}

const END_OF =
  '(?:the )?end of |ende |einde? |fin |fim |final |(?:entro )?fine |(?:в )?конце |конец |до конца |к концу ';
const THIS =
  "the |this |des |der |dieses |diesen |van |het |de |deze |dit |du |la |do |da |deste |desta |il |del |di |dell'|в |этого ";
const NEXT =
  'next |nachsten |nachstes |nachster |nachste |volgende |volgend |proximo |proxima |prossimo |prossima |следующ\\p{L}+ ';
const NEXT_AFTER = ' prochaine?| que vem| prossim[oa]';
const END = new RegExp(`^(?:${END_OF})?(?:${THIS})*(${NEXT})?(\\p{L}+)(${NEXT_AFTER})?$`, 'u');

/** end of next month, end of the year, ende des monats, eind van het jaar, fim do mês, fine anno, конец года, next month */
function endOf(text: string, today: string): string | undefined {
  const short = Object.hasOwn(SHORT_ENDS, text) ? SHORT_ENDS[text] : undefined;
  if (short) return ENDS[short](today);
  const match = END.exec(text);
  const unit = unitNamed(match?.[2] ?? '');
  if (!match || unit === undefined || unit === 'days' || text === match[2]) return undefined;
  return ENDS[unit](match[1] || match[3] ? later(today, { [unit]: 1 }) : today);
}

/** end of q3, q3 2027: its last day. */
function quarter(text: string, today: string): string | undefined {
  const match = /^(?:(?:the )?end of |ende |eind )?q([1-4])(?:[ /]?(\d{4}))?$/.exec(text);
  if (!match) return undefined;
  const lastDay = (year: number): string | undefined => {
    const first = dayOf(year, Number(match[1]) * 3, 1);
    return first && endOfMonth(first);
  };
  if (match[2] !== undefined) return lastDay(Number(match[2]));
  const thisYears = lastDay(yearOf(today));
  return thisYears !== undefined && thisYears >= today ? thisYears : lastDay(yearOf(today) + 1);
}

/** Weekdays, alone the next one from today on, with "next" of another language the next one after today. English "next friday" is the recognizers'. */
function onWeekday(text: string, today: string): string | undefined {
  const match =
    /^(?:(this|coming|diesen|kommenden|deze|komende|esta|nachsten|nachster|volgende|proxima|proximo) )?(\p{L}+(?:-feira)?)( que vem| prochain)?$/u.exec(
      text,
    );
  const wanted = weekdayNamed(match?.[2] ?? '');
  if (!match || wanted === undefined) return undefined;
  const days = (wanted - weekday(today) + 7) % 7;
  const notToday = /^(?:nachst|volgende|proxim)/.test(match[1] ?? '') || match[3] !== undefined;
  return later(today, { days: days === 0 && notToday ? 7 : days });
}

/** A day told from today, or undefined. `text` is folded. */
export function relativeDay(text: string, today: string): string | undefined {
  const days = Object.hasOwn(NAMED, text) ? NAMED[text] : undefined;
  if (days !== undefined) return later(today, { days });
  return ahead(text, today) ?? endOf(text, today) ?? quarter(text, today) ?? onWeekday(text, today);
}
