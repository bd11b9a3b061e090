import { CardFactory, type InvokeResponse, type TaskModuleResponse } from 'botbuilder';
import type { Card, ReaderOf, Renderer } from '../cards/shown';
import { drawn, type Drawable, type Drawn } from './drawn';

const page = (shown: Drawn & { readonly card: Card }, height: 'medium' | 'large'): TaskModuleResponse => ({
  task: {
    type: 'continue',
    value: { title: shown.title, height, width: 'medium', card: CardFactory.adaptiveCard(shown.card) },
  },
});

const sentence = (text: string): TaskModuleResponse => ({ task: { type: 'message', value: text } });

/** A form that has ended well needs no page: its outcome is said in a sentence. */
const ENDED_WELL: ReadonlySet<string> = new Set([
  'accepted',
  'declined',
  'called',
  'created',
  'updated',
  'unchanged',
]);

function body(shown: Drawn, reply: Drawable): TaskModuleResponse | undefined {
  if (reply.kind === 'cancelled' || reply.kind === 'base') return undefined;
  const short = reply.kind === 'ended' && ENDED_WELL.has(reply.outcome.kind);
  if (!shown.card || short) return sentence(shown.text);
  const height = reply.kind === 'form' && reply.form.fields.length <= 2 ? 'medium' : 'large';
  return page({ ...shown, card: shown.card }, height);
}

/**
 * The answer to `task/fetch` and `task/submit` ("Dialogs in bots"): a page of the dialog, a sentence that ends it,
 * or an empty body, which closes it.
 */
export function dialogResponse(renderer: Renderer, reply: Drawable, reader: ReaderOf): InvokeResponse {
  const answer = body(drawn(renderer, reply, reader, 'dialog'), reply);
  return answer ? { status: 200, body: answer } : { status: 200 };
}

/** A sentence in the dialog; it ends it. */
export const dialogSentence = (text: string): InvokeResponse => ({ status: 200, body: sentence(text) });

/** A page that the renderer has not drawn. */
export const dialogPage = (title: string, card: Card): InvokeResponse => ({
  status: 200,
  body: page({ title, text: '', card }, 'medium'),
});
