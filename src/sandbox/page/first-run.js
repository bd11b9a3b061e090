import { writeInto } from './composer.js';
import { el, icon } from './dom.js';
import { goTo } from './hash.js';
import { channels } from './state.js';

/** The strip for the first visit: four things to try, each a button that leads there. */
export function setUpFirstRun(root) {
  const steps = [
    ['Accept the referral in the channel', () => goTo({ place: channels()[0]?.id ?? 'chat' })],
    ['See it in Partner Center', () => goTo({ place: 'partner-center' })],
    ['Move the clock', () => document.querySelector('.clock .steps button')?.focus()],
    ['Type “my active deals”', () => typeInChat('my active deals')],
  ];
  const items = steps.map(([words, onclick], at) =>
    el(
      'li',
      {},
      el(
        'button',
        { type: 'button', onclick },
        el('span', { class: 'number', 'aria-hidden': 'true' }, String(at + 1)),
        words,
      ),
    ),
  );
  const dismiss = () => {
    root.hidden = true;
    document.getElementById('content').focus();
  };
  const close = el(
    'button',
    { type: 'button', class: 'plain', 'aria-label': 'Dismiss these hints', onclick: dismiss },
    icon('close'),
  );
  root.append(el('b', {}, 'Try'), el('ol', {}, ...items), close);
  root.hidden = false;
}

function typeInChat(text) {
  goTo({ place: 'chat' });
  // The address changes first, then the chat is drawn.
  setTimeout(() => writeInto(document.querySelector('#content > .composer'), text), 50);
}
