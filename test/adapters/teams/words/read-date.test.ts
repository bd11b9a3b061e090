import { monthFirst, readDate } from '../../../../src/adapters/teams/words/read-date';

/** A Saturday. */
const TODAY = '2026-11-21';
const berlin = { language: 'en-GB', zone: 'Europe/Berlin', today: TODAY };
const seattle = { language: 'en-US', zone: 'America/Los_Angeles', today: TODAY };

describe('A date in typed words', () => {
  it.each([
    ['2026-12-31', '2026-12-31'],
    ['2026/12/31', '2026-12-31'],
    ['today', '2026-11-21'],
    ['Tomorrow!', '2026-11-22'],
    ['the day after tomorrow', '2026-11-23'],
    ['next friday', '2026-11-27'],
    ['Next Friday please', '2026-11-27'],
    ['friday', '2026-11-27'],
    ['saturday', '2026-11-21'],
    ['on monday', '2026-11-23'],
    ['31/3', '2027-03-31'],
    ['31.3.', '2027-03-31'],
    ['31.3', '2027-03-31'],
    ['31-3-27', '2027-03-31'],
    ['31/3/2027', '2027-03-31'],
    ['3/31', '2027-03-31'],
    ['5/6', '2027-06-05'],
    ['21/11', '2026-11-21'],
    ['20/11', '2027-11-20'],
    ['29/2', '2028-02-29'],
    ['31/3/2020', '2020-03-31'],
    ['31 March', '2027-03-31'],
    ['31st of March', '2027-03-31'],
    ['March 31', '2027-03-31'],
    ['march 31st, 2028', '2028-03-31'],
    ['the 31st of march 2028', '2028-03-31'],
    ['1 dec', '2026-12-01'],
    ['end of march', '2027-03-31'],
    ['by the end of March', '2027-03-31'],
    ['end of february 2028', '2028-02-29'],
    ['end of november', '2026-11-30'],
    ['mid march', '2027-03-15'],
    ['early march', '2027-03-01'],
    ['march', '2027-03-31'],
    ['march 2028', '2028-03-31'],
    ['in 2 weeks', '2026-12-05'],
    ['in two weeks', '2026-12-05'],
    ['in a month', '2026-12-21'],
    ['10 days', '2026-12-01'],
    ['3 months from now', '2027-02-21'],
    ['end of next month', '2026-12-31'],
    ['end of the month', '2026-11-30'],
    ['this month', '2026-11-30'],
    ['end of the year', '2026-12-31'],
    ['end of next quarter', '2027-03-31'],
    ['EOY', '2026-12-31'],
    ['q1', '2027-03-31'],
    ['end of Q4', '2026-12-31'],
    ['the 15th', '2026-12-15'],
    ['on the 30th', '2026-11-30'],
    ["it's tomorrow", '2026-11-22'],
    ['the close date is 31/3', '2027-03-31'],
    ['close date: 31/3', '2027-03-31'],
    ['about end of march, I think', '2027-03-31'],
    ['yesterday', '2026-11-20'],
    ['2 weeks ago', '2026-11-07'],
    ['Friday 27 November', '2026-11-27'],
    ['tomorrow morning', '2026-11-22'],
    ['the last day of january', '2027-01-31'],
  ])('%j is %s', (text, day) => {
    expect(readDate(text, berlin)).toBe(day);
  });

  it.each([
    ['31. März', '2027-03-31'],
    ['31.März 2028', '2028-03-31'],
    ['am 31. März', '2027-03-31'],
    ['Ende März', '2027-03-31'],
    ['Mitte Mai', '2027-05-15'],
    ['morgen', '2026-11-22'],
    ['übermorgen', '2026-11-23'],
    ['nächsten Freitag', '2026-11-27'],
    ['Freitag', '2026-11-27'],
    ['in 2 Wochen', '2026-12-05'],
    ['in einem Monat', '2026-12-21'],
    ['Ende nächsten Monats', '2026-12-31'],
    ['Ende des Jahres', '2026-12-31'],
    ['Jahresende', '2026-12-31'],
    ['nächsten Monat', '2026-12-31'],
    ['31 maart', '2027-03-31'],
    ['eind maart', '2027-03-31'],
    ['over twee weken', '2026-12-05'],
    ['volgende vrijdag', '2026-11-27'],
    ['eind van het jaar', '2026-12-31'],
    ['overmorgen', '2026-11-23'],
    ['15 de março', '2027-03-15'],
    ['15 de março de 2028', '2028-03-15'],
    ['fim de março', '2027-03-31'],
    ['amanhã', '2026-11-22'],
    ['sexta-feira', '2026-11-27'],
    ['fim do mês', '2026-11-30'],
    ['15 mars', '2027-03-15'],
    ['1er juin', '2027-06-01'],
    ['fin mars', '2027-03-31'],
    ['oggi', '2026-11-21'],
    ['domani', '2026-11-22'],
    ['dopodomani', '2026-11-23'],
    ['ieri', '2026-11-20'],
    ['venerdì', '2026-11-27'],
    ['venerdì prossimo', '2026-11-27'],
    ['31 marzo 2028', '2028-03-31'],
    ['il 31 marzo', '2027-03-31'],
    ['1° giugno', '2027-06-01'],
    ['fine marzo', '2027-03-31'],
    ['metà maggio', '2027-05-15'],
    ['fine mese', '2026-11-30'],
    ["fine dell'anno", '2026-12-31'],
    ['tra 2 settimane', '2026-12-05'],
    ['fra due settimane', '2026-12-05'],
    ['tra un mese', '2026-12-21'],
    ['il mese prossimo', '2026-12-31'],
    ['fine del mese prossimo', '2026-12-31'],
    ['сегодня', '2026-11-21'],
    ['завтра', '2026-11-22'],
    ['послезавтра', '2026-11-23'],
    ['вчера', '2026-11-20'],
    ['в пятницу', '2026-11-27'],
    ['в следующую пятницу', '2026-11-27'],
    ['31.03.2027', '2027-03-31'],
    ['31 марта', '2027-03-31'],
    ['31 марта 2028 года', '2028-03-31'],
    ['1 июня', '2027-06-01'],
    ['конец марта', '2027-03-31'],
    ['в конце марта', '2027-03-31'],
    ['середина мая', '2027-05-15'],
    ['конец месяца', '2026-11-30'],
    ['до конца года', '2026-12-31'],
    ['через 2 недели', '2026-12-05'],
    ['через две недели', '2026-12-05'],
    ['через месяц', '2026-12-21'],
    ['в следующем месяце', '2026-12-31'],
    ['конец следующего месяца', '2026-12-31'],
  ])('%j is %s, in whatever language', (text, day) => {
    expect(readDate(text, berlin)).toBe(day);
  });

  it.each([
    '',
    'please',
    'soon',
    'when they sign',
    '31/2',
    '29/2/2027',
    '45/45',
    '2026-02-30',
    '31 february',
    '12',
    '40k',
    'constructor',
    '__proto__',
    'friday or monday',
    'between march and may',
    '<at>friday</at>',
    '${tomorrow}',
    'in 99999999 years',
    'friday '.repeat(100),
  ])('%j is none', (text) => {
    expect(readDate(text, berlin)).toBeUndefined();
  });

  it('has the month first only for Americans', () => {
    expect(readDate('5/6', seattle)).toBe('2027-05-06');
    expect(readDate('5/6/2027', seattle)).toBe('2027-05-06');
    expect(readDate('31/3', seattle)).toBe('2027-03-31');
    expect(readDate('5.6.', seattle)).toBe('2027-06-05');
    expect(monthFirst({ language: 'en', zone: 'America/Chicago' })).toBe(true);
    expect(monthFirst({ language: 'pt-BR', zone: 'America/Sao_Paulo' })).toBe(false);
    expect(monthFirst({ language: 'en', zone: 'Europe/Berlin' })).toBe(false);
  });

  it('counts from the day that the answer is judged by, and not from that of the person', () => {
    expect(readDate('today', { ...berlin, today: '2026-11-22', zone: 'America/New_York' })).toBe(
      '2026-11-22',
    );
    expect(readDate('next friday', { ...berlin, today: '2026-11-27' })).toBe('2026-12-04');
  });
});
