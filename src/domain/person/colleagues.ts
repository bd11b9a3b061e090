import type { Entry } from '../deal/entries';
import type { Known } from '../forms/people';

/** So many of those put on a deal lately are kept. */
const MOST_KEPT = 20;

/** By which somebody is known; entries that were used have one. */
const addressOf = (entry: Entry): string | undefined => entry['email']?.toLowerCase();

const isSame = (one: Entry, other: Entry): boolean =>
  one['email'] !== undefined && addressOf(one) === addressOf(other);

const nameOf = ({ entry }: Known): string => `${entry['firstName'] ?? ''} ${entry['lastName'] ?? ''}`;

const { compare } = new Intl.Collator();

/** A team may have ten thousand members: it is put in order once. */
export const byName = (people: readonly Known[]): readonly Known[] =>
  people
    .map((one) => ({ one, name: nameOf(one) }))
    .sort((one, other) => compare(one.name, other.name))
    .map(({ one }) => one);

/**
 * Whom somebody may put on a deal: themselves, those they used lately (the last one first), then the others by name. What was written
 * of somebody the last time wins.
 * @param members of the desk's team by name, as far as Teams tells
 * @param lately entries that were used, the newest last
 */
export function offeredTo(
  self: Known,
  members: readonly Known[],
  lately: readonly Entry[],
): readonly Known[] {
  const used = new Map(lately.map((entry, at) => [addressOf(entry), { entry, at }]));
  const usedOf = ({ entry }: Known) => used.get(addressOf(entry));
  const asUsed = (one: Known): Known => ({ ...one, entry: { ...one.entry, ...usedOf(one)?.entry } });
  const me = members.find(({ value }) => value === self.value);
  const myself = asUsed({ ...self, entry: { ...self.entry, ...me?.entry } });
  const others = members.filter((one) => one !== me);
  const there = others.filter(usedOf).map(asUsed);
  const elsewhere = lately
    .filter((entry) => ![myself, ...there].some((one) => isSame(one.entry, entry)))
    .map((entry) => ({ value: entry['email'] ?? '', entry }));
  const lastFirst = [...there, ...elsewhere].sort(
    (one, other) => (usedOf(other)?.at ?? 0) - (usedOf(one)?.at ?? 0),
  );
  return [myself, ...lastFirst, ...others.filter((one) => !usedOf(one))];
}

/** Those used lately with one more; the same ones where nothing is new. An entry that is not whole is none. */
export function withUsed(lately: readonly Entry[], entry: Entry): readonly Entry[] {
  const { firstName = '', lastName = '', phone = '', email = '' } = entry;
  if (email === '' || phone === '') return lately;
  const used = { firstName, lastName, phone, email };
  return [...lately.filter((one) => !isSame(one, used)), used].slice(-MOST_KEPT);
}
