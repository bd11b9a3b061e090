import { el, icon, keepChildren } from './dom.js';
import { goTo } from './hash.js';
import { addSample, chosenReferral, KINDS, refreshReferrals } from './referrals.js';
import { isMicrosofts } from './microsofts.js';
import { detailEntry, stateOf, valueOf } from './referral-detail.js';
import { state } from './state.js';
import { ago } from './times.js';
import { orToast } from './toasts.js';

/** Partner Center's side: the referrals as it has them, and one of them in detail. */
export function drawPartnerCenter(main) {
  if (main.dataset.view !== 'partner-center') {
    main.dataset.view = 'partner-center';
    main.replaceChildren(...frame());
    void orToast(refreshReferrals);
  }
  const referrals = state.referrals ?? [];
  const chosen = chosenReferral();
  main.querySelector('.split').classList.toggle('chosen', chosen !== undefined);
  main.querySelector('.total').textContent = totalWords(referrals.length);
  main.querySelector('.empty').hidden = state.referrals === undefined || referrals.length > 0;
  keepChildren(main.querySelector('.rows'), referrals.map(rowEntry));
  const detail = main.querySelector('.detail');
  keepChildren(detail, [chosen ? detailEntry(chosen) : noneChosen(referrals.length, chosen === null)]);
}

function totalWords(shown) {
  if (shown === 0) return '';
  return shown < state.referralsTotal ? `The newest ${shown} of ${state.referralsTotal}` : `${shown} in all`;
}

function frame() {
  const words = el(
    'div',
    {},
    el('h1', {}, 'Partner Center'),
    el('p', {}, 'Played by the sandbox. Referral Desk reads and writes it as it would the real one.'),
  );
  const head = el(
    'header',
    { class: 'place-head' },
    el('span', { class: 'place-sign' }, icon('cloud')),
    words,
    sampleForm(),
  );
  const empty = el(
    'div',
    { class: 'empty', hidden: true },
    icon('cloud'),
    el('h2', {}, 'No referrals yet'),
    el('p', {}, 'Choose a kind above and press “New referral”. The desk learns of it at once.'),
  );
  const list = el(
    'section',
    { class: 'list', 'aria-label': 'Referrals' },
    el('p', { class: 'total' }),
    el('ul', { class: 'rows' }),
    empty,
  );
  return [
    head,
    el('div', { class: 'split' }, list, el('section', { class: 'detail', 'aria-label': 'Referral' })),
  ];
}

function sampleForm() {
  const options = KINDS.map(([kind, words]) => el('option', { value: kind }, words));
  const select = el('select', { 'aria-label': 'Kind of the new referral' }, ...options);
  const button = el('button', { type: 'submit', class: 'primary' }, icon('add'), 'New referral');
  const onsubmit = async (event) => {
    event.preventDefault();
    button.disabled = true;
    await orToast(() => addSample(select.value));
    button.disabled = false;
  };
  return el('form', { class: 'sample', onsubmit }, select, button);
}

function rowEntry(referral) {
  const current = referral.id === state.referral;
  const age = ago(referral.createdDateTime);
  const mark = JSON.stringify([referral.eTag, current, age]);
  return { key: referral.id, mark, build: () => el('li', {}, rowButton(referral, current, age)) };
}

function rowButton(referral, current, age) {
  const { words, tone } = stateOf(referral);
  return el(
    'button',
    {
      type: 'button',
      class: 'row',
      'aria-current': current ? 'true' : undefined,
      onclick: () => goTo({ place: 'partner-center', referral: referral.id }),
    },
    el(
      'span',
      { class: 'two' },
      el('b', {}, referral.customerProfile?.name ?? 'No customer'),
      el('small', {}, isMicrosofts(referral) ? `Microsoft’s side · ${age}` : (referral.name ?? age)),
    ),
    el(
      'span',
      { class: 'side' },
      el('span', { class: `pill ${tone}` }, words),
      el('small', {}, valueOf(referral)),
    ),
  );
}

const CHOOSE = 'Choose a referral to see it as Partner Center has it, and to change it there.';
const UNKNOWN = 'Partner Center does not know this referral.';

function noneChosen(count, unknown) {
  const words = unknown ? UNKNOWN : count > 0 ? CHOOSE : '';
  return { key: 'none', mark: words, build: () => el('p', { class: 'hint' }, words) };
}
