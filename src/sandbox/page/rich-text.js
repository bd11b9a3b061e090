import { el } from './dom.js';

const NOT_IN_TEAMS = ['heading', 'lheading', 'table', 'code', 'fence', 'blockquote', 'hr', 'reference'];
const NOT_INLINE = ['image', 'backticks', 'autolink', 'strikethrough'];

/** The part of markdown that Teams shows in cards and bot messages: bold, italic, lists, links. No HTML. */
const markdown = globalThis.markdownit({ html: false, linkify: false }).disable([...NOT_IN_TEAMS, ...NOT_INLINE]);

/** For the adaptivecards package, which takes markup: markdown-it escapes all that is not its own. */
export const markdownToHtml = (text) => markdown.render(text);

/** A message's text as elements. `format`: 'plain' or markdown. */
export function richText(text, { format, entities, me }) {
  const node = el('div', { class: 'text' });
  if (format === 'plain') node.append(...text.split('\n').map((line) => el('p', {}, line)));
  else node.append(...elementsOf(markdown.parse(text, {})));
  showMentions([node], entities, me);
  return node;
}

const BLOCKS = { paragraph: 'p', bullet_list: 'ul', ordered_list: 'ol', list_item: 'li', strong: 'strong', em: 'em' };

/** The elements of a token stream: each opening token begins one, each closing token ends it. */
function elementsOf(tokens) {
  const root = el('div');
  const open = [root];
  for (const token of tokens) {
    const top = open.at(-1);
    if (token.type === 'inline') top.append(...elementsOf(token.children));
    else if (token.nesting === 1) {
      const node = opened(token);
      top.append(node);
      open.push(node);
    } else if (token.nesting === -1) open.pop();
    else if (token.type === 'softbreak') top.append(' ');
    else if (token.type === 'hardbreak') top.append(el('br'));
    else top.append(token.content);
  }
  return [...root.childNodes];
}

function opened(token) {
  if (token.type === 'link_open') return outerLink(el('a', { href: token.attrGet('href') }));
  return el(BLOCKS[token.type.replace(/_open$/, '')] ?? 'span');
}

/** A link that leaves the page alone. */
export function outerLink(anchor) {
  anchor.setAttribute('target', '_blank');
  anchor.setAttribute('rel', 'noopener noreferrer');
  return anchor;
}

const MENTION = /<at>(.*?)<\/at>/g;

/** Turns `<at>…</at>` in the texts below `roots` into chips; without an entity of that text into the bare name. */
export function showMentions(roots, entities, me) {
  const known = new Map((entities ?? []).filter((one) => one?.type === 'mention').map((one) => [one.text, one]));
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.includes('<at>')) texts.push(walker.currentNode);
    for (const text of texts) text.replaceWith(...withMentions(text.data, known, me));
  }
}

function withMentions(text, known, me) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(MENTION)) {
    parts.push(text.slice(from, match.index));
    const mentioned = known.get(match[0])?.mentioned;
    parts.push(mentioned ? mentionChip(match[1], isMe(mentioned, me)) : match[1]);
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '');
}

const isMe = (mentioned, me) =>
  me !== undefined && [me.id, me.aadObjectId, me.userPrincipalName].includes(mentioned.id);

const mentionChip = (name, mine) => el('span', { class: mine ? 'mention mine' : 'mention' }, name);
