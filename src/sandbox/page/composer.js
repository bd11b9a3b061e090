import { el, icon } from './dom.js';

const MAX_HEIGHT = 160;

/** A box to write in. `send(text)` resolves with whether it went out; otherwise the text comes back. `attach(file)`: files may be sent, too. */
export function composer({ label, placeholder, mention, send, attach }) {
  const input = el('textarea', {
    rows: '1',
    dir: 'auto',
    'aria-label': label,
    placeholder,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const button = el('button', { type: 'submit', class: 'plain send', 'aria-label': 'Send' }, icon('send'));
  const typing = el('p', { class: 'typing', role: 'status' });
  const form = el(
    'form',
    { class: 'composer' },
    el(
      'div',
      { class: 'box' },
      mention && el('span', { class: 'mention' }, mention),
      input,
      attach && clip(attach),
      button,
    ),
    typing,
  );
  const grow = () => {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, MAX_HEIGHT)}px`;
  };
  const submit = async () => {
    const text = input.value.trim();
    if (text === '' || form.getAttribute('aria-busy') === 'true') return;
    form.setAttribute('aria-busy', 'true');
    input.value = '';
    typing.textContent = 'Referral Desk is working on it…';
    if (!(await send(text)) && input.value === '') input.value = text;
    typing.textContent = '';
    form.removeAttribute('aria-busy');
    grow();
  };
  input.addEventListener('input', grow);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  return form;
}

/** A way to send a file, as the client's paper clip has it. */
function clip(attach) {
  const chooser = el('input', { type: 'file', accept: '.csv,text/csv', hidden: true, 'aria-label': 'File' });
  chooser.addEventListener('change', () => {
    const [file] = chooser.files;
    chooser.value = '';
    if (file) void attach(file);
  });
  const button = el(
    'button',
    { type: 'button', class: 'plain attach', 'aria-label': 'Attach a file', onclick: () => chooser.click() },
    icon('file'),
  );
  return el('span', {}, chooser, button);
}

/** Puts words into a box as if they had been typed. */
export function writeInto(form, text) {
  const input = form?.querySelector('textarea');
  if (!input) return;
  input.value = text;
  input.focus();
}
