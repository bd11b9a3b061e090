import { renderCard } from './card.js';
import { el } from './dom.js';

const WIDTHS = ['full', 'phone'];
const THEMES = ['light', 'dark'];

const root = document.getElementById('cards');
const nobody = { me: undefined, press: async () => undefined };

/** `?card=accepted`: those alone whose name begins so. */
const wanted = new URLSearchParams(location.search).get('card') ?? '';

const response = await fetch('/sandbox/cards.json');
const cards = (await response.json()).filter(({ name }) => name.startsWith(wanted));
for (const { name, title, card } of cards) {
  const shown = WIDTHS.flatMap((width) => THEMES.map((theme) => oneOf(card, width, theme)));
  root.append(
    el(
      'section',
      { 'data-card': name },
      el('h2', {}, title ? `${name} – "${title}"` : name),
      el('div', { class: 'widths' }, ...shown),
    ),
  );
}
for (const box of root.querySelectorAll('.shown')) {
  const height = Math.round(box.querySelector('.card').getBoundingClientRect().height);
  box.append(el('p', { class: 'size' }, `${height} px`));
}
root.dataset.ready = 'yes';

function oneOf(card, width, theme) {
  return el(
    'div',
    { class: `shown ${width} ${theme}`, 'data-width': width, 'data-theme': theme },
    el('div', { class: 'card' }, renderCard(card, nobody)),
  );
}
