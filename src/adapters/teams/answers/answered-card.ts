import type { InvokeResponse } from 'botbuilder';
import type { ReaderOf, Renderer } from '../cards/shown';
import { drawn, type Drawable } from './drawn';

const answered = (type: string, value: unknown): InvokeResponse => ({
  status: 200,
  body: { statusCode: 200, type, value },
});

/** A toast: the card stays as it is, with what was written in it. */
export const toast = (text: string): InvokeResponse =>
  answered('application/vnd.microsoft.activity.message', text);

/** The answer to an Action.Execute (Microsoft Learn, "Universal Actions for Adaptive Cards"): a card for this client alone, or a toast. */
export function cardResponse(renderer: Renderer, reply: Drawable, reader: ReaderOf): InvokeResponse {
  const { text, card } = drawn(renderer, reply, reader, 'card');
  return card ? answered('application/vnd.microsoft.card.adaptive', card) : toast(text);
}
