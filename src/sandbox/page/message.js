import { pressButton, pressTitled, searchOf } from './acting.js';
import { avatar } from './avatar.js';
import { renderCard } from './card.js';
import { el, icon } from './dom.js';
import { richText } from './rich-text.js';
import { me } from './state.js';
import { messageTime } from './times.js';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
const FILE_CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const SIGN_IN = 'application/vnd.microsoft.card.oauth';
const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';

/** One message for keepChildren: built anew only when what is shown of it has changed. */
export function messageEntry(activity, kind) {
  const time = messageTime(activity.timestamp);
  const mark = JSON.stringify([activity, time, me()?.id, kind]);
  return { key: `m${activity.id}`, mark, build: () => message(activity, time, kind) };
}

function message(activity, time, kind) {
  const { from } = activity;
  const mine = from.id === me()?.id;
  const body = el(
    'div',
    { class: 'message-body' },
    textOf(activity),
    ...activity.attachments.map((one) => attachment(activity, one)),
  );
  return el(
    'article',
    { class: `message ${kind}${mine ? ' mine' : ''}`, 'aria-label': `${from.name}, ${time}` },
    avatar(from),
    el(
      'div',
      { class: 'message-main' },
      el(
        'header',
        {},
        el('span', { class: 'from' }, from.name),
        from.bot && el('span', { class: 'tag' }, 'App'),
        el('time', { datetime: activity.timestamp }, time),
        activity.updates > 0 && el('span', { class: 'edited' }, 'Edited'),
      ),
      body,
      activity.own && el('p', { class: 'own-note' }, icon('eye'), 'Only you see this version of the card.'),
    ),
  );
}

function textOf(activity) {
  if (!activity.text) return undefined;
  const format = activity.textFormat ?? (activity.from.bot ? 'markdown' : 'plain');
  return richText(activity.text, { format, entities: activity.entities, me: me() });
}

function attachment(activity, { contentType, content, name, contentUrl }) {
  if (contentType === ADAPTIVE_CARD) {
    const press = (pressed) => pressButton(activity, pressed);
    return el(
      'div',
      { class: 'card' },
      renderCard(content, { me: me(), press, search: searchOf(activity.id) }),
    );
  }
  if (contentType === 'text/html') return undefined;
  if (contentType === FILE_CONSENT) return fileQuestion(activity, name, content);
  if (contentType === SIGN_IN) return signInQuestion(content);
  return fileLine(name ?? contentType, contentType === FILE_INFO ? contentUrl : content?.downloadUrl);
}

/** A file by its name; where it lies here it can be opened. */
function fileLine(name, url) {
  const here = typeof url === 'string' && new URL(url, location.href).origin === location.origin;
  const words = here ? el('a', { href: url, download: name }, String(name)) : String(name);
  return el('p', { class: 'file' }, icon('file'), words);
}

/** Asks for the person's token, which this client has none of: the way by the page is left. */
function signInQuestion({ text, buttons = [] }) {
  const links = buttons.map(({ title, value }) =>
    el('a', { class: 'chip', href: value, target: '_blank', rel: 'noreferrer' }, String(title)),
  );
  return el(
    'div',
    { class: 'file-question' },
    el('p', {}, String(text)),
    el('p', { class: 'file-answers' }, ...links),
  );
}

/** The client's own question whether the app may save a file. */
function fileQuestion(activity, name, content) {
  const answer = (title) =>
    el('button', { type: 'button', class: 'chip', onclick: () => void pressTitled(activity, title) }, title);
  return el(
    'div',
    { class: 'file-question' },
    fileLine(name),
    el('p', {}, String(content?.description ?? '')),
    el('p', { class: 'file-answers' }, answer('Allow'), answer('Decline')),
  );
}
