import type { Activity } from 'botbuilder';
import type { RenderedActivity } from '../cards/shown';

/** What the SDK sends of a rendered message. */
export function toActivity(rendered: RenderedActivity): Partial<Activity> {
  const { fingerprint: _, attachments, files, entities, ...words } = rendered;
  return {
    type: 'message',
    ...words,
    ...(attachments && { attachments: attachments.map((attachment) => ({ ...attachment })) }),
    ...(files && { attachments: files.map((file) => ({ ...file })) }),
    ...(entities && { entities: entities.map((entity) => ({ ...entity })) }),
  };
}
