import { isDeepStrictEqual } from 'node:util';
import type { ActivityView, Attachment, StoredActivity } from './activity';
import { ADAPTIVE_CARD } from './activity';
import type { TeamsState } from './state';

/**
 * An activity as it stands, or as this person's client shows it: their own answered card instead of the base card.
 * `own`: what they see is not what the others see.
 */
export function viewOf(state: TeamsState, activity: StoredActivity, person?: string): ActivityView {
  const { deleted: _deleted, ...base } = activity;
  const answered = person === undefined ? undefined : state.answer(activity.id, person);
  if (answered === undefined) return base;
  const attachments = base.attachments.map((one, at) =>
    at === answered.attachment ? { ...one, content: answered.card } : one,
  );
  const shared = state.conversation(base.conversation)?.type === 'channel';
  const other = !isDeepStrictEqual(base.attachments[answered.attachment]?.content, answered.card);
  return { ...base, attachments, ...(shared && other ? { own: true } : {}) };
}

export interface ShownCard {
  readonly attachment: number;
  readonly card: unknown;
}

/** The Adaptive Cards that a view shows. */
export function cardsOf(view: ActivityView): readonly ShownCard[] {
  return view.attachments
    .map((one: Attachment, attachment) => ({ attachment, type: one.contentType, card: one.content }))
    .filter((one) => one.type === ADAPTIVE_CARD);
}
