/** The first words of a message as plain text: its text, or the first text of its card. */
export function messageWords({ text, summary, attachments }) {
  const words = text || summary || firstText(attachments.map((one) => one.content)) || '';
  return plain(words);
}

/** Mentions, tags and the marks of markdown are gone; what is escaped is there. */
function plain(text) {
  const { body } = new DOMParser().parseFromString(text, 'text/html');
  for (const mention of body.querySelectorAll('at')) mention.remove();
  return body.textContent
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\\(.)/g, '$1')
    .replaceAll(/\*\*|__/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function firstText(part) {
  if (Array.isArray(part)) return part.map(firstText).find((one) => one !== undefined);
  if (typeof part !== 'object' || part === null) return undefined;
  if (part.type === 'TextBlock' && part.text) return part.text;
  return firstText([part.body, part.items, part.columns].filter(Boolean));
}
