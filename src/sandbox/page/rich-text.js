import { el } from './dom.js';
import { followLink } from './hash.js';
import { showMentions } from './mentions.js';
import { xmlText } from './xml-text.js';

const NOT_IN_TEAMS = ['heading', 'lheading', 'table', 'code', 'fence', 'blockquote', 'hr', 'reference'];
const NOT_INLINE = ['image', 'backticks', 'autolink', 'strikethrough'];

/** The part of markdown that Teams shows in cards and bot messages: bold, italic, lists, links. No HTML. */
const markdown = globalThis
  .markdownit({ html: false, linkify: false })
  .disable([...NOT_IN_TEAMS, ...NOT_INLINE]);

/** For the adaptivecards package, which takes markup: markdown-it escapes all that is not its own. */
export const markdownToHtml = (text) => markdown.render(text);

/** A message's text as elements. `format` as Bot Framework names it: plain, xml or markdown. */
export function richText(text, { format, entities, me }) {
  const xml = format === 'xml' ? xmlText(text, { entities, me }) : undefined;
  if (xml !== undefined) return xml;
  const node = el('div', { class: 'text' });
  if (format === 'markdown') node.append(...elementsOf(markdown.parse(text, {})));
  else node.append(...text.split('\n').map((line) => el('p', { dir: 'auto' }, line)));
  showMentions([node], entities, me);
  return node;
}

const BLOCKS = {
  paragraph: 'p',
  bullet_list: 'ul',
  ordered_list: 'ol',
  list_item: 'li',
  strong: 'strong',
  em: 'em',
};

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
  const tag = BLOCKS[token.type.replace(/_open$/, '')] ?? 'span';
  return el(tag, tag === 'p' || tag === 'li' ? { dir: 'auto' } : {});
}

/** A link that leaves the page alone; one to the page's own Partner Center stays in it. */
export function outerLink(anchor) {
  anchor.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && followLink(anchor.href)) event.preventDefault();
  });
  anchor.setAttribute('target', '_blank');
  anchor.setAttribute('rel', 'noopener noreferrer');
  return anchor;
}
