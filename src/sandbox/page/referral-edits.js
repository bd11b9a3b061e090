import { el } from './dom.js';
import { isMicrosofts } from './microsofts.js';
import { changeReferral } from './referrals.js';
import { closeDay, now } from './times.js';
import { orToast } from './toasts.js';

const MONTH_MS = 30 * 86_400_000;

const replace = (path, value) => ({ op: 'replace', path, value });

const dayOf = (iso) => (iso ? closeDay(iso) : new Date(now() + MONTH_MS).toISOString().slice(0, 10));

/** A day that nobody has changed stays the moment that it was. */
const momentOf = (day, before) => (before && closeDay(before) === day ? before : `${day}T00:00:00Z`);

const DEAL_FIELDS = (referral) => [
  ['name', 'Deal name', 'text', referral.name ?? `${referral.customerProfile?.name ?? ''} – new project`],
  ['dealValue', 'Value', 'number', referral.details?.dealValue ?? '25000'],
  ['currency', 'Currency', 'text', referral.details?.currency ?? 'EUR'],
  ['closeDate', 'Close date', 'date', dayOf(referral.details?.closingDateTime)],
];

const dealOperations = (referral, { name, dealValue, currency, closeDate }) => [
  replace('/name', name),
  replace('/details/dealValue', Number(dealValue)),
  replace('/details/currency', currency),
  replace('/details/closingDateTime', momentOf(closeDate, referral.details?.closingDateTime)),
];

const to = (status, substatus) => [replace('/status', status), replace('/substatus', substatus)];

const NOTE = ['notes', 'What is the customer looking for?', 'text'];
const REASON = ['reason', 'Reason', 'text'];

/** What somebody could do in Partner Center itself, by the state that the referral is in. */
const EDITS = {
  New: (referral) => [
    {
      title: 'Accept',
      done: 'Accepted in Partner Center.',
      fields: [...DEAL_FIELDS(referral), [...NOTE, referral.details?.notes ?? 'As discussed']],
      operations: (values) => [
        ...to('Active', 'Accepted'),
        ...dealOperations(referral, values),
        replace('/details/notes', values.notes),
      ],
    },
    closing('Decline', 'Declined', 'Not a fit for our services'),
    taking(referral.isSpam === true),
  ],
  Active: (referral) => [
    {
      title: 'Change deal',
      done: 'Changed in Partner Center.',
      fields: DEAL_FIELDS(referral),
      operations: (values) => dealOperations(referral, values),
    },
    { title: 'Mark won', done: 'Won in Partner Center.', fields: [], operations: () => to('Closed', 'Won') },
    closing('Mark lost', 'Lost', 'Customer chose another partner'),
  ],
};

/** Partner Center does that by itself; here it can be made to. */
const taking = (isSpam) => ({
  title: isSpam ? 'Take it for no spam' : 'Take it for spam',
  done: isSpam ? 'Partner Center takes it for spam no more.' : 'Partner Center takes it for spam now.',
  fields: [],
  operations: () => [replace('/isSpam', !isSpam)],
});

const closing = (title, substatus, reason) => ({
  title,
  done: `${substatus} in Partner Center.`,
  fields: [[...REASON, reason]],
  operations: (values) => [...to('Closed', substatus), replace('/statusReason', values.reason)],
});

const SELLER = [
  ['firstName', 'First name', 'text', 'Joni'],
  ['lastName', 'Last name', 'text', 'Sherman'],
  ['email', 'E-mail', 'email', 'joni.sherman@microsoft.example'],
  ['phoneNumber', 'Phone', 'text', '+1 425 555 0100'],
];

/** What Microsoft's seller does with an invitation; without an answer it expires by itself after 14 days. */
const SELLERS_EDITS = [
  {
    title: 'Accept as Microsoft’s seller',
    done: 'Microsoft takes part.',
    fields: SELLER,
    operations: (seller) => [...to('Active', 'Accepted'), { op: 'add', path: '/team/-', value: seller }],
  },
  {
    title: 'Decline as Microsoft’s seller',
    done: 'Microsoft has declined.',
    fields: [[...REASON, 'No Microsoft seller manages this customer directly']],
    operations: (values) => [...to('Closed', 'Declined'), replace('/statusReason', values.reason)],
  },
];

const REVIEW = [['why', 'What it says', 'text', 'The contract names no solution.']];
const reviewed = (status, why) => [
  replace('/registrations/0/status', status),
  replace('/registrations/0/statusReason', why),
];

/** What Microsoft does with the registration of a won deal. */
const REVIEWS = [
  {
    title: 'Ask for more, as Microsoft',
    done: 'Microsoft asks for more.',
    fields: REVIEW,
    operations: ({ why }) => reviewed('ActionRequired', why),
  },
  {
    title: 'Approve it, as Microsoft',
    done: 'Microsoft has approved the registration.',
    fields: [],
    operations: () => reviewed('Approved', null),
  },
  {
    title: 'Reject it, as Microsoft',
    done: 'Microsoft has rejected the registration.',
    fields: REVIEW,
    operations: ({ why }) => reviewed('Failed', why),
  },
];

const isRegistered = ({ registrations }) => (registrations ?? []).length > 0;

const allEdits = (referral) =>
  isMicrosofts(referral)
    ? referral.status === 'New'
      ? SELLERS_EDITS
      : []
    : isRegistered(referral)
      ? REVIEWS
      : (EDITS[referral.status]?.(referral) ?? []);

/** The edits as folded forms; a closed referral cannot be changed any more. */
export function editsOf(referral) {
  const edits = allEdits(referral);
  if (edits.length === 0 && isMicrosofts(referral))
    return [el('p', { class: 'hint' }, 'Microsoft has answered.')];
  if (edits.length === 0)
    return [
      el('p', { class: 'hint' }, 'Closed in Partner Center: nothing about it can be changed any more.'),
    ];
  return [
    el('h3', {}, headingOf(referral)),
    el('div', { class: 'edits' }, ...edits.map((edit) => editForm(referral, edit))),
  ];
}

function headingOf(referral) {
  if (isMicrosofts(referral)) return 'Answer as Microsoft would; without an answer it expires after 14 days';
  return isRegistered(referral)
    ? 'It is registered: review it, as Microsoft would'
    : 'Change it here, as somebody in Partner Center would';
}

function editForm(referral, { title, done, fields, operations }) {
  const button = el('button', { type: 'submit', class: 'primary' }, title);
  const onsubmit = async (event) => {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(event.currentTarget));
    button.disabled = true;
    await orToast(() => changeReferral(referral, operations(values), done));
    button.disabled = false;
  };
  const form = el('form', { onsubmit }, ...fields.map(field), button);
  return el('details', { name: `edits-${referral.id}` }, el('summary', {}, title), form);
}

function field([name, label, type, value]) {
  const limits = type === 'number' ? { min: '0', step: 'any' } : { maxlength: '500' };
  const long = name === 'notes' || name === 'reason';
  return el(
    'label',
    { class: long && 'long' },
    label,
    el('input', { name, type, required: true, autocomplete: 'off', ...limits, value: String(value) }),
  );
}
