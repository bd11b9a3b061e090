const PREFIX = 'referral-desk.';

/** What this browser keeps of the page's own matters; undefined where there is nothing, or no storage. */
export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** `undefined` forgets it. Without storage it lasts as long as the page. */
export function keep(name, value) {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Private windows may forbid it.
  }
}
