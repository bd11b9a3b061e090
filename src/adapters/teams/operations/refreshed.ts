import type { Drawable } from '../answers/answer';
import type { Asking } from '../answers/asking';
import { said } from '../answers/said';
import type { Press } from './press';

/** Whether a client has asked of itself, without a press (Microsoft Learn, "Universal Actions for Adaptive Cards", `trigger`). */
export const isAutomatic = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'trigger' in value && value.trigger === 'automatic';

/** The card as it stands now. Whatever the button would do, a client's own refresh only reads: what it changed would refresh it again. */
export async function refreshed({ turn, useCases }: Asking, press: Press | undefined): Promise<Drawable> {
  if (press?.referral === undefined) return said('bot.outdated');
  const seen = await useCases.lists.one(press.referral, turn.person);
  return seen.kind === 'one' ? { kind: 'base', view: seen.view } : seen;
}
