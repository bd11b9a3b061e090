import type { Entry } from '../deal/entries';
import type { Known } from '../forms/people';

/** So many of those put on a deal lately are kept. */
const MOST_KEPT = 20;

const isSame = (one: Entry, other: Entry): boolean =>
  one['email'] !== undefined && one['email'].toLowerCase() === other['email']?.toLowerCase();

const nameOf = ({ entry }: Known): string => `${entry['firstName'] ?? ''} ${entry['lastName'] ?? ''}`;

/**
 * Whom somebody may put on a deal: themselves, those they used lately (the last one first), then the others by name. What was written
 * of somebody the last time wins.
 * @param members of the desk's team, as far as Teams tells
 * @param lately entries that were used, the newest last
 */
export function offeredTo(
  self: Known,
  members: readonly Known[],
  lately: readonly Entry[],
): readonly Known[] {
  const me = members.find(({ value }) => value === self.value);
  const people = [
    { ...self, entry: { ...self.entry, ...me?.entry } },
    ...members.filter((one) => one !== me),
  ].map((one) => ({ ...one, entry: { ...one.entry, ...lately.find((used) => isSame(used, one.entry)) } }));
  const elsewhere = lately
    .filter((used) => !people.some(({ entry }) => isSame(entry, used)))
    .map((entry) => ({ value: entry['email'] ?? '', entry }));
  const rank = ({ value, entry }: Known): number =>
    value === self.value ? MOST_KEPT : lately.findIndex((used) => isSame(used, entry));
  return [...people, ...elsewhere].sort(
    (one, other) => rank(other) - rank(one) || nameOf(one).localeCompare(nameOf(other)),
  );
}

/** Those used lately with one more; the same ones where nothing is new. An entry that is not whole is none. */
export function withUsed(lately: readonly Entry[], entry: Entry): readonly Entry[] {
  const { firstName = '', lastName = '', phone = '', email = '' } = entry;
  if (email === '' || phone === '') return lately;
  const used = { firstName, lastName, phone, email };
  return [...lately.filter((one) => !isSame(one, used)), used].slice(-MOST_KEPT);
}
