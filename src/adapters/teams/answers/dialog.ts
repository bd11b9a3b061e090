import type { Renderer } from '../cards/drawing';
import type { Card, Drawn, ReaderOf } from '../cards/shown';
import { attached } from '../cards/rendered-activity';
import type { Drawable } from './answer';
import type { InvokeAnswer } from './invoke-answer';
import { drawn, pageOf } from './table';

const page = (title: string, card: Card, height: 'medium' | 'large'): InvokeAnswer => ({
  status: 200,
  body: { task: { type: 'continue', value: { title, height, width: 'medium', card: attached(card) } } },
});

/** A sentence in the dialog; it ends it. */
export const dialogSentence = (text: string): InvokeAnswer => ({
  status: 200,
  body: { task: { type: 'message', value: text } },
});

function respond({ title, text, card }: Drawn, answer: Drawable): InvokeAnswer {
  const shows = pageOf(answer);
  if (shows === 'closed') return { status: 200 };
  return card && shows !== 'sentence' ? page(title, card, shows) : dialogSentence(text);
}

/**
 * The answer to `task/fetch` and `task/submit` ("Dialogs in bots"): a page of the dialog, a sentence that ends it,
 * or an empty body, which closes it.
 */
export const dialogResponse = (renderer: Renderer, answer: Drawable, reader: ReaderOf): InvokeAnswer =>
  respond(drawn(renderer, answer, { surface: 'dialog', reader }), answer);

/** A page that the renderer has not drawn. */
export const dialogPage = (title: string, card: Card): InvokeAnswer => page(title, card, 'medium');
