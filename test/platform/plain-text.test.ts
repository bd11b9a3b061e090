import { calm, calmLine, cut } from '../../src/platform/plain-text';

describe('text from outside', () => {
  it.each([
    ['a\u202eb\u2066c\u200fd', 'abcd'],
    ['a\u0000b\u001bc', 'a b c'],
    ['a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
    ['half \ud83d of one', 'half \ufffd of one'],
  ])('%j is calm as %j', (given, shown) => {
    expect(calm(given)).toBe(shown);
  });

  it('cannot make two lines of one', () => {
    expect(calmLine(' first\u2028second\r\n\tthird ')).toBe('first second third');
  });

  it('is cut between what people see as characters', () => {
    expect(cut('👨‍👩‍👧 family', 5)).toBe('…');
    expect(cut('abcdef', 4)).toBe('abc…');
    expect(cut('abcd', 4)).toBe('abcd');
  });
});
