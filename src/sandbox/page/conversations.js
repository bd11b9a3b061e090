import { api } from './api.js';
import { changed, shownConversation, state } from './state.js';

/** The newest activity that somebody has looked at, by conversation. */
const seen = new Map();

const newest = (list) => list.reduce((latest, one) => Math.max(latest, Number(one.id)), 0);

/** Reads a conversation anew, as its reader sees it; counts what is new when it is not on the screen. */
export async function refreshConversation(id) {
  const conversation = state.conversations.find((one) => one.id === id);
  if (conversation === undefined) return;
  const reader = conversation.person ?? state.me;
  if (reader === undefined) return;
  const list = await api.activities(id, reader);
  // Meanwhile the page may have become somebody else's.
  if (conversation.person === undefined && reader !== state.me) return;
  state.activities.set(id, list);
  if (shownConversation()?.id === id) markSeen(id);
  else if (!seen.has(id)) seen.set(id, newest(list));
  else countNew(id, list, reader);
  changed('activities', 'unread');
}

function countNew(id, list, reader) {
  const since = seen.get(id);
  state.unread.set(id, list.filter((one) => Number(one.id) > since && one.from.id !== reader).length);
}

/** What is on the screen has been read. */
export function markSeen(id) {
  if (id === undefined) return;
  seen.set(id, newest(state.activities.get(id) ?? []));
  if (state.unread.delete(id)) changed('unread');
}

/** The list of conversations, and all of them. A conversation that appears later is new as a whole. */
export async function refreshConversations({ first = false } = {}) {
  const before = new Set(state.conversations.map((one) => one.id));
  state.conversations = await api.conversations();
  changed('conversations');
  for (const { id } of state.conversations) if (!first && !before.has(id)) seen.set(id, 0);
  await Promise.all(state.conversations.map(({ id }) => refreshConversation(id)));
}
