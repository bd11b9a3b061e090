import { changed, channels, me, state } from './state.js';

const handle = (person) => person.userPrincipalName.split('@')[0];

const slug = (name) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

let arrived = () => undefined;

/** Takes person and place from the address now and whenever it changes. `then` runs after each change. */
export function followHash(then) {
  arrived = then;
  window.addEventListener('hashchange', read);
  read();
}

/** Changes who one is or where; the address keeps it. */
export function goTo(change) {
  const words = addressOf({ me: state.me, place: state.place, referral: undefined, ...change });
  if (location.hash === `#${words}`) read();
  else location.hash = String(words);
}

function addressOf({ me: id, place, referral }) {
  const person = state.people.find((one) => one.id === id);
  const words = new URLSearchParams({ as: handle(person), in: placeWord(place) });
  if (referral) words.set('referral', referral);
  return words;
}

const placeWord = (place) => {
  const channel = state.conversations.find((one) => one.id === place);
  return channel ? slug(channel.name) : place;
};

/** `#partner-center/<referral>`: a card's link to a referral in Partner Center. It does not say who one is. */
const LINK = /^#partner-center\/(.+)$/;

function wordsOfAddress() {
  const [, referral] = LINK.exec(location.hash) ?? [];
  if (referral === undefined) return new URLSearchParams(location.hash.slice(1));
  return new URLSearchParams({ in: 'partner-center', referral: decoded(referral) });
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Follows a link to this very page within it, as the same person. False: it leads elsewhere. */
export function followLink(url) {
  const to = URL.parse(url, location.href);
  if (to?.origin !== location.origin || to.pathname !== location.pathname) return false;
  if (location.hash === to.hash) read();
  else location.hash = to.hash;
  changed('followed');
  return true;
}

function read() {
  const words = wordsOfAddress();
  const named = state.people.find((one) => handle(one) === words.get('as'));
  const person = named ?? me() ?? state.people[0];
  if (!person) return;
  state.me = person.id;
  const seen = channels(person);
  const channel = seen.find((one) => slug(one.name) === words.get('in'));
  const other = ['chat', 'partner-center'].find((one) => one === words.get('in'));
  state.place = channel?.id ?? other ?? seen[0]?.id ?? 'chat';
  state.referral = words.get('referral') ?? undefined;
  if (LINK.test(location.hash)) history.replaceState(null, '', `#${addressOf(state)}`);
  changed('place', 'people', 'activities');
  arrived();
}
