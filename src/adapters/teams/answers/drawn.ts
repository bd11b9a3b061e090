import type { Card, ReaderOf, Renderer, Surface } from '../cards/shown';
import type { Reply, Typed } from './reply';

/** A reply as it is seen. Without `card` the text is all of it. */
export interface Drawn {
  readonly title: string;
  readonly text: string;
  readonly card?: Card;
}

export type Drawable = Exclude<Reply, Typed>;

const asBase = (renderer: Renderer, reply: Extract<Reply, { kind: 'base' }>, surface: Surface): Drawn => {
  const view = { ...reply.view, audience: 'channel' as const };
  const card = renderer.message({ kind: 'card', view }).attachments?.[0]?.content;
  const details = renderer.details(view, surface);
  return card ? { ...details, card } : details;
};

/** Puts a reply into words and cards for one reader on one surface. */
export function drawn(renderer: Renderer, reply: Drawable, reader: ReaderOf, surface: Surface): Drawn {
  switch (reply.kind) {
    case 'form':
      return renderer.form(reply, surface === 'dialog' ? 'dialog' : 'card');
    case 'contacts':
      return renderer.contacts(reply, surface);
    case 'list':
      return renderer.list(reply, surface);
    case 'several':
      return renderer.found(reply.list, reply.verb, surface);
    case 'details':
      return renderer.details(reply.view, surface);
    case 'more':
      return renderer.more(reply.view, surface);
    case 'base':
      return asBase(renderer, reply, surface);
    case 'help':
      return renderer.help({ ...reply, language: reader.language });
    case 'said':
      return {
        title: renderer.say('outcomes.title', {}, reader.language),
        text: renderer.say(reply.key, reply.params ?? {}, reader.language),
      };
    case 'ended':
      return reply.form === 'bind' && reply.desk
        ? renderer.bound(reply, reader)
        : renderer.outcome(reply, reader, surface);
    default:
      return renderer.outcome(reply, reader, surface);
  }
}
