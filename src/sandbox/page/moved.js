import { el } from './dom.js';
import { goTo } from './hash.js';
import { messageWords } from './message-words.js';
import { stateOf } from './referral-detail.js';
import { seekMessage } from './seek.js';
import { chatOf, state } from './state.js';

/** So many of a place's new messages are quoted; the others are counted. */
const QUOTED = 3;

const number = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** How things stand, to be compared later: each message with its edits, each referral with its eTag. */
export const standing = () => ({
  messages: new Map([...state.activities.values()].flat().map((one) => [one.id, one.updates])),
  referrals: new Map((state.referrals ?? []).map((one) => [one.id, one.eTag])),
});

/** What is new or changed since `before`, place by place: {words, quotes, go}. Empty: nothing. */
export function happenedSince(before) {
  const channels = state.conversations.filter((one) => one.type === 'channel');
  const inChannels = channels.map((one) => ({
    name: one.name,
    id: one.id,
    go: () => goTo({ place: one.id }),
  }));
  const inChats = state.people.map((person) => ({
    name: `Chat of ${person.name}`,
    id: chatOf(person.id)?.id,
    go: () => goTo({ me: person.id, place: 'chat' }),
  }));
  const places = [...inChannels, ...inChats].map((place) => inConversation(place, before.messages));
  return [...places, inPartnerCenter(before.referrals)].filter((one) => one !== undefined);
}

function inConversation({ name, id, go }, before) {
  const list = (state.activities.get(id) ?? []).filter((one) => one.from.bot);
  const fresh = list.filter((one) => !before.has(one.id));
  const edited = list.filter((one) => before.has(one.id) && before.get(one.id) !== one.updates);
  const parts = [
    fresh.length > 0 && number(fresh.length, 'new message', 'new messages'),
    edited.length > 0 && number(edited.length, 'card changed', 'cards changed'),
  ].filter(Boolean);
  if (parts.length === 0) return undefined;
  const quotes = fresh.slice(-QUOTED).map((one) => ({
    words: messageWords(one),
    go: () => {
      seekMessage(one.id);
      go();
    },
  }));
  return { words: `${name}: ${parts.join(', ')}`, quotes, go };
}

function inPartnerCenter(before) {
  const changed = (state.referrals ?? []).filter((one) => before.get(one.id) !== one.eTag);
  if (changed.length === 0) return undefined;
  return {
    words: `Partner Center: ${number(changed.length, 'referral', 'referrals')} changed`,
    quotes: changed.slice(0, QUOTED).map((one) => ({
      words: `${one.customerProfile?.name ?? ''}: ${stateOf(one).words}`,
      go: () => goTo({ place: 'partner-center', referral: one.id }),
    })),
    go: () => goTo({ place: 'partner-center' }),
  };
}

/** For a toast: each place, and the newest of its messages, a button that leads there. */
export function placesList(happened, then) {
  const button = ({ words, go }, kind) => {
    const onclick = () => {
      go();
      then();
    };
    return el('button', { type: 'button', class: kind, onclick }, el('span', { dir: 'auto' }, words));
  };
  const rows = happened.map((place) =>
    el('li', {}, button(place, 'where'), ...place.quotes.map((one) => button(one, 'what'))),
  );
  return el('ul', { class: 'happened' }, ...rows);
}
