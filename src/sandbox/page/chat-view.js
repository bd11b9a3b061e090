import { say, sendFile } from './acting.js';
import { composer } from './composer.js';
import { el, icon, keepChildren } from './dom.js';
import { messageEntry } from './message.js';
import { showSought } from './seek.js';
import { me, shownConversation, state } from './state.js';
import { drawThreads } from './thread-list.js';

const NEAR_END = 120;
const MARGIN = 8;
const SUGGESTED = ['help', 'inbox', 'my active deals', 'expiring'];

/** The channel or the personal chat that is chosen: messages above, a box to write in below. */
export function drawChat(main) {
  const person = me();
  const key = `${state.place}|${person?.id}`;
  if (main.dataset.view !== key) {
    main.dataset.view = key;
    main.replaceChildren(...(state.place === 'chat' ? personalFrame(person) : channelFrame()));
    drawMessages(main);
    if (!sought(main)) toEnd(main);
    return;
  }
  const scroller = main.querySelector('.scroller');
  const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
  drawMessages(main);
  if (!sought(main) && atEnd) toEnd(main);
}

const sought = (main) => showSought(main.querySelector('.messages'));

/** To the end; to the head of the last post when its newest message is in view from there, down to the last button. */
function toEnd(main) {
  const scroller = main.querySelector('.scroller');
  scroller.scrollTop = scroller.scrollHeight;
  const last = main.querySelector('.messages').lastElementChild;
  if (last === null) return;
  const view = scroller.getBoundingClientRect();
  const head = scroller.scrollTop + last.getBoundingClientRect().top - view.top - MARGIN;
  const newest = [...last.querySelectorAll('.message')].at(-1) ?? last;
  const button = [...newest.querySelectorAll('.card button')].at(-1);
  const needed = (button ?? newest).getBoundingClientRect().bottom;
  const back = scroller.scrollTop - Math.max(0, head);
  if (back > 0 && needed + back + MARGIN <= view.bottom) scroller.scrollTop -= back;
}

function drawMessages(main) {
  const list = main.querySelector('.messages');
  const conversation = shownConversation();
  const activities = conversation ? state.activities.get(conversation.id) : [];
  if (activities === undefined) return;
  main.querySelector('.empty').hidden = activities.length > 0;
  const redraw = () => drawMessages(main);
  if (state.place === 'chat')
    keepChildren(
      list,
      activities.map((one) => messageEntry(one, 'bubble')),
    );
  else drawThreads(list, conversation, activities, redraw);
}

function head(sign, title, line) {
  const words = el('div', {}, el('h1', {}, title), el('p', {}, line));
  return el('header', { class: 'place-head' }, el('span', { class: 'place-sign' }, icon(sign)), words);
}

const scroller = (kind, empty) =>
  el(
    'div',
    { class: 'scroller' },
    el('div', { class: `messages ${kind}` }),
    el('div', { class: 'empty', hidden: true }, ...empty),
  );

function channelFrame() {
  const { id, name } = shownConversation();
  const write = composer({
    label: `Start a post in ${name}`,
    placeholder: 'Start a post, for example: inbox',
    mention: '@Referral Desk',
    send: (text) => say(text, { conversation: id }),
  });
  const empty = [
    icon('channel'),
    el('h2', {}, 'Nothing here yet'),
    el(
      'p',
      {},
      'New referrals appear where a desk is bound. Write “bind” below to make this channel a desk.',
    ),
  ];
  return [head('channel', name, 'Contoso Partner Sales · channel'), scroller('threads', empty), write];
}

function personalFrame(person) {
  const send = (text) => say(text, { conversation: 'personal' });
  const write = composer({
    label: 'Write to Referral Desk',
    placeholder: 'Type a message, for example: my active deals',
    send,
    attach: sendFile,
  });
  const chips = SUGGESTED.map((text) =>
    el('button', { type: 'button', class: 'chip', onclick: () => void send(text) }, text),
  );
  const empty = [
    icon('desk'),
    el('h2', {}, 'Your chat with Referral Desk'),
    el(
      'p',
      {},
      `Only ${person.name} sees this chat. Reminders arrive here; ask for your deals, or type help.`,
    ),
  ];
  const line = `Personal chat of ${person.name}`;
  return [
    head('chat', 'Referral Desk', line),
    scroller('chat', empty),
    el('div', { class: 'chips', role: 'group', 'aria-label': 'Try a command' }, ...chips),
    write,
  ];
}
