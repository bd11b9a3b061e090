import type { ReferralList } from '../../../application/lists/list-referrals';
import { drawList, eyesOfList } from './list';
import type { AnswerKind } from './kind';

/** Several referrals that words may mean: one is to be chosen. `verb`: `show`, or the operation that is wanted with it. */
export interface Several {
  readonly kind: 'several';
  readonly list: ReferralList;
  readonly verb: string;
  /** What was told of it, for the operation to go on with. */
  readonly told?: string;
}

export const severalKind: AnswerKind<Several> = {
  draw: (drawing, { list, verb, told }, showing) =>
    drawList(drawing, list, showing, { verb, title: 'lists.which', ...(told === undefined ? {} : { told }) }),
  eyes: ({ list }) => eyesOfList(list),
};
