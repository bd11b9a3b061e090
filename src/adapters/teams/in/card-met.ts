import type { Press } from '../operations/press';
import { splitThread } from '../out/thread-id';
import type { Working } from './working';

/**
 * A press on a referral's own card tells which message that card is. Teams leaves `replyToId` out of some presses in a channel: the
 * card is the root of its thread there.
 */
export async function noteCard(
  { asking, exchange, parts }: Working,
  press: Press | undefined,
): Promise<void> {
  const { turn } = asking;
  if (!press?.card || press.referral === undefined || turn.place.kind === 'group') return;
  const { replyToId, conversation } = exchange.activity;
  const root = splitThread(conversation.id).root;
  const activity = replyToId ?? root;
  if (activity === undefined) return;
  const channel = turn.place.kind === 'channel' ? { channel: turn.place.place.channel } : {};
  await parts.useCases.operate.met({ referral: press.referral, by: turn.person, activity, ...channel });
}
