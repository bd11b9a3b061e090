import { el, icon } from './dom.js';
import { goTo } from './hash.js';
import { isMicrosofts } from './microsofts.js';
import { editsOf } from './referral-edits.js';
import { ago, closeDayWords, dayWords } from './times.js';

const TONES = { New: 'news', Active: 'going', Won: 'good', Lost: 'bad', Declined: 'bad', Expired: 'off' };

/** Partner Center's own words for the state. */
export const stateOf = ({ status, substatus }) => ({
  words: substatus ? `${status} · ${substatus}` : String(status),
  tone: TONES[substatus] ?? TONES[status] ?? 'off',
});

export function valueOf({ details }) {
  const { dealValue, currency } = details ?? {};
  if (dealValue === null || dealValue === undefined || dealValue === '') return '';
  const [whole, digits] = String(dealValue).split('.');
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${digits ? `.${digits}` : ''} ${currency ?? ''}`.trim();
}

/** For keepChildren. Keyed by eTag: what is half typed stays until the referral itself changes. */
export const detailEntry = (referral) => ({
  key: referral.id,
  mark: referral.eTag,
  build: () => detail(referral),
  update: (node) => {
    node.querySelector('.age').textContent = `changed ${ago(referral.updatedDateTime)}`;
  },
});

function detail(referral) {
  const { words, tone } = stateOf(referral);
  const back = el(
    'button',
    { type: 'button', class: 'link back', onclick: () => goTo({ place: 'partner-center' }) },
    icon('back'),
    'All referrals',
  );
  const name = referral.customerProfile?.name ?? 'No customer';
  const head = el(
    'div',
    { class: 'detail-head' },
    el('h2', {}, name),
    el('span', { class: `pill ${tone}` }, words),
  );
  return el(
    'div',
    {},
    back,
    head,
    isMicrosofts(referral) &&
      el(
        'p',
        { class: 'hint' },
        'Microsoft’s side of a deal: its seller answers here, and the desk reads it.',
      ),
    el(
      'p',
      { class: 'version' },
      el('code', {}, shortTag(referral.eTag)),
      ' · ',
      el('span', { class: 'age' }),
    ),
    facts(factsOf(referral)),
    ...editsOf(referral),
    el(
      'details',
      { class: 'json' },
      el('summary', {}, 'The resource as JSON'),
      el('pre', { tabindex: '0' }, JSON.stringify(referral, null, 2)),
    ),
  );
}

const shortTag = (eTag) => `eTag ${String(eTag ?? 'none').replaceAll('"', '')}`;

const namesOf = (members) =>
  (members ?? []).map((one) => `${one.firstName ?? ''} ${one.lastName ?? ''}`.trim()).join(', ');

function placeOf({ address } = {}) {
  return [address?.city, address?.country].filter(Boolean).join(', ');
}

const factsOf = (referral) => [
  ['Deal', referral.name],
  ['Value', valueOf(referral)],
  ['Close date', closeDayWords(referral.details?.closingDateTime)],
  ['Notes', referral.details?.notes],
  ['CRM id', referral.externalReferenceId],
  ['Reason', referral.statusReason],
  ['Help asked for', referral.inviteContext?.assistanceRequestCode],
  ['Note to Microsoft', isMicrosofts(referral) ? referral.inviteContext?.notes : ''],
  ['Place', placeOf(referral.customerProfile)],
  ['Contacts', namesOf(referral.customerProfile?.team)],
  ['Colleagues', namesOf(referral.team)],
  ['Qualification', `${referral.qualification ?? ''} · ${referral.direction ?? ''} · ${referral.type ?? ''}`],
  ['Expires', dayWords(referral.expirationDateTime)],
  ['Created', dayWords(referral.createdDateTime)],
];

function facts(pairs) {
  const shown = pairs.filter(([, value]) => value !== undefined && value !== null && value !== '');
  return el(
    'dl',
    { class: 'facts' },
    ...shown.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, String(value)))),
  );
}
