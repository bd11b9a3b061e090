import type { Activity } from 'botbuilder';
import type { RenderedActivity } from '../cards/shown';

/** What the SDK sends of a rendered message. */
export function toActivity(rendered: RenderedActivity): Partial<Activity> {
  const { fingerprint: _, attachments, entities, ...words } = rendered;
  return {
    type: 'message',
    ...words,
    ...(attachments && { attachments: attachments.map((attachment) => ({ ...attachment })) }),
    ...(entities && { entities: entities.map((entity) => ({ ...entity })) }),
  };
}
