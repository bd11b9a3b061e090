import { changed } from './state.js';

let sought;

/** The message with this id is scrolled to when its conversation is drawn next. */
export function seekMessage(id) {
  sought = id;
  changed('activities');
}

/** Scrolls to the message that is sought, if it is there. Returns whether it was. */
export function showSought(list) {
  const node = sought && list.querySelector(`[data-key="m${sought}"]`);
  if (!node) return false;
  sought = undefined;
  node.scrollIntoView({ block: 'center' });
  node.setAttribute('tabindex', '-1');
  node.focus({ preventScroll: true });
  return true;
}
