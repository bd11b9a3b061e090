import { pressButton, searchOf } from './acting.js';
import { api } from './api.js';
import { drawChat } from './chat-view.js';
import { refreshClock, setUpClock } from './clock.js';
import { markSeen, refreshConversation, refreshConversations } from './conversations.js';
import { refreshDialog, setUpDialog } from './dialog.js';
import { followEvents } from './events.js';
import { setUpFirstRun } from './first-run.js';
import { followHash } from './hash.js';
import { drawPartnerCenter } from './partner-center-view.js';
import { refreshReferrals } from './referrals.js';
import { drawMe, drawPeople, drawPlaces } from './sidebar.js';
import { changed, channels, onChange, shownConversation, state } from './state.js';
import { setUpTheme } from './theme.js';
import { orToast } from './toasts.js';
import { refreshFaults, setUpWhatIf } from './what-if.js';

const $ = (id) => document.getElementById(id);

function drawMain() {
  const main = $('content');
  if (state.place === 'partner-center') drawPartnerCenter(main);
  else if (state.place !== undefined) drawChat(main);
}

async function refreshPeople() {
  state.people = await api.people();
  changed('people');
}

async function refreshAll({ first = false } = {}) {
  await Promise.all([refreshPeople(), refreshClock(), refreshConversations({ first })]);
  await Promise.all([refreshReferrals(), refreshFaults(), refreshDialog()]);
}

/** What each kind of news makes the page read anew. */
const NEWS = {
  conversation: (ids) => Promise.all([...ids].map((id) => refreshConversation(id))),
  conversations: () => refreshConversations(),
  dialog: (ids) => (ids.has(state.me) ? refreshDialog() : undefined),
  people: () => refreshPeople(),
  clock: () => refreshClock(),
  'partner-center': () => refreshReferrals(),
};

function setUpDrawer() {
  const toggle = (open) => {
    document.body.classList.toggle('drawer', open);
    $('me').setAttribute('aria-expanded', String(open));
  };
  $('me').addEventListener('click', () => toggle(!document.body.classList.contains('drawer')));
  $('shade').addEventListener('click', () => toggle(false));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !document.body.classList.contains('drawer')) return;
    toggle(false);
    $('me').focus();
  });
  return () => toggle(false);
}

/** Somebody else, or somewhere else: their view of the channel, and what stands open for them. */
function arrive(closeDrawer) {
  closeDrawer();
  state.referralsNews = state.referralsNews && state.place !== 'partner-center';
  if (state.referral !== undefined) void orToast(refreshReferrals);
  const shown = shownConversation();
  markSeen(shown?.id);
  const read = [...channels().map((one) => one.id), ...(shown ? [shown.id] : [])];
  void orToast(() => Promise.all([...new Set(read)].map(refreshConversation)));
  void orToast(refreshDialog);
}

function setUpDrawing() {
  onChange(['people', 'unread', 'conversations'], () => drawPeople($('people')));
  onChange(['people', 'unread', 'conversations', 'place', 'referrals'], () => {
    drawPlaces($('places'), { short: false });
    drawPlaces($('bar'), { short: true });
    drawMe($('me'));
  });
  onChange(['place', 'activities', 'people', 'conversations', 'referrals'], drawMain);
  onChange(['connected'], () => {
    $('offline').hidden = state.connected;
  });
}

async function begin() {
  setUpClock($('clock'));
  setUpWhatIf($('what-if'));
  setUpTheme($('theme'));
  setUpDialog(pressButton, (activity, ...words) => searchOf(activity)(...words));
  const closeDrawer = setUpDrawer();
  await orToast(() => refreshAll({ first: true }));
  followHash(() => arrive(closeDrawer));
  await orToast(refreshConversations);
  // All is known that decides how much room the messages have: from here on it is drawn.
  setUpFirstRun($('first-run'));
  setUpDrawing();
  changed('people', 'conversations', 'place', 'activities');
  $('skip').addEventListener('click', () => $('content').focus());
  let connections = 0;
  followEvents({
    heard: (what, ids) => {
      void orToast(async () => NEWS[what]?.(ids));
      // Whatever has happened may have used faults up.
      if (state.faults.length > 0) void orToast(refreshFaults);
    },
    online: (connected) => {
      state.connected = connected;
      changed('connected');
      if (connected && connections++ > 0) void orToast(refreshAll);
    },
  });
}

void begin();
