import type { At } from './place';

/** What a value is: how it is read, compared and written (`value-kinds.ts`), asked for and shown. */
export type ValueKind = 'text' | 'money' | 'currency' | 'day' | 'notes' | 'choice' | 'flag';

/** One field of a deal. Forms, changes, patches, cards, search and the words of messages are made from its row. */
export interface DealField {
  /** Its name in changes and forms, under `fields` in the strings, and in each form's. */
  readonly id: string;
  /** Where it stands in Partner Center's resource. */
  readonly at: At;
  readonly kind: ValueKind;
  /** In Accept. */
  readonly required: boolean;
  /** Longest text, in characters. */
  readonly maxLength: number;
  /** Behind "More fields". */
  readonly more: boolean;
  /** Not asked at Accept: only while the deal is worked on. */
  readonly later?: true;
  /** Of deals (co-sell, partner-led, private) alone: asked for where one is made, and while it is worked on. */
  readonly ofDeals?: true;
  /** Not edited with the others: an operation of its own changes it. */
  readonly apart?: true;
  /** A choice's values, as the record has them; their words are under `choices.<id>` in the strings. */
  readonly choices?: readonly string[];
  /** Money: the field with its currency, which is said with it. */
  readonly unit?: string;
  /** Accept opens with a proposal of its own, which is written although nobody touched it. */
  readonly proposed?: true;
  /** With the deal's figures, with what the record says of itself, or in Details alone; the label is `facts.<label>`. */
  readonly fact?: { readonly among: 'deal' | 'record' | 'details'; readonly label: string };
  /** A search finds it. */
  readonly found?: true;
  /** Lists can be narrowed to the deals that lack it. */
  readonly lacked?: true;
  /** Its column in Partner Center's bulk file (bulk-operations page). */
  readonly column?: string;
  /** What people call it beside its name, in typed words. */
  readonly also?: readonly string[];
}

/** Partner Center tells no limit of a deal's name. */
export const NAME_LENGTH = 250;
const FREE = { kind: 'text', required: false, maxLength: 100, more: true, found: true } as const;

/** "attributes: [{type, id}]" of additionalRequirements (create-a-referral page). */
const attribute = (type: string): At => [
  ...(['details', 'requirements', 'additionalRequirements', 'attributes'] as const),
  `type=${type}`,
  'id',
];

/**
 * What services co-sell asks for besides. That they stand among the attributes, under these names, is an inference; their values are
 * words of a taxonomy that Microsoft changes each year, so they are texts.
 */
const OF_SERVICES = {
  kind: 'text',
  required: false,
  maxLength: 200,
  more: true,
  later: true,
  ofDeals: true,
} as const;

/** All fields, in the order in which they are asked for. */
export const DEAL_FIELDS = [
  {
    id: 'name',
    at: ['name'],
    column: 'Deal Name',
    kind: 'text',
    required: true,
    maxLength: NAME_LENGTH,
    more: false,
    proposed: true,
    fact: { among: 'record', label: 'deal' },
    found: true,
    also: ['deal name', 'title'],
  },
  {
    id: 'dealValue',
    at: ['details', 'dealValue'],
    column: 'Estimated Deal Value',
    kind: 'money',
    required: true,
    maxLength: 60,
    more: false,
    unit: 'currency',
    fact: { among: 'deal', label: 'value' },
    also: ['value', 'amount', 'worth'],
  },
  {
    id: 'currency',
    at: ['details', 'currency'],
    column: 'Currency',
    kind: 'currency',
    required: true,
    maxLength: 20,
    more: false,
  },
  {
    id: 'closeDate',
    at: ['details', 'closingDateTime'],
    column: 'Estimated Close Date',
    kind: 'day',
    required: true,
    maxLength: 20,
    more: false,
    proposed: true,
    fact: { among: 'deal', label: 'close-date' },
    also: ['date', 'closing date', 'estimated close date'],
  },
  {
    id: 'notes',
    at: ['details', 'notes'],
    column: 'Notes',
    kind: 'notes',
    required: false,
    maxLength: 4000,
    more: false,
    also: ['note'],
  },
  {
    id: 'salesStage',
    at: ['salesStage'],
    column: 'Sales Stage',
    kind: 'choice',
    required: false,
    maxLength: 20,
    more: false,
    later: true,
    // Percent as the page has it ("sales stage", manage-co-sell-opportunities); won, 100, is not chosen but done.
    choices: ['10', '20', '40', '60', '80'],
    fact: { among: 'record', label: 'sales-stage' },
    also: ['stage'],
  },
  {
    ...FREE,
    id: 'crmId',
    at: ['externalReferenceId'],
    column: 'CRM ID',
    fact: { among: 'record', label: 'crm-id' },
    lacked: true,
    also: ['crm', 'crm-id'],
  },
  {
    ...FREE,
    id: 'campaignId',
    at: ['campaignId'],
    column: 'Marketing Campaign ID',
    fact: { among: 'details', label: 'campaign-id' },
    also: ['campaign', 'campaign-id'],
  },
  {
    id: 'purchaseIntent',
    at: attribute('CustomerMarketplaceIntent'),
    column: 'Marketplace Purchase Intent',
    kind: 'choice',
    required: false,
    maxLength: 50,
    more: true,
    later: true,
    ofDeals: true,
    // Of these "HaveNotDecided" is seen in the documents; the other two are inferences.
    choices: ['HaveNotDecided', 'Yes', 'No'],
    fact: { among: 'details', label: 'purchase-intent' },
    also: ['marketplace'],
  },
  {
    ...OF_SERVICES,
    id: 'partnerRole',
    at: attribute('PartnerRole'),
    fact: { among: 'details', label: 'partner-role' },
    also: ['role'],
  },
  {
    ...OF_SERVICES,
    id: 'solutionArea',
    at: attribute('SolutionArea'),
    fact: { among: 'details', label: 'solution-area' },
    also: ['area'],
  },
  {
    ...OF_SERVICES,
    id: 'solutionPlay',
    at: attribute('SolutionPlay'),
    fact: { among: 'details', label: 'solution-play' },
    also: ['play', 'sales play'],
  },
  {
    id: 'sellersSee',
    at: ['consent', 'consentToShareReferralWithMicrosoftSellers'],
    column: 'Share with Microsoft sales team',
    kind: 'flag',
    required: false,
    maxLength: 3,
    more: true,
    later: true,
    apart: true,
  },
] as const satisfies readonly DealField[];

/** What is edited of a deal. A running record has an operation of its own: lines are added to it, none is overwritten. */
export const EDITED_FIELDS: readonly DealField[] = DEAL_FIELDS.filter(
  (field: DealField) => field.kind !== 'notes' && !field.apart,
);

export type DealFieldId = (typeof DEAL_FIELDS)[number]['id'];

/** The rows that stand right below `parent` in the resource (without: at its top), each with its name there. */
export const fieldsBelow = (parent?: string): readonly (readonly [string, DealField])[] =>
  DEAL_FIELDS.flatMap((field: DealField) => {
    const [name = '', ...above] = [...field.at].reverse();
    return above.reverse().join('/') === (parent ?? '') ? [[name, field] as const] : [];
  });
