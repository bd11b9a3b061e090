import type { Faults } from '../faults';

type Json = Readonly<Record<string, unknown>>;

/**
 * A record as it goes out: the same facts in the other shapes that occur. Moments always have seven decimals (§2.1).
 * `pascal-consent`: names of consents with capitals (§2.3, create-a-referral page). `text-values`: `dealValue` as text (§1.4, PATCH
 * samples) and `customerRequestedContact` too (§0.1, 2.4). `nulls`: whatever says nothing is null (§2.5: every field nullable; that
 * lists are is an inference).
 */
export function asSent(record: object, stands: Faults['stands']): object {
  const whole = record as Json;
  const consents = stands('pascal-consent') ? { ...whole, ...withCapitals(whole) } : whole;
  const values = stands('text-values') ? { ...consents, ...withTexts(consents) } : consents;
  return stands('nulls') ? inside(values) : values;
}

const withCapitals = ({ consent }: Json): Json =>
  isObject(consent)
    ? {
        consent: Object.fromEntries(
          Object.entries(consent).map(([name, value]) => [
            name.charAt(0).toUpperCase() + name.slice(1),
            value,
          ]),
        ),
      }
    : {};

const AS_TEXT: readonly string[] = ['dealValue', 'customerRequestedContact'];

const withTexts = ({ details }: Json): Json =>
  isObject(details)
    ? {
        details: Object.fromEntries(
          Object.entries(details).map(([name, value]) => [
            name,
            AS_TEXT.includes(name) && isPlain(value) ? String(value) : value,
          ]),
        ),
      }
    : {};

const isPlain = (value: unknown): value is number | boolean =>
  typeof value === 'number' || typeof value === 'boolean';

const EMPTY: readonly unknown[] = ['', 'None', 'Unknown', false, undefined];

/** Empty lists and objects, too; what a list holds stays. */
function nulled(value: unknown): unknown {
  if (Array.isArray(value)) {
    const list = value as readonly unknown[];
    return list.length === 0 ? null : list.map((one) => (isObject(one) ? inside(one) : one));
  }
  if (isObject(value)) return Object.keys(value).length === 0 ? null : inside(value);
  return EMPTY.includes(value) ? null : value;
}

const inside = (value: Json): Json =>
  Object.fromEntries(Object.entries(value).map(([name, one]) => [name, nulled(one)]));

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
