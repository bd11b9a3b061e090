/** All that the page knows; nothing of it is kept beyond the tab. */
export const state = {
  people: [],
  conversations: [],
  /** Activities by conversation id, as the person who reads it sees them. */
  activities: new Map(),
  /** How many are new, by conversation id. */
  unread: new Map(),
  /** Teams id of the person to be. */
  me: undefined,
  /** A channel's id, 'chat' or 'partner-center'. */
  place: undefined,
  /** The id of the referral that is chosen in Partner Center. */
  referral: undefined,
  /** The newest of Partner Center's; undefined until they are read. */
  referrals: undefined,
  /** The chosen one when it is not among the newest; null: Partner Center does not know it. */
  older: undefined,
  referralsTotal: 0,
  referralsNews: false,
  faults: [],
  /** What each person's own sign-in may do in Partner Center. */
  rights: [],
  /** Business minus browser time in ms; undefined until known. */
  offset: undefined,
  moving: undefined,
  connected: true,
};

const listeners = new Map();
const pending = new Set();

/** Calls `draw` once per frame after any of the named things changed. */
export function onChange(names, draw) {
  for (const name of names) listeners.set(name, [...(listeners.get(name) ?? []), draw]);
}

export function changed(...names) {
  if (pending.size === 0) queueMicrotask(drawPending);
  for (const name of names) pending.add(name);
}

function drawPending() {
  const draws = new Set([...pending].flatMap((name) => listeners.get(name) ?? []));
  pending.clear();
  for (const draw of draws) draw();
}

export const me = () => state.people.find((one) => one.id === state.me);

export const chatOf = (person) => state.conversations.find((one) => one.person === person);

/** The conversation that is shown; undefined in Partner Center, and for a chat that nobody has opened. */
export function shownConversation() {
  return state.place === 'chat'
    ? chatOf(state.me)
    : state.conversations.find((one) => one.type === 'channel' && one.id === state.place);
}

/** The channels that a person sees, the desk's before General. */
export function channels(person = me()) {
  if (!person?.inTeam) return [];
  const all = state.conversations.filter((one) => one.type === 'channel');
  return [...all].sort((a, b) => Number(a.name === 'General') - Number(b.name === 'General'));
}
