import { withFields, withLists } from '../deal/change';
import { adding } from '../deal/editing';
import type { Entry, Held } from '../deal/entries';
import { DEAL_FIELDS, NAME_LENGTH } from '../deal/fields';
import { listOf } from '../deal/lists';
import { solutionEntry, type KnownSolution } from '../deal/solution';
import { noteLine } from '../deal/notes';
import type { Invitation } from '../referral/referral';
import type { InviteContext, Resource } from '../record/resource';
import { isoOf } from '../record/values';
import type { Answers } from './form';
import { profileOf } from './customer';
import { CO_SELL, contactIn, invitationIn } from './invitation';
import { chosenSolution } from './solutions';
import { oneLine, shortened } from './written-text';

/** What a deal is made of. */
export interface Wanted {
  /** The record's, as long as Partner Center has given it no other. */
  readonly id: string;
  readonly variant: string;
  /** As `checked` gives them. */
  readonly answers: Answers;
  readonly by: { readonly name: string };
  /** Business time, ms UTC, and the day that it is at the desk. */
  readonly now: number;
  readonly today: string;
  /** Those that are known. */
  readonly solutions?: readonly KnownSolution[];
}

/**
 * The record as Partner Center would have it (create-a-referral page), and whether Microsoft is invited. Whatever kind was
 * wanted: without the customer's word nobody at Microsoft sees it, and no contact is passed on.
 */
export function dealOf(wanted: Wanted): { readonly resource: Resource; readonly invites?: Invitation } {
  const { answers, by, today } = wanted;
  const { customer = '', solution = '' } = answers;
  const notes = answers['notes'] ? noteLine(today, by.name, answers['notes']) : '';
  const name = answers['name'] || shortened(`${oneLine(customer)} – ${oneLine(solution)}`, NAME_LENGTH);
  const deal = written({ ...answers, name, notes });
  const invites = invitationOf(wanted);
  const resource = withLists(withFields(bare(wanted), deal, { fields: DEAL_FIELDS, zone: 'UTC' }), {
    colleagues: colleague(answers),
    solutions: adding(listOf('solutions'), solutionIn(wanted)),
    ...(invites ? { contacts: contactIn(answers) } : {}),
  });
  return { resource, ...(invites ? { invites } : {}) };
}

/** The very one that was chosen, else the one of that name. */
function solutionIn({ answers, solutions = [] }: Wanted): Entry {
  const name = answers['solution'] ?? '';
  const chosen = chosenSolution(solutions, answers, name);
  return chosen ? solutionEntry({ ...chosen }, []) : solutionEntry({ name }, solutions);
}

const COLLEAGUES = listOf('colleagues');

const colleague = (answers: Answers): readonly Held[] =>
  adding(COLLEAGUES, Object.fromEntries(COLLEAGUES.needs.map((part) => [part, answers[part] ?? ''])));

const isAgreed = ({ answers }: Wanted): boolean => answers['consent'] === 'yes';

/** What Microsoft is asked for; undefined: it is not invited. */
const invitationOf = (wanted: Wanted): Invitation | undefined =>
  wanted.variant === CO_SELL && isAgreed(wanted) ? invitationIn(wanted.answers) : undefined;

/** What all deals have (partner-center.md §4: the shapes of private, partner-led and co-sell). */
function bare(wanted: Wanted): Resource {
  const { id, answers, now } = wanted;
  const moment = isoOf(now);
  const { location = '' } = answers;
  const [agreed, invites] = [isAgreed(wanted), invitationOf(wanted)];
  return {
    id,
    ...{ createdDateTime: moment, acceptedDateTime: moment, status: 'Active', substatus: 'Accepted' },
    ...{ type: invites ? 'Shared' : 'Independent', qualification: 'SalesQualified', direction: 'Outgoing' },
    customerProfile: profileOf(answers),
    ...(location === '' ? {} : { mpnId: location }),
    consent: {
      consentToToShareInfoWithOthers: agreed,
      consentToContact: invites !== undefined,
      consentToShareReferralWithMicrosoftSellers: agreed,
    },
    details: { requirements: { solutions: [] } },
    team: [],
    target: [],
    ...(invites ? { inviteContext: inviteContext(invites) } : {}),
  };
}

const inviteContext = ({ help, notes }: Invitation): InviteContext => ({
  notes: notes ?? null,
  assistanceRequestCode: help,
});

/** What was written of the deal's own fields. */
const written = (answers: Answers): Readonly<Record<string, string>> =>
  Object.fromEntries(
    DEAL_FIELDS.flatMap(({ id }) => {
      const value = answers[id] ?? '';
      return value === '' ? [] : [[id, value] as const];
    }),
  );
