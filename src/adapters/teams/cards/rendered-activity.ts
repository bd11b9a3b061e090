import { createHash } from 'node:crypto';
import type { Card, MentionEntity, RenderedActivity } from './shown';

/** Microsoft's content type of an Adaptive Card in a message. */
const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

const withFingerprint = (activity: Omit<RenderedActivity, 'fingerprint'>): RenderedActivity => ({
  ...activity,
  fingerprint: createHash('sha256').update(JSON.stringify(activity)).digest('base64url'),
});

/** `summary`: what the notification and the chat list show of it. */
/** A card as it is attached to a message or a dialog. */
export const attached = (content: Card) => ({ contentType: ADAPTIVE_CARD, content });

export const cardMessage = (content: Card, summary: string): RenderedActivity =>
  withFingerprint({ summary, attachments: [attached(content)] });

/** `text` is XML already: what came from outside has been escaped. */
export const textMessage = (
  text: string,
  entities: readonly MentionEntity[],
  summary: string,
): RenderedActivity =>
  withFingerprint({ text, textFormat: 'xml', summary, ...(entities.length > 0 ? { entities } : {}) });
