const SVG = 'http://www.w3.org/2000/svg';

/** An element built by code alone: text never becomes markup. `on…` are listeners, the rest attributes. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...children.flat().filter((child) => child != null && child !== false));
  return node;
}

function setProp(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
  else if (name === 'value') node.value = value;
  else node.setAttribute(name, value === true ? '' : value);
}

/** One of icons.svg, decoration only. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `/page/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

const marks = new WeakMap();

/**
 * Makes the children of `parent` those of `entries` ({key, mark, build, update}) and leaves alone what has not
 * changed, so that half-filled inputs, scroll and focus stay. A changed `mark` builds anew, `update` runs always.
 */
export function keepChildren(parent, entries) {
  const focused = document.activeElement;
  const there = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  const wanted = entries.map((entry) => keptOrBuilt(entry, there.get(entry.key)));
  const replaced = [...parent.children].find((node) => !wanted.includes(node) && node.contains(focused));
  const successor = replaced && wanted.find((node) => node.dataset.key === replaced.dataset.key);
  for (const node of [...parent.children]) if (!wanted.includes(node)) node.remove();
  wanted.forEach((node, at) => {
    if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] ?? null);
  });
  if (successor) focusLike(successor, focused);
  else if (focused !== document.activeElement && parent.contains(focused))
    focused.focus({ preventScroll: true });
}

function keptOrBuilt(entry, old) {
  const kept = old && marks.get(old) === entry.mark;
  const node = kept ? old : entry.build();
  node.dataset.key = entry.key;
  marks.set(node, entry.mark);
  entry.update?.(node);
  return node;
}

/** The control that stands where the focused one stood, else the new element itself. */
function focusLike(node, focused) {
  const name = focused.textContent.trim();
  const same = [...node.querySelectorAll('button, [role="button"]')].find(
    (one) => one.textContent.trim() === name,
  );
  if (!same) node.setAttribute('tabindex', '-1');
  (same ?? node).focus({ preventScroll: true });
}
