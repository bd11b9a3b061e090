import { api } from './api.js';
import { refreshConversations } from './conversations.js';
import { el } from './dom.js';
import { happenedSince, placesList, standing } from './moved.js';
import { refreshReferrals } from './referrals.js';
import { changed, onChange, state } from './state.js';
import { clockParts, deskZone, now } from './times.js';
import { orToast, toast } from './toasts.js';

const STEPS = [
  ['PT1H', '+1 h', 'Move the time 1 hour on'],
  ['PT12H', '+12 h', 'Move the time 12 hours on'],
  ['P1D', '+1 day', 'Move the time 1 day on'],
  ['P3D', '+3 days', 'Move the time 3 days on'],
];
const TICK_MS = 5_000;

/** The header's clock: business time in the desk's zone, and buttons that move it. */
export function setUpClock(root) {
  const buttons = STEPS.map(([advance, words, label]) =>
    el(
      'button',
      { type: 'button', class: 'step', 'aria-label': label, onclick: () => void move(advance) },
      words,
    ),
  );
  root.querySelector('.steps').append(...buttons);
  const draw = () => drawClock(root, buttons);
  onChange(['clock', 'people'], draw);
  setInterval(draw, TICK_MS);
  onChange(['place'], () => dropLast());
  document.getElementById('content').addEventListener('pointerdown', () => dropLast());
}

function drawClock(root, buttons) {
  if (state.offset === undefined) return;
  const busy = state.moving !== undefined;
  const { day, year, time } = clockParts(now());
  const shown = root.querySelector('time');
  shown.replaceChildren(`${day} `, el('span', { class: 'year' }, `${year} `), time);
  shown.setAttribute('datetime', new Date(now()).toISOString());
  root.querySelector('.zone').textContent = busy ? 'time is moving…' : deskZone();
  root.setAttribute('aria-busy', String(busy));
  for (const button of buttons) button.disabled = busy;
}

/** Time passes on the server alone; the page follows it. */
export async function refreshClock() {
  const before = Date.now();
  const { now: iso } = await api.clock();
  state.offset = Date.parse(iso) - (before + Date.now()) / 2;
  changed('clock', ...(state.moving === undefined ? ['activities'] : []));
}

async function move(advance) {
  if (state.moving !== undefined) return;
  state.moving = advance;
  changed('clock');
  const before = standing();
  const done = await orToast(() => api.moveClock({ advance }));
  state.moving = undefined;
  await orToast(refreshClock);
  if (!done) return;
  await orToast(() => Promise.all([refreshConversations(), refreshReferrals()]));
  tellMove(done, happenedSince(before));
  changed('moved');
}

let dropLast = () => undefined;

/** What a person would name, with the way there; it stays until one goes on to something else. */
function tellMove({ now: iso, jumped }, happened) {
  dropLast();
  const { day, time } = clockParts(Date.parse(iso));
  const leap = jumped ? ` (${jumped})` : '';
  const words = `It is ${day} ${time}${leap}. ${happened.length > 0 ? 'On the way:' : 'Nothing happened on the way.'}`;
  if (happened.length === 0) toast(words, 'time');
  else dropLast = toast(words, 'time', (drop) => placesList(happened, drop));
}
