import fc from 'fast-check';
import { readCsv, writeCsv } from '../../src/platform/csv';

const rowsOf = (content: string | Buffer): unknown => {
  const read = readCsv(Buffer.from(content));
  return 'rows' in read ? read.rows : read;
};

describe('a file of cells', () => {
  it('comes back as it was, whatever stands in it', () => {
    const cell = fc.string({
      unit: fc.constantFrom(...'ab,;=+-@\'"\t\r\n \u00e4\ud83d\ude00'.match(/./gsu)!),
    });
    const row = fc.array(cell, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const titled = [['Title', 'Other'], ...rows];
        expect(rowsOf(writeCsv(titled))).toEqual(titled);
      }),
    );
  });

  it('holds nothing that a spreadsheet runs', () => {
    for (const cell of ['=1+1', '+1', '-1', '@x', '\tx', '\rx', "'=x"]) {
      expect(writeCsv([[cell]]).toString()).toMatch(/^\ufeff"?'/);
      expect(rowsOf(writeCsv([['Title'], [cell]]))).toEqual([['Title'], [cell]]);
    }
  });

  it.each([
    [
      'semicolons',
      'a;b\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\r\n1\t2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a comma between quotes in the titles',
      '"a,x";b\n1;2',
      [
        ['a,x', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'ends of lines of both kinds',
      'a,b\r\n1,2\n3,4\r',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['empty lines', 'a\n\nb', [['a'], [''], ['b']]],
  ])('with %s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it('in UTF-16, either way', () => {
    const little = Buffer.from('\ufeffä;b\n1;2', 'utf16le');
    expect(rowsOf(little)).toEqual([
      ['ä', 'b'],
      ['1', '2'],
    ]);
    expect(rowsOf(Buffer.from(little).swap16())).toEqual([
      ['ä', 'b'],
      ['1', '2'],
    ]);
  });

  it('is none: the line says where', () => {
    expect(rowsOf('')).toEqual({ problem: 'empty' });
    expect(rowsOf(Buffer.from([0xff, 0x41, 0x80]))).toEqual({ problem: 'not-text' });
    expect(rowsOf('a\0b')).toEqual({ problem: 'not-text' });
    expect(rowsOf('a,b\n1,"2')).toEqual({ problem: 'broken', line: 2 });
    expect(rowsOf('a,b\n1,2"3"')).toEqual({ problem: 'broken', line: 2 });
  });
});
