import { DEAL_FIELDS, type DealField } from '../deal/fields';
import { standingAt, type At } from '../deal/place';
import { KINDS } from '../deal/value-kinds';
import type { Field } from '../forms/form';
import { HELP_TYPES } from '../forms/invitation';
import { isOwn } from '../record/kind';
import { filled } from '../record/values';
import type { Resource } from '../record/resource';
import { slashed } from './days';

/**
 * One column of Partner Center's bulk file. The order and the names are those of its page on bulk operations of co-sell deals
 * (learn.microsoft.com/partner-center, "bulk-operations"); of leads' files Microsoft publishes none.
 */
export interface Column {
  readonly title: string;
  /** Where it stands in the resource, and by which rule of a form it is judged. */
  readonly at: At;
  readonly kind: Field['kind'];
  readonly maxLength: number;
  readonly choices?: readonly string[];
  /** A row of something new needs it. */
  readonly required?: true;
  /** Given once: a file does not change it. */
  readonly fixed?: true;
  /** The cell of what the resource holds there; '' for nothing. */
  read(resource: Resource): string;
  /** What is put there for a cell that its rule has let through. */
  write(value: string, resource: Resource): unknown;
}

const textAt = (at: At) => (resource: Resource) => {
  const raw = standingAt(resource, at);
  return filled(typeof raw === 'number' ? String(raw) : raw) ?? '';
};

function column(title: string, at: At, look: Partial<Column> = {}): Column {
  return { title, at, kind: 'text', maxLength: 500, read: textAt(at), write: (value) => value, ...look };
}

const RULES: Readonly<Record<DealField['kind'], Field['kind']>> = {
  text: 'text',
  choice: 'choice',
  money: 'money',
  currency: 'currency',
  day: 'date',
  notes: 'long-text',
  flag: 'choice',
};

/** A deal's field says in its row where it stands and what it is. */
function fieldColumn(title: string, look: Partial<Column> = {}): Column[] {
  const fields: readonly DealField[] = DEAL_FIELDS;
  return fields.filter((one) => one.column === title).map((field) => ofField(title, field, look));
}

/** "Have not decided" of `HaveNotDecided`. */
const inWords = (word: string): string =>
  word.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const YES_NO = ['Yes', 'No'];
const yesOrNo = (raw: unknown): string =>
  YES_NO.find((one) => one.toLowerCase() === KINDS.flag.read(raw)) ?? '';

function ofField(title: string, { kind, at, choices }: DealField, look: Partial<Column>): Column {
  const cellOf = (raw: unknown): string => {
    if (kind === 'flag') return yesOrNo(raw);
    const text = KINDS[kind].read(raw) ?? '';
    if (kind === 'choice') return inWords(text);
    return kind === 'day' ? slashed(text) : text;
  };
  return column(title, at, {
    kind: RULES[kind],
    maxLength: kind === 'notes' ? 50_000 : 500,
    ...(kind === 'flag' ? { choices: YES_NO } : choices ? { choices } : {}),
    read: (resource) => cellOf(standingAt(resource, at)),
    // A note in a file takes the place of what the file had.
    write: (value) => {
      if (kind === 'notes') return value;
      return KINDS[kind].write(kind === 'flag' ? value.toLowerCase() : value, undefined, 'UTC');
    },
    ...look,
  });
}

const ADDRESS = ['customerProfile', 'address'] as const;
const CONTACT = ['customerProfile', 'team', '0'] as const;

const DUNS = 'Duns';
interface ProfileId {
  readonly profileType?: string | null;
  readonly id?: string | null;
}
const profileIds = ({ customerProfile: { ids } }: Resource): readonly ProfileId[] =>
  Array.isArray(ids) ? (ids as readonly ProfileId[]) : [];

/** Help types by their numbers: the form's order, as the page and the API's codes have it one to one (an inference). */
const helpNumber = (code: string): string => {
  const at = HELP_TYPES.findIndex((one) => one === code);
  return at < 0 ? '' : String(at + 1);
};

