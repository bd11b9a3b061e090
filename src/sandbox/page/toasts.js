import { el, icon } from './dom.js';

const SHOWN_MS = 7_000;

/** A short line at the edge of the screen, read out by screen readers. */
export function toast(text, kind = 'plain') {
  if (!text) return;
  const close = el('button', { type: 'button', class: 'plain', 'aria-label': 'Dismiss' }, icon('close'));
  const node = el('div', { class: `toast ${kind}` }, el('span', {}, text), close);
  close.addEventListener('click', () => node.remove());
  document.getElementById('toasts').append(node);
  setTimeout(() => node.remove(), SHOWN_MS);
}

/** Runs what a button asks for; a refusal becomes a toast. Resolves with undefined then. */
export async function orToast(work) {
  try {
    return await work();
  } catch (error) {
    toast(error instanceof Error ? error.message : 'That did not work.', 'bad');
    return undefined;
  }
}
