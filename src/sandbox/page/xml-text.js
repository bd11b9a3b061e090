import { el } from './dom.js';
import { mentionsOf } from './mentions.js';

/** The tags that Teams shows in a message with `textFormat: xml`; of all others only what is in them. */
const SHOWN = ['b', 'strong', 'i', 'em', 'u', 's', 'p', 'br', 'ul', 'ol', 'li', 'pre'];

/** The message's elements, or undefined when the text is not well-formed. Nothing of the parsed text itself is shown. */
export function xmlText(text, { entities, me }) {
  const parsed = new DOMParser().parseFromString(`<text>${text}</text>`, 'application/xml');
  if (parsed.querySelector('parsererror')) return undefined;
  const mention = mentionsOf(entities, me);
  return el('div', { class: 'text' }, el('p', { dir: 'auto' }, ...copied(parsed.documentElement, mention)));
}

const copied = (node, mention) => [...node.childNodes].flatMap((child) => copy(child, mention));

function copy(node, mention) {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  if (node.nodeName === 'at') {
    const written = new XMLSerializer().serializeToString(node);
    return [mention(node.textContent, written, `<at>${node.textContent}</at>`)];
  }
  const children = copied(node, mention);
  return SHOWN.includes(node.nodeName) ? [el(node.nodeName, {}, ...children)] : children;
}
