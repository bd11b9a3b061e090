import { readCurrency, readMoney } from '../../../../src/adapters/teams/words/read-money';

describe('An amount in typed words', () => {
  it.each([
    ['40000', '40000', undefined],
    ['40k', '40000', undefined],
    ['40k eur', '40000', 'EUR'],
    ['40keur', '40000', 'EUR'],
    ['40k EUR.', '40000', 'EUR'],
    ['EUR 40k', '40000', 'EUR'],
    ['about 40,000 euros', '40000', 'EUR'],
    ['about 40,000 euros, please', '40000', 'EUR'],
    ['40k in euros', '40000', 'EUR'],
    ['40.000,50 €', '40000.50', 'EUR'],
    ['40.000,- €', '40000', 'EUR'],
    ['€40,000.50', '40000.50', 'EUR'],
    ['€ 40.000', '40000', 'EUR'],
    ['40 000 EUR', '40000', 'EUR'],
    ['$1.5m', '1500000', 'USD'],
    ['US$ 5k', '5000', 'USD'],
    ['1.5m usd', '1500000', 'USD'],
    ['1.5 million dollars', '1500000', 'USD'],
    ['1,5 Mio. Euro', '1500000', 'EUR'],
    ['1,5 Millionen Euro', '1500000', 'EUR'],
    ['2 miljoen euro', '2000000', 'EUR'],
    ['CHF 3000', '3000', 'CHF'],
    ['3000 swiss francs', '3000', 'CHF'],
    ['1.234 KWD', '1.234', 'KWD'],
    ['1.234 EUR', '1234', 'EUR'],
    ['forty thousand euros', '40000', 'EUR'],
    ['forty thousand', '40000', undefined],
    ['half a million dollars', '500000', 'USD'],
    ['the value is 40k eur', '40000', 'EUR'],
    ['value: 40k', '40000', undefined],
    ["it's 40k", '40000', undefined],
    ["I think it's around 40k eur", '40000', 'EUR'],
    ['~40k', '40000', undefined],
    ['-5', '-5', undefined],
    ['-5 eur', '-5', 'EUR'],
    ['-€5', '-5', 'EUR'],
    ['0', '0', undefined],
    ['40000.505 eur', '40000.505', 'EUR'],
    [`1${'0'.repeat(30)} eur`, `1${'0'.repeat(30)}`, 'EUR'],
  ])('%j is %s %s', (text, value, currency) => {
    expect(readMoney(text)).toEqual(currency === undefined ? { value } : { value, currency });
  });

  it.each([
    '',
    'please',
    'a lot',
    'between 30k and 50k',
    '30-50k eur',
    '30k or 40k',
    '40k per month',
    '40k eur plus 5k',
    '40k xyz',
    'CHF',
    'eur',
    '€€5',
    '1e30',
    '0x10 eur',
    'NaN eur',
    'one hundred and',
    'next friday',
    '<b>40k</b>',
    '${40000}',
    '9'.repeat(500),
    'eur '.repeat(100),
  ])('%j is none', (text) => {
    expect(readMoney(text)).toBeUndefined();
  });

  it('takes "$" for the dollars at hand', () => {
    expect(readMoney('$40k', 'CAD')).toEqual({ value: '40000', currency: 'CAD' });
    expect(readMoney('40k dollars', 'EUR')).toEqual({ value: '40000', currency: 'USD' });
  });
});

describe('A currency in typed words', () => {
  it.each([
    ['eur', 'EUR'],
    ['€', 'EUR'],
    ['in euros', 'EUR'],
    ['euros please', 'EUR'],
    ['US dollars', 'USD'],
    ['british pounds', 'GBP'],
    ['the currency is chf', 'CHF'],
  ])('%j is %s', (text, code) => {
    expect(readCurrency(text)).toBe(code);
  });

  it.each(['', 'money', '40k', 'abc', 'euros or dollars', 'x'.repeat(500)])('%j is none', (text) => {
    expect(readCurrency(text)).toBeUndefined();
  });
});
