import { el, icon } from './dom.js';

const SHOWN_MS = 7_000;

/**
 * A short line at the edge of the screen, read out by screen readers. `more(drop)` makes what stands below the line;
 * such a toast stays until it is closed. Returns what takes it away.
 */
export function toast(text, kind = 'plain', more) {
  if (!text) return () => undefined;
  const close = el('button', { type: 'button', class: 'plain', 'aria-label': 'Dismiss' }, icon('close'));
  const node = el('div', { class: `toast ${kind}` }, el('span', {}, text), close);
  const drop = () => node.remove();
  if (more) node.append(more(drop));
  else setTimeout(drop, SHOWN_MS);
  close.addEventListener('click', drop);
  document.getElementById('toasts').append(node);
  return drop;
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
