import { api } from './api.js';
import { el, icon, keepChildren } from './dom.js';
import { refreshRights, setUpOwnRight } from './own-right.js';
import { changed, me, onChange, state } from './state.js';
import { orToast, toast } from './toasts.js';

const TIMES = 3;
const NAMES = { teams: 'Teams', 'partner-center': 'Partner Center' };

const FAULTS = [
  ['Teams says “too many requests”', { on: 'teams', answer: 429, retryAfter: 2 }],
  ['Teams fails', { on: 'teams', answer: 502 }],
  ['Teams cuts the connection', { on: 'teams', answer: 'reset' }],
  ['Teams does not answer', { on: 'teams', answer: 'hang' }],
  ['Partner Center is down', { on: 'partner-center', answer: 503 }],
  ['Partner Center says “too many requests”', { on: 'partner-center', answer: 429, retryAfter: 2 }],
  ['Partner Center does not answer', { on: 'partner-center', answer: 'hang' }],
  ['Partner Center shows a web page', { on: 'partner-center', answer: 'html' }],
  ['A gateway in between refuses', { on: 'partner-center', answer: 'gateway' }],
  ['Partner Center asks for multi-factor sign-in', { on: 'partner-center', answer: 'mfa', times: 1 }],
  ['The list takes no filter', { on: 'partner-center', answer: 'no-filter' }],
  ['Somebody else saved first', { on: 'partner-center', answer: 412, method: 'PATCH', times: 1 }],
  [
    'A write gets through, its answer is lost',
    { on: 'partner-center', answer: 'reset', method: 'PATCH', after: true, times: 1 },
  ],
];

/** The panel of faults and switches, folded away. */
export function setUpWhatIf(root) {
  const rows = FAULTS.map(([words, fault]) => el('li', {}, faultButton(words, fault)));
  const active = el('div', { class: 'active', 'aria-live': 'polite' });
  root.append(
    el('p', { class: 'hint' }, `The next ${TIMES} calls of the bot meet the fault that you choose.`),
    active,
    el('ul', { class: 'faults' }, ...rows),
    el('ul', { class: 'faults switches' }),
    el('div', { class: 'own-right' }),
  );
  setUpOwnRight(root.querySelector('.own-right'));
  const details = root.closest('details');
  details.addEventListener('toggle', () => {
    if (details.open) void orToast(() => Promise.all([refreshFaults(), refreshRights()]));
  });
  // Whoever has signed in, in another tab, comes back to this one.
  window.addEventListener('focus', () => void (details.open && orToast(refreshRights)));
  onChange(['faults'], () => drawActive(active));
  onChange(['people', 'place'], () => drawSwitches(root.querySelector('.switches')));
}

function faultButton(words, fault) {
  const onclick = async () => {
    await orToast(async () => {
      const { times } = await api.addFault({ times: TIMES, ...fault });
      toast(`${times === 1 ? 'The next call' : `The next ${times} calls`}: ${words}.`);
      await refreshFaults();
    });
  };
  return el('button', { type: 'button', class: 'chip', onclick }, words);
}

export async function refreshFaults() {
  state.faults = (await api.faults()) ?? [];
  changed('faults');
}

function drawActive(root) {
  const entries = state.faults.map((fault, at) => {
    const words = `${NAMES[fault.on] ?? fault.on}: ${fault.answer}, ${fault.times} × left`;
    return { key: String(at), mark: words, build: () => el('p', {}, icon('bolt'), words) };
  });
  const build = () =>
    el('button', { type: 'button', class: 'link', onclick: () => void orToast(clear) }, 'All well again');
  keepChildren(root, state.faults.length === 0 ? [] : [...entries, { key: 'clear', mark: '', build }]);
}

async function clear() {
  await api.clearFaults();
  await refreshFaults();
}

/** What a person or an admin of the team can do to the app itself. */
function drawSwitches(list) {
  const person = me();
  if (!person) return;
  const block = person.blocked ? `${person.name} unblocks the app` : `${person.name} blocks the app`;
  const onblock = () => orToast(() => api.block(person.id, !person.blocked));
  keepChildren(list, [
    { key: 'block', mark: block, build: () => el('li', {}, switchButton(block, onblock)) },
    {
      key: 'out',
      mark: '',
      build: () =>
        el(
          'li',
          {},
          switchButton('Take the app out of the team', () => install(false)),
        ),
    },
    {
      key: 'in',
      mark: '',
      build: () =>
        el(
          'li',
          {},
          switchButton('Put the app back into the team', () => install(true)),
        ),
    },
  ]);
}

const switchButton = (words, onclick) =>
  el('button', { type: 'button', class: 'chip', onclick: () => void onclick() }, words);

async function install(installed) {
  const answer = await orToast(() => api.installInTeam(installed));
  if (answer) toast(installed ? 'The app is in the team.' : 'The app is no longer in the team.');
}
