import fc from 'fast-check';
import { currencyDigits, currencyOf } from '../../src/domain/record/currencies';
import { checkMoney, readAmount, roundMoney, sameMoney } from '../../src/domain/record/money';

describe('An amount as people write it', () => {
  it.each([
    ['40000', '40000'],
    ['40,000', '40000'],
    ['40.000', '40000'],
    ['40 000', '40000'],
    ['40\u00a0000', '40000'],
    ["40'000", '40000'],
    ['40’000.50', '40000.50'],
    ['40,000.50', '40000.50'],
    ['40.000,50', '40000.50'],
    ['40 000,5', '40000.50'],
    ['1.000.000,00', '1000000'],
    ['1,000,000', '1000000'],
    ['12,34,567.80', '1234567.80'],
    ['1.234', '1234'],
    ['1,234', '1234'],
    ['0.125', '0.125'],
    ['12.5', '12.50'],
    ['.5', '0.50'],
    ['007', '7'],
    ['40k', '40000'],
    ['40 K', '40000'],
    ['1.5m', '1500000'],
    ['1,5 Mio.', '1500000'],
    ['1.25 million', '1250000'],
    ['2 bn', '2000000000'],
    ['0.0405k', '40.50'],
    ['1234.5678m', '1234567800'],
    ['40.000,-', '40000'],
    ['+5', '5'],
    ['40000.', '40000'],
    ['-5', '-5'],
    ['−5', '-5'],
    ['-0', '0'],
    ['４０', '40'],
  ])('reads %j as %s', (text, value) => {
    expect(readAmount(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    'abc',
    '0x10',
    '1e5',
    '1e+30',
    '10^30',
    'NaN',
    'Infinity',
    '1 2',
    '1.2.3',
    '31.3.2027',
    '1,000.000.50',
    '1,000,00.5.5',
    '40.000 50',
    '--5',
    '30-50k',
    '40k eur',
    '1.250k',
    '1,250m',
    '5 constructor',
    '${5}',
    '9'.repeat(101),
  ])('does not take %j for an amount', (text) => {
    expect(readAmount(text)).toBeUndefined();
  });

  it('takes a point before three digits for the decimal one beside a currency that has three', () => {
    expect(readAmount('1.234', 'KWD')).toBe('1.234');
    expect(readAmount('1,234', 'KWD')).toBe('1234');
    expect(readAmount('1.234', 'EUR')).toBe('1234');
  });

  it('reads its own normal form unchanged, in every currency', () => {
    const amounts = fc.tuple(
      fc.bigInt({ min: 0n, max: 999_999_999_999n }),
      fc.nat(999),
      fc.constantFrom('JPY', 'EUR', 'KWD'),
    );
    fc.assert(
      fc.property(amounts, ([whole, part, currency]) => {
        const digits = currencyDigits(currency);
        const machine =
          digits === 0 ? `${whole}` : `${whole}.${String(part).padStart(3, '0').slice(0, digits)}`;
        const value = roundMoney(machine, currency)!;
        expect(sameMoney(value, machine)).toBe(true);
        expect(checkMoney(value, currency)).toEqual({ value });
      }),
    );
  });

  it('never throws, and gives nothing but decimals', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+0-9., 'kme€]{0,30}$/)), (text) => {
        expect(readAmount(text) ?? '0').toMatch(/^-?\d+(\.\d{2,})?$/);
      }),
    );
  });
});

describe("A deal's value", () => {
  it.each([
    ['-0.01', 'EUR', 'below-zero'],
    ['-1m', 'EUR', 'below-zero'],
    ['1000000000000', 'EUR', 'too-large'],
    [`1${'0'.repeat(30)}`, 'EUR', 'too-large'],
    ['1000bn', 'EUR', 'too-large'],
    ['40000.505', 'EUR', 'too-many-digits'],
    ['40000.5', 'JPY', 'too-many-digits'],
    ['1.2345', 'KWD', 'too-many-digits'],
    ['1e30', 'EUR', 'not-money'],
    ['<b>5</b>', 'EUR', 'not-money'],
  ])('%s %s is %s', (text, currency, problem) => {
    expect(checkMoney(text, currency)).toEqual({ problem });
  });

  it.each([
    ['999,999,999,999.99', 'EUR', '999999999999.99'],
    ['40000.00', 'JPY', '40000'],
    ['1.234', 'KWD', '1.234'],
    ['0', 'EUR', '0'],
  ])('%s %s is fine: %s', (text, currency, value) => {
    expect(checkMoney(text, currency)).toEqual({ value });
  });
});

describe('A decimal from a machine', () => {
  it.each([
    ['42000.0', 'EUR', '42000'],
    ['1.234', 'EUR', '1.23'],
    ['1.235', 'EUR', '1.24'],
    ['0.999', 'EUR', '1'],
    ['0.005', 'EUR', '0.01'],
    ['41999.5', 'JPY', '42000'],
    ['1.2345', 'KWD', '1.235'],
    ['-3.5', 'JPY', '-4'],
  ])('%s %s is rounded to %s', (value, currency, rounded) => {
    expect(roundMoney(value, currency)).toBe(rounded);
  });

  it.each(['', '1e+21', 'NaN', '1,5', 'forty'])('%j is none', (value) => {
    expect(roundMoney(value, 'EUR')).toBeUndefined();
  });

  it('is the same amount however many zeros it has', () => {
    expect(sameMoney('42000', '42000.00')).toBe(true);
    expect(sameMoney('42000.5', '42000.50')).toBe(true);
    expect(sameMoney('42000', '42000.01')).toBe(false);
    expect(sameMoney('', '0')).toBe(false);
  });
});

describe('A currency', () => {
  it.each([
    ['EUR', 'EUR'],
    [' eur ', 'EUR'],
    ['€', 'EUR'],
    ['Euros', 'EUR'],
    ['$', 'USD'],
    ['US$', 'USD'],
    ['£', 'GBP'],
    ['zł', 'PLN'],
    ['KWD', 'KWD'],
  ])('%j is %s', (text, code) => {
    expect(currencyOf(text)).toBe(code);
  });

  it.each(['', 'XXX', 'XTS', 'DEM', 'EURO$', 'ABC', 'kr', 'constructor', '__proto__', 'E U R'])(
    '%j is none',
    (text) => {
      expect(currencyOf(text)).toBeUndefined();
    },
  );

  it('that several countries call by one name is the one at hand', () => {
    expect(currencyOf('$', 'CAD')).toBe('CAD');
    expect(currencyOf('kr', 'SEK')).toBe('SEK');
    expect(currencyOf('$', 'EUR')).toBe('USD');
  });

  it('has the digits of ISO 4217', () => {
    expect(['EUR', 'JPY', 'KWD', 'ISK', 'TND', 'HUF'].map(currencyDigits)).toEqual([2, 0, 3, 0, 3, 2]);
  });
});