/** Columns that hold one thing each. */
export const COLUMNS: readonly Column[] = [
  column('Engagement ID', ['engagementId'], { maxLength: 200, fixed: true }),
  column('Referral ID', ['id'], { maxLength: 100, fixed: true }),
  ...fieldColumn('Deal Name'),
  column('Customer Name', ['customerProfile', 'name'], { required: true }),
  column('Customer Address Line 1', [...ADDRESS, 'addressLine1']),
  column('Customer Address Line 2', [...ADDRESS, 'addressLine2']),
  column('Customer City', [...ADDRESS, 'city'], { maxLength: 200 }),
  column('Customer State', [...ADDRESS, 'state'], { maxLength: 200 }),
  column('Customer Postal Code', [...ADDRESS, 'postalCode'], { maxLength: 100 }),
  column('Customer Country', [...ADDRESS, 'country'], { kind: 'country', maxLength: 100 }),
  column('Customer D-U-N-S ID', ['customerProfile', 'ids'], {
    kind: 'duns',
    read: (resource) => filled(profileIds(resource).find((one) => one.profileType === DUNS)?.id) ?? '',
    write: (id, resource) => [
      ...profileIds(resource).filter((one) => one.profileType !== DUNS),
      { profileType: DUNS, id },
    ],
  }),
  column('Customer Contact First Name', [...CONTACT, 'firstName']),
  column('Customer Contact Last Name', [...CONTACT, 'lastName']),
  column('Customer Contact Phone Number', [...CONTACT, 'phoneNumber']),
  column('Customer Contact Email Address', [...CONTACT, 'email'], { kind: 'email', maxLength: 320 }),
  column('Partner Referral Status', ['status'], {
    kind: 'choice',
    choices: ['New', 'Active', 'Closed'],
  }),
  column('Partner Referral Substatus', ['substatus'], {
    kind: 'choice',
    choices: ['Pending', 'Received', 'Accepted', 'Engaged', 'Won', 'Lost', 'Declined', 'Expired'],
  }),
  column('Declined/Lost reason', ['statusReason']),
  ...fieldColumn('Sales Stage'),
  ...fieldColumn('Estimated Deal Value'),
  ...fieldColumn('Currency'),
  ...fieldColumn('Estimated Close Date'),
  ...fieldColumn('CRM ID'),
  ...fieldColumn('Marketing Campaign ID'),
  ...fieldColumn('Notes'),
  column('Microsoft help required?', ['type'], {
    kind: 'choice',
    choices: YES_NO,
    fixed: true,
    read: ({ type }) => (type === 'Shared' ? 'Yes' : type ? 'No' : ''),
    write: (value) => (value === 'Yes' ? 'Shared' : 'Independent'),
  }),
  column('What specific help from Microsoft?', ['inviteContext', 'assistanceRequestCode'], {
    kind: 'choice',
    choices: HELP_TYPES.map((code) => helpNumber(code)),
    fixed: true,
    read: ({ inviteContext }) => helpNumber(inviteContext?.assistanceRequestCode ?? ''),
    write: (number) => HELP_TYPES[Number(number) - 1],
  }),
  ...fieldColumn('Share with Microsoft sales team', { fixed: true }),
  column('Notes to Microsoft', ['inviteContext', 'notes'], {
    kind: 'long-text',
    maxLength: 50_000,
    fixed: true,
    // What somebody else's invitation says is theirs, and not written to Microsoft.
    read: (resource) => (isOwn(resource) ? (filled(resource.inviteContext?.notes) ?? '') : ''),
  }),
  column('Consent to share Customer/Partner contact', ['consent', 'consentToToShareInfoWithOthers'], {
    kind: 'choice',
    choices: YES_NO,
    fixed: true,
    read: ({ consent }) => yesOrNo(consent?.['consentToToShareInfoWithOthers']),
    write: (value) => value === 'Yes',
  }),
  column('MPN ID', ['mpnId'], { maxLength: 100 }),
  ...fieldColumn('Marketplace Purchase Intent'),
];
