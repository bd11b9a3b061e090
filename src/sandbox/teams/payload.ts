import { ADAPTIVE_CARD, isObject } from './activity';

/** About 100 KB counted as UTF-16 (Microsoft: "Format your bot messages"): twice the length of the JSON. */
const MAX_BYTES = 102_400;

const TEXT_KEYS = new Set([
  'text',
  'title',
  'label',
  'placeholder',
  'altText',
  'errorMessage',
  'url',
  'value',
]);
/** What is not drawn: a button's data and the card's own baggage may hold any JSON. */
const OPAQUE_KEYS = new Set(['data', 'msteams', 'metadata', 'resources']);

export const isTooBig = (activity: unknown): boolean => JSON.stringify(activity).length * 2 > MAX_BYTES;

/** Why Teams would not take this activity (400), or undefined. */
export function payloadProblem(activity: unknown): string | undefined {
  if (!isObject(activity)) return 'Activity is not an object';
  if (typeof activity.type !== 'string' || activity.type === '') return 'Activity.type is missing';
  const attachments = activity.attachments ?? [];
  if (!Array.isArray(attachments)) return 'Activity.attachments is not an array';
  for (const attachment of attachments as unknown[]) {
    if (!isObject(attachment) || typeof attachment.contentType !== 'string') {
      return 'Attachment.contentType is missing';
    }
    const problem = attachment.contentType === ADAPTIVE_CARD ? cardProblem(attachment.content) : undefined;
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Why a client could not draw this Adaptive Card, or undefined. */
export function cardProblem(card: unknown): string | undefined {
  if (!isObject(card)) return 'The content of an Adaptive Card is not an object';
  if (card.type !== 'AdaptiveCard') return 'The type of an Adaptive Card is not AdaptiveCard';
  return badText(card, '');
}

function badText(value: unknown, path: string): string | undefined {
  if (Array.isArray(value))
    return firstProblem(
      value.map((item, at) => [String(at), item] as const),
      path,
    );
  if (!isObject(value)) return undefined;
  for (const key of TEXT_KEYS) {
    if (value[key] === null) return `Card: ${path}/${key} is null`;
  }
  for (const key of ['text', 'title', 'label', 'altText']) {
    const text = value[key];
    if (text !== undefined && typeof text !== 'string') return `Card: ${path}/${key} is not text`;
  }
  return firstProblem(
    Object.entries(value).filter(([key]) => !OPAQUE_KEYS.has(key)),
    path,
  );
}

function firstProblem(entries: readonly (readonly [string, unknown])[], path: string): string | undefined {
  for (const [key, value] of entries) {
    const problem = badText(value, `${path}/${key}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
