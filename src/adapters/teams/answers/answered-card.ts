import type { Way } from '../cards/make-button';
import type { Renderer } from '../cards/drawing';
import type { Drawable } from './answer';
import type { InvokeAnswer } from './invoke-answer';
import type { Showing } from './kind';
import { drawn } from './table';

const answered = (type: string, value: unknown): InvokeAnswer => ({
  status: 200,
  body: { statusCode: 200, type, value },
});

/** A toast: the card stays as it is, with what was written in it. */
export const toast = (text: string): InvokeAnswer =>
  answered('application/vnd.microsoft.activity.message', text);

/**
 * The answer to an Action.Execute (Microsoft Learn, "Universal Actions for Adaptive Cards"): a card for this client alone, or a toast.
 * `back`: what its `Back` leads to.
 */
export function cardResponse(
  renderer: Renderer,
  answer: Drawable,
  showing: Omit<Showing, 'surface'>,
  back?: Way,
): InvokeAnswer {
  const { text, card } = drawn(renderer, answer, { ...showing, surface: 'card' }, back);
  return card ? answered('application/vnd.microsoft.card.adaptive', card) : toast(text);
}
