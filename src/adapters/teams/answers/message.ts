import type { Renderer } from '../cards/drawing';
import type { RenderedActivity } from '../cards/shown';
import type { Drawable } from './answer';
import type { Showing } from './kind';
import { drawn } from './table';

/** An answer as a message in a chat or a thread. */
export function messageOf(
  renderer: Renderer,
  answer: Drawable,
  showing: Omit<Showing, 'surface'>,
): RenderedActivity {
  // A message replaces no card: it need not be drawn again.
  const shown = answer.kind === 'base' ? { kind: 'cancelled' as const } : answer;
  return renderer.activity(drawn(renderer, shown, { ...showing, surface: 'message' }));
}
