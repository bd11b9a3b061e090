import fc from 'fast-check';
import { COLUMNS } from '../../src/domain/bulk/columns';
import { dayIn, slashed } from '../../src/domain/bulk/days';
import { readHeader } from '../../src/domain/bulk/header';
import { LAYOUT } from '../../src/domain/bulk/layout';
import { readRow, type RowFacts, type RowRead } from '../../src/domain/bulk/row';
import { joinParts, splitParts } from '../../src/domain/bulk/parts';

it('the parts of a cell come back as they were', () => {
  const part = fc.string({ minLength: 1 }).map((text) => text.replace(/^\s+$/, 'x'));
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const whole = [...parts, 'end'];
      expect(splitParts(joinParts(whole))).toEqual(whole);
    }),
  );
  expect(splitParts('Ada, Lovelace , ,a@b.example')).toEqual(['Ada', 'Lovelace', '', 'a@b.example']);
  expect(joinParts(['', '', ''])).toBe('');
  expect(splitParts('"Lovelace, Ada"  ,"a ""b""", c  d ')).toEqual(['Lovelace, Ada', 'a "b"', 'c  d']);
  expect(splitParts('"half, Ada')).toEqual(['"half', 'Ada']);
});

it('a cell that is made to be hard to read is read at once', () => {
  const gap = ' '.repeat(1_000_000);
  const [name, part, half] = [`a${gap}b`, `"a"${gap}b`, `"${gap}`];
  expect(splitParts([name, part, half].join(','))).toHaveLength(3);
  const header = readHeader(['Customer Name', 'Currency Code', 'Microsoft help required?', 'Team member 1']);
  const facts = { id: 'r-1', now: Date.UTC(2026, 2, 2), today: '2026-03-02' };
  expect(readRow(header, ['Contoso', name, name, name], facts)).toHaveProperty('problems');
});

it('each column has its place in the layout', () => {
  for (const { title } of COLUMNS) expect(LAYOUT).toContain(title);
});

it('titles are known however they are written, and what is not known is named', () => {
  const header = readHeader([
    'customer NAME',
    ' Country',
    'Solution 2',
    'Solution 1',
    'Errors',
    'Colour',
    '',
  ]);
  expect(header.columns.map(({ column }) => column.title)).toEqual(['Customer Name', 'Customer Country']);
  expect(header.lists.map(({ cells }) => cells)).toEqual([[3, 2]]);
  expect(header.unknown).toEqual(['Colour']);
});

it.each([
  ['03/31/2026', '2026-03-31'],
  ['3/1/2026', '2026-03-01'],
  ['31.03.2026', '2026-03-31'],
  ['2026-03-31', '2026-03-31'],
  ['31/03/2026', '31/03/2026'],
  ['02/30/2026', '02/30/2026'],
])('the day %s is %s', (cell, day) => {
  expect(dayIn(cell)).toBe(day);
});

it('a day goes out as the layout has it', () => {
  expect(slashed('2026-03-01')).toBe('03/01/2026');
  expect(slashed('soon')).toBe('soon');
});

describe('what is said to Microsoft', () => {
  const header = readHeader([
    'Customer Name',
    'Microsoft help required?',
    'What specific help from Microsoft?',
    'Notes to Microsoft',
    'Consent to share Customer/Partner contact',
  ]);
  const facts = { id: 'r-1', now: Date.UTC(2026, 2, 2), today: '2026-03-02' };
  const read = (help: string, consent = 'yes', over: Partial<RowFacts> = {}): RowRead =>
    readRow(header, ['Contoso', 'Yes', help, '40 seats', consent], { ...facts, ...over });

  it('is taken from a new row, the help by its number', () => {
    expect(read('2')).toMatchObject({
      resource: {
        type: 'Shared',
        inviteContext: { assistanceRequestCode: 'CustomerTechnicalArchitecture', notes: '40 seats' },
        consent: { consentToToShareInfoWithOthers: true },
      },
    });
  });

  it('is refused where it is none', () => {
    expect(read('7', 'maybe')).toEqual({
      problems: [
        {
          column: 'What specific help from Microsoft?',
          key: 'one-of',
          params: { choices: '1, 2, 3, 4, 5, 6' },
        },
        {
          column: 'Consent to share Customer/Partner contact',
          key: 'one-of',
          params: { choices: 'Yes, No' },
        },
      ],
    });
  });

  it('is not changed later', () => {
    const first = read('2');
    if (!('resource' in first)) throw new Error('it was refused');
    const standing = { seen: first.resource, record: first.resource };
    expect(read('2', 'Yes', { standing })).toEqual({ resource: first.resource });
    expect(read('3', 'No', { standing })).toMatchObject({
      problems: [
        { key: 'fixed', params: { stands: '2' } },
        { key: 'fixed', params: { stands: 'Yes' } },
      ],
    });
  });
});
