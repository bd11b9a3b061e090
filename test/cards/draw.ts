import { ask as askOf, summary as summaryOf } from '../../src/adapters/teams/answers/typed-form';
import type { Drawable } from '../../src/adapters/teams/answers/answer';
import { drawn } from '../../src/adapters/teams/answers/table';
import type { Renderer } from '../../src/adapters/teams/cards/drawing';
import type { Way } from '../../src/adapters/teams/cards/make-button';
import type { DrawnCard, ReaderOf, Surface } from '../../src/adapters/teams/cards/shown';

const READER: ReaderOf = { language: 'en', zone: 'Europe/Berlin' };

/** An answer as a person sees it on a surface. */
export function draw(
  renderer: Renderer,
  answer: Drawable,
  surface: Surface,
  { reader = READER, here, back }: { reader?: ReaderOf; here?: Way; back?: Way } = {},
): DrawnCard {
  const shown = drawn(renderer, answer, { surface, reader, ...(here && { here }) }, back);
  if (!shown.card) throw new Error('the answer is a sentence without a card');
  return { ...shown, card: shown.card };
}

export { askOf as ask, summaryOf as summary };
