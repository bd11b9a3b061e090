import type { ReferralView } from '../../../application/ports/messages';
import type { Drawable } from './answer';

const noHeart = ({ favourite: _, ...view }: ReferralView): ReferralView => view;

/** An answer that all in a channel read: what is one person's alone is not in it. */
export function forAll(answer: Drawable): Drawable {
  if (answer.kind === 'list') return { ...answer, rows: answer.rows.map(noHeart) };
  if (answer.kind === 'several')
    return { ...answer, list: { ...answer.list, rows: answer.list.rows.map(noHeart) } };
  return answer.kind === 'details' ? { ...answer, view: noHeart(answer.view) } : answer;
}
