import { changed, channels, state } from './state.js';

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
  const next = { me: state.me, place: state.place, referral: undefined, ...change };
  const person = state.people.find((one) => one.id === next.me);
  const words = new URLSearchParams({ as: handle(person), in: placeWord(next.place) });
  if (next.referral) words.set('referral', next.referral);
  if (location.hash === `#${words}`) read();
  else location.hash = String(words);
}

const placeWord = (place) => {
  const channel = state.conversations.find((one) => one.id === place);
  return channel ? slug(channel.name) : place;
};

function read() {
  const words = new URLSearchParams(location.hash.slice(1));
  const person = state.people.find((one) => handle(one) === words.get('as')) ?? state.people[0];
  if (!person) return;
  state.me = person.id;
  const seen = channels(person);
  const named = seen.find((one) => slug(one.name) === words.get('in'));
  const other = ['chat', 'partner-center'].find((one) => one === words.get('in'));
  state.place = named?.id ?? other ?? seen[0]?.id ?? 'chat';
  state.referral = words.get('referral') ?? undefined;
  changed('place', 'people', 'activities');
  arrived();
}
