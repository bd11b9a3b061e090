import { join } from 'node:path';
import { loadStrings } from '../../../../src/adapters/teams/cards/strings';
import { money, size } from '../../../../src/adapters/teams/cards/figures';
import { dated, day, duration, moment } from '../../../../src/adapters/teams/cards/moments';
import { country, namesIn, reason, splitWords } from '../../../../src/adapters/teams/cards/names';
import { block, defused, inline, line, unmarked, xml } from '../../../../src/adapters/teams/cards/plain-text';
import { readerOf } from '../../../../src/adapters/teams/cards/reader';
import { DAY, HOUR, NOW } from '../../../cards/samples';

const strings = loadStrings(join(__dirname, '../../../../cards/strings'));
const reader = readerOf(strings, { language: 'en', zone: 'Europe/Berlin' }, NOW);
const MINUTE = 60_000;

describe('moments', () => {
  it.each([
    [NOW, 'Mon 10:42'],
    [NOW + DAY, 'Tue 10:42'],
    [NOW + 6 * DAY, 'Sun 10:42'],
    [NOW + 7 * DAY, 'Mon 12 Jan 10:42'],
    [NOW - 5 * DAY, 'Wed 10:42'],
    [NOW - 6 * DAY, 'Tue 30 Dec 2025 10:42'],
    [NOW - 10 * DAY, 'Fri 26 Dec 2025 10:42'],
  ])('%s is %s', (at, words) => {
    expect(moment(reader, at)).toBe(words);
  });

  it('names the date of a day a week away, though clocks go forward on the way', () => {
    const saturday = Date.parse('2026-03-28T22:45:00Z');
    const before = readerOf(strings, { language: 'en', zone: 'Europe/Berlin' }, saturday);
    expect(moment(before, saturday + 6 * DAY)).toBe('Sat 4 Apr 00:45');
  });

  it('carries the date where it stands for good', () => {
    expect(dated(reader, NOW)).toBe('5 Jan 2026, 10:42');
  });

  it('keeps a day a day in every zone', () => {
    const far = readerOf(strings, { language: 'en', zone: 'Pacific/Auckland' }, NOW);
    expect([day(reader, '2026-02-28'), day(far, '2026-02-28'), day(reader, 'soon')]).toEqual([
      '28 Feb 2026',
      '28 Feb 2026',
      'soon',
    ]);
  });

  it.each([
    [3 * HOUR + 50 * MINUTE, '3 hours 50 minutes'],
    [HOUR, '1 hour'],
    [DAY + 2 * HOUR + MINUTE, '1 day 2 hours'],
    [DAY + MINUTE, '1 day'],
    [MINUTE, '1 minute'],
    [4 * HOUR - 300, '4 hours'],
    [MINUTE / 2 - 1, 'less than a minute'],
  ])('%s ms last %s', (ms, words) => {
    expect(duration(reader, ms)).toBe(words);
  });
});

describe('figures', () => {
  it.each([
    ['40000', 'EUR', '€40,000'],
    ['40000.5', 'EUR', '€40,000.50'],
    ['12345678901234567890.12', 'USD', '$12,345,678,901,234,567,890.12'],
    ['5000', 'JPY', '¥5,000'],
    ['12.345', 'KWD', 'KWD 12.345'],
    ['5', undefined, '5'],
    ['40k', 'EUR', '40k EUR'],
    ['5', 'no currency', '5'],
  ])('%s %s is %s', (value, currency, words) => {
    expect(money(reader, value, currency).replace(/\u00a0/gu, ' ')).toBe(words);
  });

  it.each([
    ['51to250employees', '51–250 people'],
    ['1001to5000employees', '1,001–5,000 people'],
    ['Morethan20000employees', 'more than 20,000 people'],
    ['a handful', 'a handful'],
  ])('%s is %s', (word, words) => {
    expect(size(reader, word)).toBe(words);
  });
});

describe('names', () => {
  it.each([
    ['DeploymentOrMigration', 'Deployment or migration'],
    ['AzureSecurityOperationManagement', 'Azure security operation management'],
    ['HighPerformanceComputing', 'High performance computing'],
    ['SQLServerUpgrade', 'SQL server upgrade'],
    ['SOL-12345-ABC', 'SOL-12345-ABC'],
    ['Agriculture, Forestry, & Fishing', 'Agriculture, Forestry, & Fishing'],
    ['', ''],
  ])('%s is %s', (id, words) => {
    expect(splitWords(id)).toBe(words);
  });

  it('knows the products by their own names, and no other by a name of JavaScript', () => {
    expect(namesIn(reader, 'products', ['Microsoft365', 'PowerBI', 'constructor', '__proto__'])).toBe(
      'Microsoft 365, Power BI, constructor, __proto__',
    );
    expect(
      namesIn(
        reader,
        'products',
        Array.from({ length: 20 }, () => 'SQL'),
        2,
      ),
    ).toBe('SQL Server, SQL Server …');
  });

  it('knows countries and reasons, and shows what it does not know as it came', () => {
    expect(['DE', 'us', 'Atlantis'].map((code) => country(reader, code))).toEqual([
      'Germany',
      'United States',
      'Atlantis',
    ]);
    expect(['3', 'spam', 'NoFit'].map((code) => reason(reader, code))).toEqual([
      'Customer chose another vendor',
      'Report as abuse, spam or phishing',
      'No fit',
    ]);
  });

  it.each(['', 'x', 'no language!', '__proto__', 'de-DE', '\u0000'])(
    'takes %j as a language, and speaks one tongue',
    (language) => {
      const odd = readerOf(strings, { language, zone: 'Nowhere/At all' }, NOW);
      expect([
        money(odd, '40000', 'EUR'),
        country(odd, 'DE'),
        moment(odd, NOW),
        odd.say('buttons.save'),
      ]).toEqual(['€40,000', 'Germany', 'Mon 09:42', 'Save']);
    },
  );

  it('speaks English where a language has no words', () => {
    const german = readerOf(strings, { language: 'de-AT', zone: 'utc' }, NOW);
    expect([german.say('buttons.accept'), namesIn(german, 'products', ['SQL'])]).toEqual([
      'Accept',
      'SQL Server',
    ]);
  });
});

describe('text from outside', () => {
  it('is cut between what people see as characters', () => {
    expect(line('👩‍👩‍👧'.repeat(10), 20)).toBe('👩‍👩‍👧👩‍👩‍👧…');
    expect(block('a\r\n\r\n\r\n\r\nb', 50)).toBe('a\n\nb');
  });

  it('stands in a sentence without turning it', () => {
    expect(inline('Tailspin')).toBe('Tailspin');
    expect(inline('ألعاب')).toBe('\u2068ألعاب\u2069');
  });

  it('loses what markup needs where markup is read', () => {
    expect(defused('**A & B** [x](y) <at>')).toBe('A ＆ B x (y) at');
    expect(xml('<at>A & B</at>')).toBe('&lt;at&gt;A &amp; B&lt;/at&gt;');
  });

  it('is put into a sentence as it is, not read as a key or a pattern', () => {
    expect(reader.say('summary.archived', { stage: '$t(buttons.save)', customer: '{{stage}} $& $1' })).toBe(
      '$t(buttons.save): {{stage}} $& $1',
    );
  });
});

describe('a sentence for clients that may read it as markdown', () => {
  it('has nothing that could be read so, and leaves addresses whole', () => {
    expect(unmarked('**Bold** _soft_ [link](https://x.example) `code` # head ~no~')).not.toMatch(
      /[[\]*`#~]| _|_ /u,
    );
    expect(unmarked('first_last@x.example')).toBe('first_last@x.example');
  });
});
