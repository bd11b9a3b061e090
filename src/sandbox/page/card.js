import { followLink } from './hash.js';
import { hostConfig } from './host-config.js';
import { el } from './dom.js';
import { showMentions } from './mentions.js';
import { nameOverflow, openOverflow } from './overflow-menu.js';
import { markdownToHtml, outerLink } from './rich-text.js';
import { searched, searchIn } from './search.js';

const { AdaptiveCard } = globalThis.AdaptiveCards;

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

/**
 * A card as an element. `press({action, inputs})` gets what was pressed once the client finds the inputs valid, and
 * resolves when its answer is shown; until then the card takes no other press. `search(dataset, text)`: what the bot finds.
 */
export function renderCard(content, { me, press, search }) {
  const { card: shown, datasets } = searched(content);
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.onDisplayOverflowActionMenu = openOverflow;
  card.parse(shown);
  const node = card.render() ?? el('p', {}, 'This card cannot be shown.');
  if (search) searchIn(card, datasets, search);
  card.onExecuteAction = (action) => void once(node, () => execute(card, action, press));
  for (const anchor of node.querySelectorAll('a')) outerLink(anchor);
  for (const text of node.querySelectorAll(TEXTS)) text.setAttribute('dir', 'auto');
  parted(node);
  nameOverflow(node);
  showMentions(node.querySelectorAll('.ac-textBlock, .ac-factset'), content?.msteams?.entities, me);
  return node;
}

/** Each reads in its own direction, whatever the card's. */
const TEXTS =
  '.ac-textBlock:not(:has(p)), .ac-textBlock p, .ac-textBlock li, .ac-richTextBlock, .ac-factset td, input:not([type]), ' +
  'input[type="text"], textarea, .ac-pushButton, label';

let cards = 0;

/** The package names radio buttons by their input alone, so that two cards with the same form would share one choice. */
function parted(node) {
  cards += 1;
  for (const radio of node.querySelectorAll('input[type="radio"]')) radio.name = `${cards}.${radio.name}`;
}

async function once(node, work) {
  if (node.getAttribute('aria-busy') === 'true') return;
  node.setAttribute('aria-busy', 'true');
  try {
    await work();
  } finally {
    node.removeAttribute('aria-busy');
  }
}

async function execute(card, action, press) {
  if (action.getJsonTypeName() === 'Action.OpenUrl') {
    openOutside(action.url);
    return;
  }
  const { type, id, verb, data } = action.toJSON();
  await press({ action: { type, id, verb, data }, inputs: inputsOf(card, action) });
}

/** The inputs that went into the action's data: the client decides which (associatedInputs, ShowCard). */
function inputsOf(card, action) {
  const sent = action.data;
  if (typeof sent !== 'object' || sent === null) return {};
  const ids = card.getAllInputs(true).map((input) => input.id);
  return Object.fromEntries(ids.filter((id) => id && id in sent).map((id) => [id, sent[id]]));
}

/** In a tab of its own; what this page itself has (its Partner Center) is shown here. */
export function openOutside(url) {
  if (typeof url !== 'string' || followLink(url)) return;
  if (/^(https?:|mailto:|tel:)/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
}
