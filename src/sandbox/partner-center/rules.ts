import type { Member, Resource } from '../../domain/record/resource';
import { isBlank, isNone } from './blank';
import { planningProblem } from './joint-planning-rule';
import { acceptProblem, winProblem } from './needed-data';
import type { Refused } from './refused';
import { registered } from './registering';
import { solutionsProblem } from './solutions-rule';
import { stampOfMs } from './stamps';

const SUBSTATUSES: Readonly<Record<string, readonly string[]>> = {
  New: ['Pending', 'Received'],
  Active: ['Accepted'],
  Closed: ['Won', 'Lost', 'Declined', 'Expired'],
};
const MOST_MEMBERS = 50;

/** The record after an edit, checked and stamped, or why it is refused. `now`: ms UTC. */
export function settleEdit(
  before: Resource,
  wanted: Resource,
  now: number,
): { readonly value: Resource } | Refused {
  const after = withNumber(wanted);
  const refused =
    shapeProblem(before, after) ??
    oneWayProblem(before, after) ??
    planningProblem(before, after) ??
    transitionProblem(before, after);
  if (refused !== undefined) return refused;
  const moment = stampOfMs(now);
  // §0.1 (3): registered on the closed record, which stays as it was but for that.
  if (before.status === 'Closed') return registered(before, after, now);
  if (after.status === 'Closed') return { value: { ...after, closedDateTime: moment } };
  if (after.status !== 'Active' || before.status === 'Active') return { value: after };
  // §0.1 (3): an active record may keep its expiry.
  return { value: { ...after, acceptedDateTime: moment } };
}

const SHARE = 'consentToShareReferralWithMicrosoftSellers';

/** §3, immutable fields: what Microsoft's sellers may see stays so; help, note to Microsoft and contacts are fixed once shared. */
function oneWayProblem(before: Resource, after: Resource): Refused | undefined {
  if (before.consent?.[SHARE] === true && after.consent?.[SHARE] !== true)
    return { message: 'The consent cannot be taken back.', target: `consent/${SHARE}` };
  if (before.type !== 'Shared') return undefined;
  const fixed = ['assistanceRequestCode', 'notes'].find(
    (name) => before.inviteContext?.[name] !== after.inviteContext?.[name],
  );
  if (fixed !== undefined)
    return {
      message: 'It cannot be changed once it is shared with Microsoft.',
      target: `inviteContext/${fixed}`,
    };
  const contacts = ({ customerProfile }: Resource): string => JSON.stringify(customerProfile.team ?? []);
  if (contacts(before) === contacts(after)) return undefined;
  return {
    message: 'It cannot be changed once it is shared with Microsoft.',
    target: 'customerProfile/team',
  };
}

/** The documents send a deal's value as a text, the answers have a number: both are taken. */
function withNumber(resource: Resource): Resource {
  const value = resource.details?.dealValue;
  if (typeof value !== 'string' || !/^\s*-?\d+(\.\d+)?\s*$/.test(value)) return resource;
  return { ...resource, details: { ...resource.details, dealValue: Number(value) } };
}

const TEXTS = ['name', 'externalReferenceId', 'campaignId', 'statusReason', 'salesStage'] as const;
/** §3: percent; the connector's own words of them are taken, too. */
const SALES_STAGES = ['10', '20', '40', '60', '80', '100', 'Qualify', 'Develop', 'Propose', 'Close'];

function shapeProblem(before: Resource, resource: Resource): Refused | undefined {
  const text = TEXTS.find((field) => !isTextOrNull(resource[field]));
  if (text !== undefined) return { message: `${text} must be text.`, target: text };
  if (!isNone(resource.salesStage) && !SALES_STAGES.includes(resource.salesStage))
    return { message: `There is no sales stage ${resource.salesStage}.`, target: 'salesStage' };
  const details: unknown = resource.details;
  if (typeof details !== 'object' || Array.isArray(details))
    return { message: 'details must be an object.', target: 'details' };
  return detailsProblem(resource) ?? solutionsProblem(resource) ?? teamProblem(before, resource);
}

function detailsProblem({ details }: Resource): Refused | undefined {
  const { dealValue, currency, closingDateTime, notes } = details ?? {};
  if (!isNone(dealValue) && !(typeof dealValue === 'number' && dealValue >= 0)) {
    return { message: 'dealValue must be a number that is not negative.', target: 'details/dealValue' };
  }
  if (!isNone(currency) && !(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency))) {
    return { message: 'currency must be an ISO 4217 code.', target: 'details/currency' };
  }
  if (
    !isNone(closingDateTime) &&
    !(typeof closingDateTime === 'string' && !Number.isNaN(Date.parse(closingDateTime)))
  ) {
    return { message: 'closingDateTime must be a date and time.', target: 'details/closingDateTime' };
  }
  return isTextOrNull(notes) ? undefined : { message: 'notes must be text.', target: 'details/notes' };
}

/** Members who were there before stay as they are. */
function teamProblem(before: Resource, { team }: Resource): Refused | undefined {
  const list: unknown = team ?? [];
  const known = new Set((before.team ?? []).map((member) => JSON.stringify(member)));
  if (!Array.isArray(list)) return { message: 'team must be a list.', target: 'team' };
  if (list.length > MOST_MEMBERS)
    return { message: `A team has at most ${MOST_MEMBERS} members.`, target: 'team' };
  if (list.every((member) => known.has(JSON.stringify(member)) || isComplete(member as Member)))
    return undefined;
  return { message: 'A team member needs firstName, lastName, phoneNumber and email.', target: 'team' };
}

/** §3, the state table of the referral resources page; which moves beyond the web page's own the API takes is not said. */
function transitionProblem(before: Resource, after: Resource): Refused | undefined {
  const [from, to] = [before.status ?? 'New', after.status ?? 'New'];
  if (SUBSTATUSES[to] === undefined) return { message: `There is no status ${to}.`, target: 'status' };
  if (!SUBSTATUSES[to].includes(after.substatus ?? '')) {
    return {
      message: `Substatus ${after.substatus ?? 'null'} does not go with status ${to}.`,
      target: 'substatus',
    };
  }
  if (from === to) return undefined;
  if (to === 'New') return { message: `A referral cannot go from ${from} to New.`, target: 'status' };
  return to === 'Active' ? acceptProblem(after) : closeProblem(from, after);
}

/** Inference: New is declined only, Active won or lost only, as in the web page; expiry is the service's own. */
function closeProblem(from: string, after: Resource): Refused | undefined {
  const { substatus } = after;
  const allowed = from === 'New' ? ['Declined'] : ['Won', 'Lost'];
  if (!allowed.includes(substatus ?? '')) {
    return {
      message: `A referral cannot go from ${from} to Closed, ${substatus ?? ''}.`,
      target: 'substatus',
    };
  }
  if (substatus === 'Won') return winProblem(after);
  if (!isBlank(after.statusReason)) return undefined;
  return { message: `statusReason is required for ${substatus ?? ''}.`, target: 'statusReason' };
}

const isTextOrNull = (value: unknown): boolean => isNone(value) || typeof value === 'string';

function isComplete(member: Member | null): boolean {
  return [member?.firstName, member?.lastName, member?.phoneNumber, member?.email].every(
    (part) => !isBlank(part),
  );
}
