import { el } from './dom.js';

const MENTION = /<at>(.*?)<\/at>/g;

/** Which mentions a message really has: `<at>…</at>` without an entity of that very text is none. */
export function mentionsOf(entities, me) {
  const known = new Map(
    (entities ?? []).filter((one) => one?.type === 'mention').map((one) => [one.text, one.mentioned]),
  );
  /** A chip, or the bare name. `texts`: how the entity may have written it. */
  return (name, ...texts) => {
    const mentioned = texts.map((text) => known.get(text)).find((one) => one !== undefined);
    if (mentioned === undefined) return document.createTextNode(name);
    return el('span', { class: isMe(mentioned, me) ? 'mention mine' : 'mention' }, name);
  };
}

const isMe = (mentioned, me) =>
  me !== undefined && [me.id, me.aadObjectId, me.userPrincipalName].includes(mentioned.id);

/** Turns `<at>…</at>` in the texts below `roots` into chips. */
export function showMentions(roots, entities, me) {
  const mention = mentionsOf(entities, me);
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.includes('<at>')) texts.push(walker.currentNode);
    for (const text of texts) text.replaceWith(...withMentions(text.data, mention));
  }
}

function withMentions(text, mention) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(MENTION)) {
    parts.push(text.slice(from, match.index), mention(match[1], match[0]));
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '');
}
