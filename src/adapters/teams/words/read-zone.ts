import { IANAZone } from 'luxon';
import { bare, folded } from './wording';

const place = (text: string): string => folded(text.replace(/[_-]/g, ' '));

/** A time zone in typed words: its IANA name, or the city that it is named after if only one is. */
export function readZone(text: string): string | undefined {
  const meant = bare(text);
  const asName = meant.replace(/\s+/g, '_');
  const zones = Intl.supportedValuesOf('timeZone');
  const named = zones.find((zone) => zone.toLowerCase() === asName.toLowerCase());
  if (named !== undefined) return named;
  if (/^[A-Za-z]+\/[A-Za-z_/+-]+$|^UTC$|^GMT$/i.test(asName) && IANAZone.isValidZone(asName)) return asName;
  const cities = zones.filter((zone) => place(zone.split('/').at(-1) ?? '') === place(meant));
  return cities.length === 1 ? cities[0] : undefined;
}
