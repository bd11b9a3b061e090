import { avatar } from './avatar.js';
import { el, icon, keepChildren } from './dom.js';
import { goTo } from './hash.js';
import { channels, chatOf, me, state } from './state.js';

const ROLES = { seller: 'Seller', manager: 'Manager', admin: 'Admin', colleague: 'Not in the team' };

const unreadIn = (id) => (id === undefined ? 0 : (state.unread.get(id) ?? 0));

const count = (number, words) =>
  number > 0 &&
  el(
    'span',
    { class: 'count' },
    number > 9 ? '9+' : String(number),
    el('span', { class: 'hidden' }, ` ${words}`),
  );

/** Who one can be; the dot tells of news in their personal chat. */
export function drawPeople(list) {
  keepChildren(
    list,
    state.people.map((person) => {
      const current = person.id === state.me;
      const news = current ? 0 : unreadIn(chatOf(person.id)?.id);
      const mark = JSON.stringify([person, current, news]);
      return { key: person.id, mark, build: () => el('li', {}, personButton(person, current, news)) };
    }),
  );
}

function personButton(person, current, news) {
  const role = person.blocked ? `${ROLES[person.role]} · has blocked the app` : ROLES[person.role];
  return el(
    'button',
    {
      type: 'button',
      class: 'person',
      'aria-current': current ? 'true' : undefined,
      onclick: () => goTo({ me: person.id }),
    },
    avatar(person),
    el('span', { class: 'two' }, el('b', {}, person.name), el('small', {}, role ?? person.role)),
    count(news, 'new in their chat'),
  );
}

/** The places of the person that one is: for the side and, shorter, for the bar of a phone. */
export function placesOf() {
  const chat = {
    id: 'chat',
    name: 'Chat',
    full: 'Chat with Referral Desk',
    sign: 'chat',
    news: unreadIn(chatOf(state.me)?.id),
  };
  const center = {
    id: 'partner-center',
    name: 'Partner Center',
    full: 'Partner Center',
    sign: 'cloud',
    news: 0,
    dot: state.referralsNews,
  };
  const seen = channels().map(({ id, name }) => ({
    id,
    name,
    full: name,
    sign: 'channel',
    news: unreadIn(id),
  }));
  return [...seen, chat, center];
}

export function drawPlaces(list, { short }) {
  const places = placesOf();
  keepChildren(
    list,
    places.map((place) => {
      const current = place.id === state.place;
      const mark = JSON.stringify([place, current]);
      return { key: place.id, mark, build: () => el('li', {}, placeButton(place, current, short)) };
    }),
  );
}

function placeButton({ id, name, full, sign, news, dot }, current, short) {
  return el(
    'button',
    {
      type: 'button',
      class: 'place',
      'aria-current': current ? 'page' : undefined,
      onclick: () => goTo({ place: id }),
    },
    icon(sign),
    el('span', { class: 'name' }, short ? name : full),
    count(news, 'new'),
    dot && !current && el('span', { class: 'dot' }, el('span', { class: 'hidden' }, 'has changed')),
  );
}

/** The small sign in the header of a phone: who one is. */
export function drawMe(button) {
  const person = me();
  if (!person) return;
  const others = state.people.filter((one) => one !== person && unreadIn(chatOf(one.id)?.id) > 0);
  button.replaceChildren(avatar(person), ...(others.length > 0 ? [el('span', { class: 'dot' })] : []));
  const news = others.map((one) => ` There is news for ${one.name}.`).join('');
  button.setAttribute('aria-label', `You are ${person.name}. Change person, and what if.${news}`);
}
