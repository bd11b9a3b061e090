import { api } from './api.js';
import { el, keepChildren } from './dom.js';
import { changed, me, onChange, state } from './state.js';
import { orToast, toast } from './toasts.js';

const ROLES = [
  ['admin', 'Admin'],
  ['user', 'User'],
  ['none', 'None'],
];

/** What the person that one is may do in Partner Center with their own sign-in; matters where a channel writes as whoever presses. */
export function setUpOwnRight(root) {
  onChange(['rights', 'people', 'place'], () => draw(root));
}

export async function refreshRights() {
  state.rights = await api.rights();
  changed('rights');
}

function draw(root) {
  const person = me();
  const right = state.rights.find((one) => one.person === person?.name);
  if (!right) return;
  const label = `${person.name}’s own role in Partner Center: Referrals …`;
  keepChildren(root, [
    { key: 'label', mark: label, build: () => el('p', { class: 'hint' }, label) },
    { key: 'role', mark: `${label} ${right.role}`, build: () => roleButtons(label, right.role) },
    {
      key: 'end',
      mark: `${label} ${right.revoked}`,
      build: () =>
        el(
          'button',
          { type: 'button', class: 'chip', onclick: () => void end(person) },
          endWords(person, right),
        ),
    },
  ]);
}

const roleButtons = (label, current) =>
  el(
    'div',
    { class: 'steps', role: 'group', 'aria-label': label },
    ...ROLES.map(([role, words]) =>
      el(
        'button',
        {
          type: 'button',
          class: 'step',
          'aria-pressed': String(role === current),
          onclick: () => void set({ role }),
        },
        words,
      ),
    ),
  );

const endWords = (person, { revoked }) =>
  revoked ? `${person.name} has to sign in anew` : `End ${person.name}’s sign-in`;

async function set(change) {
  await orToast(async () => {
    await api.setRight(me().name, change);
    await refreshRights();
  });
}

async function end(person) {
  await set({ revoked: true });
  toast(`What ${person.name} signed in with is not taken any more.`);
}
