import { fold } from '../record/fold';

/** How words fit a customer's name. else: the referral was found by something else, such as a contact. */
export type NameFit = 'whole' | 'words' | 'beginnings' | 'else';

/** The best first. */
export const NAME_FITS: readonly NameFit[] = ['whole', 'words', 'beginnings', 'else'];

/** `asked`: folded words. */
export function nameFit(asked: readonly string[], name: string): NameFit {
  const own = fold(name);
  if (asked.every((word) => own.includes(word))) return asked.length >= own.length ? 'whole' : 'words';
  return asked.every((word) => own.some((other) => other.startsWith(word))) ? 'beginnings' : 'else';
}
