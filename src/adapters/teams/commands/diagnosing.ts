import type { Asking } from '../answers/asking';
import type { Answer } from '../answers/answer';

/** `diagnose`: what works and what does not; `diagnose copy` for somebody who helps; `diagnose again|drop`, of what its buttons name. */
export function diagnose({ turn, useCases }: Asking, words: string): Promise<Answer> {
  const [what = '', ref = ''] = words.toLowerCase().split(/\s+/u);
  const wish = what === 'again' || what === 'drop' ? { attend: { wish: what, ref } as const } : {};
  return useCases.diagnose(turn.person, { ...wish, copy: what === 'copy' });
}
