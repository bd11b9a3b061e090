import { el } from './dom.js';

const COLORS = 6;

const initials = (name) =>
  name
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();

/** The app's own icon. */
export const botAvatar = () => el('img', { class: 'avatar', src: '/page/icon.svg', alt: '' });

/** A person's initials on a colour that is always theirs; the bot has its own sign. */
export function avatar({ name, bot = false }) {
  if (bot) return botAvatar();
  const sum = [...name].reduce((total, letter) => total + letter.codePointAt(0), 0);
  return el('span', { class: `avatar tint${sum % COLORS}`, 'aria-hidden': 'true' }, initials(name));
}
