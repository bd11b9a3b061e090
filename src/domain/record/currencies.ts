/**
 * The active currencies of ISO 4217 (list one) without funds, metals and test codes. Written out and not taken from
 * Intl: that also knows the past ones (DEM), and its digits are CLDR's, which differ from ISO's (AFN, IQD …).
 */
const CODES = new Set(
  (
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP ' +
    'CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG ' +
    'HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL ' +
    'MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR ' +
    'RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD ' +
    'TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'
  ).split(' '),
);

export const CURRENCIES: readonly string[] = [...CODES];

const WITHOUT_DIGITS = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '));
const WITH_THREE_DIGITS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** What people write, folded, to the codes that it may mean, likeliest first. */
const NAMES: Readonly<Record<string, string>> = {
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  $: 'USD CAD AUD NZD SGD HKD TWD MXN COP CLP ARS',
  dollar: 'USD CAD AUD NZD SGD HKD TWD',
  dollars: 'USD CAD AUD NZD SGD HKD TWD',
  buck: 'USD CAD AUD',
  bucks: 'USD CAD AUD',
  us$: 'USD',
  c$: 'CAD',
  ca$: 'CAD',
  a$: 'AUD',
  au$: 'AUD',
  nz$: 'NZD',
  s$: 'SGD',
  hk$: 'HKD',
  r$: 'BRL',
  real: 'BRL',
  reais: 'BRL',
  '£': 'GBP',
  pound: 'GBP EGP',
  pounds: 'GBP EGP',
  sterling: 'GBP',
  quid: 'GBP',
  '¥': 'JPY CNY',
  yen: 'JPY',
  yuan: 'CNY',
  rmb: 'CNY',
  renminbi: 'CNY',
  franc: 'CHF',
  francs: 'CHF',
  franken: 'CHF',
  sfr: 'CHF',
  '₹': 'INR',
  rs: 'INR PKR LKR',
  rupee: 'INR PKR LKR',
  rupees: 'INR PKR LKR',
  zł: 'PLN',
  zloty: 'PLN',
  zlotys: 'PLN',
  kč: 'CZK',
  ft: 'HUF',
  forint: 'HUF',
  forints: 'HUF',
  '₺': 'TRY',
  lira: 'TRY',
  '₩': 'KRW',
  won: 'KRW',
  '₪': 'ILS',
  shekel: 'ILS',
  shekels: 'ILS',
  '₫': 'VND',
  '₴': 'UAH',
  lei: 'RON',
  rand: 'ZAR',
  dirham: 'AED MAD',
  dirhams: 'AED MAD',
};

/** "kr" and "crowns" say nothing without knowing whose. */
const ONLY_WITH_HINT: Readonly<Record<string, string>> = {
  kr: 'SEK NOK DKK ISK',
  krona: 'SEK ISK',
  kronor: 'SEK',
  kroner: 'NOK DKK',
  crowns: 'SEK NOK DKK CZK',
};

/**
 * The ISO 4217 code that a text means: a code in any case, a sign, an English word. `hint` (a code) decides where
 * several are meant by one word ("$" beside CAD is CAD); without it the likeliest is taken.
 */
export function currencyOf(text: string, hint?: string): string | undefined {
  const word = text.trim().toLowerCase();
  const code = word.toUpperCase();
  if (CODES.has(code)) return code;
  const unsure = Object.hasOwn(ONLY_WITH_HINT, word) ? ONLY_WITH_HINT[word] : undefined;
  const sure = Object.hasOwn(NAMES, word) ? NAMES[word] : undefined;
  const meant = (sure ?? unsure ?? '').split(' ');
  if (hint !== undefined && meant.includes(hint)) return hint;
  return sure === undefined ? undefined : meant[0];
}

/** Digits after the decimal point, by ISO 4217. */
export function currencyDigits(code: string): 0 | 2 | 3 {
  if (WITHOUT_DIGITS.has(code)) return 0;
  return WITH_THREE_DIGITS.has(code) ? 3 : 2;
}
