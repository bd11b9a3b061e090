import { ActivityTypes, type Activity } from 'botbuilder';
import type { ReaderOf, RenderedActivity, Renderer } from '../cards/shown';
import { drawn, type Drawable } from './drawn';

/** What the SDK sends of a rendered message. */
export function toActivity(rendered: RenderedActivity): Partial<Activity> {
  const { fingerprint: _fingerprint, attachments, entities, ...words } = rendered;
  return {
    type: ActivityTypes.Message,
    ...words,
    ...(attachments && { attachments: attachments.map((attachment) => ({ ...attachment })) }),
    ...(entities && { entities: entities.map((entity) => ({ ...entity })) }),
  };
}

/** A reply as a message in a chat or a thread. */
export function messageOf(renderer: Renderer, reply: Drawable, reader: ReaderOf): RenderedActivity {
  // A message replaces no card: it need not be drawn again.
  const shown = reply.kind === 'base' ? { kind: 'cancelled' as const } : reply;
  const { title, text, card } = drawn(renderer, shown, reader, 'message');
  return renderer.activity(card ? { title, text, card } : text);
}
