import { el } from './dom.js';
import { keep } from './kept.js';

const THEMES = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** Three buttons: a theme of one's own, or the system's. Cards follow at once: their colors are the page's. */
export function setUpTheme(root) {
  const buttons = THEMES.map(([theme, words]) =>
    el('button', { type: 'button', class: 'step', onclick: () => choose(theme) }, words),
  );
  const draw = () => {
    const chosen = document.documentElement.dataset.theme ?? 'system';
    THEMES.forEach(([theme], at) => buttons[at].setAttribute('aria-pressed', String(theme === chosen)));
  };
  const choose = (theme) => {
    const own = theme === 'system' ? undefined : theme;
    if (own === undefined) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = own;
    keep('theme', own);
    draw();
  };
  draw();
  root.append(...buttons);
}
