import { el } from './dom.js';

/** What the package writes on the button that opens the menu. */
const DOTS = '...';

/** Names the buttons behind which the secondary actions are, as Teams does. */
export function nameOverflow(card) {
  for (const button of card.querySelectorAll('.ac-pushButton')) {
    if (button.textContent !== DOTS) continue;
    button.textContent = '…';
    button.setAttribute('aria-label', 'More options');
    button.setAttribute('aria-haspopup', 'menu');
  }
}

/** Shows secondary actions below their button: beside it in the page, so that it works in a modal dialog, too. */
export function openOverflow(actions, target) {
  const items = actions.map((action) =>
    el(
      'button',
      { type: 'button', role: 'menuitem', class: 'plain', onclick: () => choose(action) },
      action.title,
    ),
  );
  const menu = el('div', { popover: 'auto', role: 'menu', class: 'overflow-menu' }, ...items);
  const choose = (action) => {
    menu.hidePopover();
    target.focus();
    action.execute();
  };
  menu.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = items.indexOf(document.activeElement) + step;
    items[(at + items.length) % items.length].focus();
  });
  menu.addEventListener('toggle', ({ newState }) => newState === 'closed' && menu.remove());
  target.after(menu);
  menu.showPopover();
  place(menu, target.getBoundingClientRect());
  items[0]?.focus();
  return true;
}

/** Below the button, above it where there is no room below; never out of sight. */
function place(menu, button) {
  const { width, height } = menu.getBoundingClientRect();
  const below = button.bottom + 4;
  const top = below + height > innerHeight ? button.top - height - 4 : below;
  menu.style.top = `${Math.max(4, top)}px`;
  menu.style.left = `${Math.max(4, Math.min(button.left, innerWidth - width - 4))}px`;
}
