import type { ReferralKind } from '../record/kind';
import type { At } from './place';

/** What a part of an entry is. A decimal is a number of the record, here a text like money; a flag is yes or no. */
export type PartKind = 'text' | 'email' | 'currency' | 'decimal' | 'day' | 'flag';

/** One part of an entry: its name here, and where it stands in the record's entry. */
export interface EntryPart {
  readonly id: string;
  readonly at: At;
  readonly kind: PartKind;
}

/** One list of a deal. It changes by its entries: reading, comparing, patching and the words of changes are made from its row. */
export interface DealList {
  /** Its name in changes, and under `fields` in the strings. */
  readonly id: string;
  /** Where it stands in Partner Center's resource. */
  readonly at: At;
  readonly parts: readonly EntryPart[];
  /** An entry is known by the first of these that it has, all its parts together: the record gives it no id of its own. */
  readonly knownBy: readonly (readonly string[])[];
  /** What an entry is called in words. */
  readonly namedBy: readonly string[];
  /** Parts that each new entry must have. */
  readonly needs: readonly string[];
  /** Kinds that are not taken without one (create-a-referral page, and "state changes fail if …" of psc-to-pc). */
  readonly neededBy: readonly ReferralKind[];
  /** Written after the deal is won, to a record that is closed and takes nothing else. */
  readonly afterWon?: true;
  /** Entries with this value in this part stand alone. */
  readonly alone?: { readonly part: string; readonly value: string };
}

/** "Team, solutions: at most 50" (bulk-operations page; of customer contacts it says none, the same is taken). */
export const MOST_ENTRIES = 50;

const PERSON = {
  parts: [
    { id: 'firstName', at: ['firstName'], kind: 'text' },
    { id: 'lastName', at: ['lastName'], kind: 'text' },
    { id: 'phone', at: ['phoneNumber'], kind: 'text' },
    { id: 'email', at: ['email'], kind: 'email' },
    { id: 'title', at: ['title'], kind: 'text' },
  ],
  knownBy: [['email'], ['phone'], ['firstName', 'lastName']],
  namedBy: ['firstName', 'lastName'],
  needs: ['firstName', 'lastName', 'phone', 'email'],
} as const;

/** "Exactly one, excludes others"; how the API names it is not published: inference. */
export const SOLUTION_ASSESSMENT = { part: 'solutionType', value: 'SolutionAssessment' } as const;

const SOLUTION = ['solutionDetails', '0'] as const;
const MARKETPLACE = [...SOLUTION, 'marketplaceTransactionDetails'] as const;

const WITH_MICROSOFT = ['co-sell-inbound', 'co-sell-outbound'] as const;
const DEALS = [...WITH_MICROSOFT, 'partner-led', 'private'] as const;

/** All lists, with what the referral-resources page tells of their entries (Member, Solution). */
export const DEAL_LISTS = [
  { id: 'colleagues', at: ['team'], ...PERSON, neededBy: DEALS },
  { id: 'contacts', at: ['customerProfile', 'team'], ...PERSON, neededBy: WITH_MICROSOFT },
  {
    id: 'solutions',
    at: ['details', 'requirements', 'solutions'],
    parts: [
      { id: 'id', at: ['id'], kind: 'text' },
      { id: 'name', at: ['name'], kind: 'text' },
      { id: 'type', at: ['type'], kind: 'text' },
      { id: 'solutionType', at: ['solutionType'], kind: 'text' },
      { id: 'publisher', at: ['publisherName'], kind: 'text' },
      { id: 'price', at: ['price'], kind: 'decimal' },
      { id: 'priceCurrency', at: ['currency'], kind: 'currency' },
      { id: 'quantity', at: ['quantity'], kind: 'decimal' },
    ],
    knownBy: [['id'], ['name']],
    namedBy: ['name'],
    needs: ['name'],
    neededBy: DEALS,
    alone: SOLUTION_ASSESSMENT,
  },
  {
    id: 'registrations',
    at: ['registrations'],
    // The connector's contract of CreateDealRegistrationByReferralId: one contract, here of one solution.
    parts: [
      { id: 'type', at: ['type'], kind: 'text' },
      { id: 'solution', at: [...SOLUTION, 'id'], kind: 'text' },
      { id: 'contractValue', at: ['contract', 'value'], kind: 'decimal' },
      { id: 'contractCurrency', at: ['contract', 'currency'], kind: 'currency' },
      { id: 'term', at: ['contract', 'term'], kind: 'text' },
      { id: 'signed', at: ['contract', 'signDateTime'], kind: 'day' },
      { id: 'starts', at: ['contract', 'startDateTime'], kind: 'day' },
      { id: 'ends', at: ['contract', 'endDateTime'], kind: 'day' },
      { id: 'solutionValue', at: [...SOLUTION, 'value'], kind: 'decimal' },
      { id: 'solutionCurrency', at: [...SOLUTION, 'currency'], kind: 'currency' },
      { id: 'onAzure', at: [...SOLUTION, 'isDeployedOnAzure'], kind: 'flag' },
      { id: 'tenant', at: [...SOLUTION, 'primaryDeploymentOn'], kind: 'text' },
      { id: 'pricing', at: [...SOLUTION, 'pricingModel'], kind: 'text' },
      { id: 'marketplace', at: [...MARKETPLACE, 'isMarketplaceTransacted'], kind: 'flag' },
      { id: 'marketplaceDay', at: [...MARKETPLACE, 'marketplaceTransactionDateTime'], kind: 'day' },
    ],
    knownBy: [['solution']],
    namedBy: ['solution'],
    needs: ['type', 'solution', 'contractValue', 'contractCurrency', 'term', 'signed', 'starts'],
    neededBy: [],
    afterWon: true,
  },
] as const satisfies readonly DealList[];

export type DealListId = (typeof DEAL_LISTS)[number]['id'];

/** The row of that name. */
export const listOf = (id: DealListId): DealList =>
  DEAL_LISTS.find((list) => list.id === id) ?? DEAL_LISTS[0];

export const isListId = (name: string): name is DealListId => DEAL_LISTS.some(({ id }) => id === name);
