import { say } from './acting.js';
import { composer } from './composer.js';
import { el, icon, keepChildren } from './dom.js';
import { messageEntry } from './message.js';

const LAST_REPLIES = 4;
const LAST_THREADS = 25;

/** Roots of threads whose earlier replies are open, and that have their reply box open. */
const unfolded = new Set();
const answering = new Set();
let threadsShown = LAST_THREADS;

/** Posts with their replies, the one with the newest message last. */
function threadsOf(activities) {
  const threads = new Map();
  for (const one of activities) {
    const root = one.thread ?? one.id;
    const thread = threads.get(root) ?? { root, post: undefined, replies: [] };
    if (one.thread === null) thread.post = one;
    else thread.replies.push(one);
    threads.set(root, thread);
  }
  const latest = ({ root, replies }) => Number(replies.at(-1)?.id ?? root);
  return [...threads.values()].sort((a, b) => latest(a) - latest(b));
}

/** Draws a channel's threads into `list`. `redraw`: after something was folded out. */
export function drawThreads(list, conversation, activities, redraw) {
  const threads = threadsOf(activities);
  const shown = threads.slice(-threadsShown);
  const entries = shown.map((thread) => ({
    key: `t${thread.root}`,
    mark: conversation.id,
    build: () => el('section', { class: 'thread', 'aria-label': 'Conversation' }),
    update: (node) => drawThread(node, thread, conversation, redraw),
  }));
  const more = () => {
    threadsShown += LAST_THREADS;
    redraw();
  };
  keepChildren(list, [
    ...(shown.length < threads.length ? [linkEntry('earlier', 'Show earlier posts', more)] : []),
    ...entries,
  ]);
}

function drawThread(node, { root, post, replies }, conversation, redraw) {
  const hidden = unfolded.has(root) ? 0 : Math.max(0, replies.length - LAST_REPLIES);
  const unfold = () => {
    unfolded.add(root);
    redraw();
  };
  const fold = linkEntry(`f${root}`, `Show ${hidden} earlier ${hidden === 1 ? 'reply' : 'replies'}`, unfold);
  keepChildren(node, [
    post ? messageEntry(post, 'post') : gone(root),
    ...(hidden > 0 ? [fold] : []),
    ...replies.slice(hidden).map((reply) => messageEntry(reply, 'reply')),
    answerEntry(root, conversation, redraw),
  ]);
}

const gone = (root) => ({
  key: `g${root}`,
  mark: '',
  build: () => el('p', { class: 'gone' }, 'This message has been deleted.'),
});

const linkEntry = (key, words, onclick) => ({
  key,
  mark: words,
  build: () => el('button', { type: 'button', class: 'link fold', onclick }, words),
});

function answerEntry(root, conversation, redraw) {
  const open = answering.has(root);
  const build = () => (open ? answerBox(root, conversation) : answerButton(root, redraw));
  return { key: `a${root}`, mark: String(open), build };
}

function answerButton(root, redraw) {
  const onclick = (event) => {
    const thread = event.currentTarget.closest('.thread');
    answering.add(root);
    redraw();
    thread.querySelector('textarea')?.focus();
  };
  return el('button', { type: 'button', class: 'answer', onclick }, icon('reply'), 'Reply');
}

const answerBox = (root, conversation) =>
  composer({
    label: 'Reply to Referral Desk in this conversation',
    placeholder: 'Reply',
    mention: '@Referral Desk',
    send: (text) => say(text, { conversation: conversation.id, thread: root }),
  });
