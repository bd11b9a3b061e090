/** ISO 3166-1 alpha-2: what Partner Center has as a country. */
const CODES = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
    'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO ' +
    'FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE ' +
    'JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO ' +
    'MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW ' +
    'PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM ' +
    'TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
);

/** What people say instead of the name or the code. */
const ALSO: Readonly<Record<string, string>> = {
  uk: 'GB',
  'great britain': 'GB',
  britain: 'GB',
  england: 'GB',
  scotland: 'GB',
  usa: 'US',
  'u.s.': 'US',
  'u.s.a.': 'US',
  america: 'US',
  holland: 'NL',
  turkey: 'TR',
  'czech republic': 'CZ',
  uae: 'AE',
};

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/\s+/g, ' ')
    .trim();

const NAMES = new Map<string, ReadonlyMap<string, string>>();

/** The names of all countries in a language, folded, to their codes. */
function namesIn(language: string): ReadonlyMap<string, string> {
  const kept = NAMES.get(language);
  if (kept) return kept;
  const regions = new Intl.DisplayNames([language, 'en'], { type: 'region' });
  const names = new Map([...CODES].map((code) => [fold(regions.of(code) ?? code), code] as const));
  NAMES.set(language, names);
  return names;
}

/** The code of a country that people write as its code, its name in this language or in English, or a short form. */
export function countryOf(text: string, language = 'en'): string | undefined {
  const written = text.trim();
  if (CODES.has(written.toUpperCase())) return written.toUpperCase();
  const name = fold(written);
  return ALSO[name] ?? namesIn(language).get(name) ?? namesIn('en').get(name);
}
