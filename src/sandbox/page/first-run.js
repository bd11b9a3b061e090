import { writeInto } from './composer.js';
import { el, icon } from './dom.js';
import { goTo } from './hash.js';
import { keep, kept } from './kept.js';
import { channels, onChange, state } from './state.js';

const DEALS = /\bmy (active )?deals\b/i;

/** The things to try: words, where the button leads, and whether it has been done as far as the page can see. */
const STEPS = [
  {
    id: 'accept',
    words: 'Accept the referral in the channel',
    go: () => goTo({ place: channels()[0]?.id ?? 'chat' }),
    isDone: accepted,
  },
  {
    id: 'partner-center',
    words: 'See it in Partner Center',
    go: () => goTo({ place: 'partner-center' }),
    isDone: () => state.place === 'partner-center' && accepted(),
  },
  {
    id: 'clock',
    words: 'Move the clock',
    go: () => document.querySelector('.clock .steps button')?.focus(),
    isDone: (news) => news === 'moved',
  },
  {
    id: 'deals',
    words: 'Type “my active deals”',
    go: () => typeInChat('my active deals'),
    isDone: () => said().some((one) => DEALS.test(one.text ?? '')),
  },
];

/** The referral whose card was the first in the channel: others may come accepted. */
function accepted() {
  const first = (state.activities.get(channels()[0]?.id) ?? []).find((one) => one.from.bot && !one.thread);
  const id = /"referral":"[^"/]*\/([^"]+)"/.exec(JSON.stringify(first?.attachments ?? ''))?.[1];
  return (state.referrals ?? []).some((one) => one.id === id && one.substatus === 'Accepted');
}

const said = () => [...state.activities.values()].flat().filter((one) => !one.from.bot);

/** Which sandbox this is: the first message of its channel. A deleted data folder begins anew, hints too. */
const world = () => (state.activities.get(channels()[0]?.id) ?? [])[0]?.id;

let memory = { done: [], dismissed: false };

function load() {
  const known = kept('first-run');
  if (known !== undefined && known.world === world()) memory = known;
}

function save(change) {
  memory = { ...memory, ...change, world: world() };
  keep('first-run', memory);
}

/** The strip of the first visit: four things to try, each a button that leads there and is ticked once done. */
export function setUpFirstRun(root) {
  load();
  const isOver = memory.dismissed || isComplete();
  const items = STEPS.map(stepItem);
  const line = el('b', {}, 'Try');
  const close = el(
    'button',
    { type: 'button', class: 'plain', 'aria-label': 'Dismiss these hints', onclick: () => dismiss(root) },
    icon('close'),
  );
  root.append(line, el('ol', {}, ...items), close);
  root.hidden = isOver;
  const look = (news) => {
    const fresh = STEPS.filter((one) => !memory.done.includes(one.id) && one.isDone(news));
    if (fresh.length > 0) save({ done: [...memory.done, ...fresh.map((one) => one.id)] });
    draw(items, line);
  };
  draw(items, line);
  onChange(['place', 'referrals', 'activities'], () => look());
  onChange(['moved'], () => look('moved'));
}

const isComplete = () => STEPS.every((one) => memory.done.includes(one.id));

function stepItem({ words, go }, at) {
  const number = el('span', { class: 'number', 'aria-hidden': 'true' }, String(at + 1));
  return el(
    'li',
    {},
    el('button', { type: 'button', onclick: go }, number, words, el('span', { class: 'hidden' })),
  );
}

function draw(items, line) {
  line.parentElement.classList.toggle('over', isComplete());
  items[0].parentElement.hidden = isComplete();
  line.textContent = isComplete()
    ? 'That is the main way. “What if…” shows what happens when something fails.'
    : 'Try';
  STEPS.forEach(({ id }, at) => {
    const done = memory.done.includes(id);
    items[at].classList.toggle('done', done);
    items[at].querySelector('.number').replaceChildren(done ? icon('tick') : String(at + 1));
    items[at].querySelector('.hidden').textContent = done ? ' (done)' : '';
  });
  showNext(items[0].parentElement);
}

/** On a narrow screen only one step has room: the next one. */
function showNext(list) {
  const next = [...list.children].find((one) => !one.classList.contains('done'));
  if (next) list.scrollLeft = next.offsetLeft - list.offsetLeft;
}

function dismiss(root) {
  save({ dismissed: true });
  root.hidden = true;
  document.getElementById('content').focus();
}

function typeInChat(text) {
  goTo({ place: 'chat' });
  // The address changes first, then the chat is drawn.
  setTimeout(() => writeInto(document.querySelector('#content > .composer'), text), 50);
}
