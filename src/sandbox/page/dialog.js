import { api } from './api.js';
import { botAvatar } from './avatar.js';
import { el, icon } from './dom.js';
import { renderCard } from './card.js';
import { me, onChange, state } from './state.js';
import { orToast } from './toasts.js';

const WIDTHS = { small: 360, medium: 560, large: 760 };
const WIDTH_DEFAULT = 560;

const frame = () => document.getElementById('dialog');
let shown;
let press;
let search;

/** `send(activity, pressed)`: what a press inside does; `find(activity, dataset, text)`: what is found for what is typed. */
export function setUpDialog(send, find) {
  press = send;
  search = find;
  frame().addEventListener('cancel', (event) => {
    event.preventDefault();
    void leave();
  });
  onChange(['followed'], () => void (frame().open && leave()));
}

/** Opens the dialog, or puts the next card into the open one. The same card again leaves what is typed. */
export function showDialog(dialog) {
  const mark = JSON.stringify(dialog);
  if (shown === mark) return;
  shown = mark;
  const { title, card, activity, width } = dialog;
  const node = frame();
  const close = el(
    'button',
    { type: 'button', class: 'plain', 'aria-label': 'Close', onclick: leave },
    icon('close'),
  );
  const heading = el('h2', { id: 'dialog-title', tabindex: '-1', dir: 'auto' }, title);
  const body = el('div', { class: 'dialog-card' });
  const inside = (pressed) => pressInside(activity, pressed);
  body.append(
    renderCard(card, { me: me(), press: inside, search: (...words) => search(activity, ...words) }),
  );
  node.replaceChildren(el('header', {}, botAvatar(), heading, close), body);
  node.style.width = `${WIDTHS[width] ?? (Number(width) || WIDTH_DEFAULT)}px`;
  if (!node.open) node.showModal();
  (whereToGoOn(body) ?? heading).focus();
}

/** Where somebody goes on: at what is wrong, else at what is still missing, else at the first field. */
function whereToGoOn(body) {
  const fields = [...body.querySelectorAll('input, textarea, select')].filter(
    ({ offsetParent }) => offsetParent,
  );
  return fields.find(isWrong) ?? fields.find(isMissing) ?? fields[0];
}

/** What is wrong stands below its field, in the same container. */
function isWrong(field) {
  const around = field.closest('.ac-container');
  return [...(around?.querySelectorAll('.ac-richTextBlock') ?? [])].some(({ textContent }) =>
    textContent.startsWith('⚠'),
  );
}

const isMissing = (field) =>
  field.value === '' && (field.required || field.getAttribute('aria-required') === 'true');

let pressing = false;

async function pressInside(activity, pressed) {
  pressing = true;
  const before = shown;
  await press({ id: activity, conversation: conversationOf(activity) }, pressed);
  pressing = false;
  // The bot may answer with the very card that is open: what was typed stays as it is.
  if (shown === before && shown !== undefined) frame().querySelector('.dialog-card')?.scrollTo(0, 0);
}

function conversationOf(activity) {
  const found = [...state.activities].find(([, list]) => list.some((one) => one.id === activity));
  return found?.[0];
}

export function closeDialog() {
  shown = undefined;
  if (frame().open) frame().close();
}

async function leave() {
  closeDialog();
  await orToast(() => api.act({ person: state.me, dialog: 'close' }));
}

/** What stands open for this person, for example after a reload or on another tab. */
export async function refreshDialog() {
  const person = state.me;
  if (pressing || person === undefined) return;
  const open = await api.dialog(person);
  if (person !== state.me || pressing) return;
  if (open) showDialog(open);
  else closeDialog();
}
